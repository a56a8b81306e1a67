package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The mistakes of the founding texts as changes: a folder for each, with what `casguard plan`
/// prints of it. `-Dupdate` rewrites that.
class PlanExamplesTest {
  private static final Path EXAMPLES = Path.of("../examples/plans");

  @TestFactory
  Stream<DynamicTest> eachMistakeIsPlannedAsItsFolderSays() throws IOException {
    return entries(EXAMPLES).stream()
        .map(at -> DynamicTest.dynamicTest(at.getFileName().toString(), () -> check(at)));
  }

  @Test
  void eachPrintsTheSentenceThatWouldHaveStoppedIt() throws IOException {
    // When
    Map<String, String> printed = new TreeMap<>();
    for (Path example : entries(EXAMPLES)) {
      printed.put(example.getFileName().toString(), plan(example, "text").replaceAll("\\s+", " "));
    }

    // Then
    assertThat(printed.get("external-url-left-on-a-child"))
        .startsWith("contoso: BREAKS")
        .contains("900 Outlook Web Access users of leeds, from the internet: PROXY → REDIRECT_LINK")
        .contains(
            "publishes https://leeds.contoso.com/owa although leeds is meant to be reached by proxying");
    assertThat(printed.get("forms-left-on-a-child"))
        .startsWith("contoso: BREAKS")
        .contains("900 Outlook Web Access users of leeds, from the internet: PROXY → FAIL")
        .contains("shows a logon form although leeds is reached by proxying");
    assertThat(printed.get("external-name-as-internal-url"))
        .startsWith("contoso: BREAKS")
        .contains("900 Outlook Web Access users of leeds, from the internet: PROXY → FAIL")
        .contains(
            "has the internal URL https://mail.contoso.com/owa, whose host is an external name");
  }

  private static void check(Path at) throws IOException {
    // When
    Map<String, String> printed =
        Map.of(
            "plan.txt", plan(at, "text"),
            "plan.jsonl", plan(at, "json"),
            "plan.md", plan(at, "markdown"));

    // Then
    for (Map.Entry<String, String> each : printed.entrySet()) {
      Path file = at.resolve(each.getKey());
      if (Boolean.getBoolean("update")) {
        Files.writeString(file, each.getValue());
      }
      assertThat(file).content().isEqualTo(each.getValue());
    }
    assertThat(entries(at))
        .as("no unused files")
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder("before", "after", "plan.txt", "plan.jsonl", "plan.md");
  }

  private static String plan(Path at, String format) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Casguard.run(
            new PrintWriter(out),
            new PrintWriter(err),
            "plan",
            at.resolve("before").toString(),
            at.resolve("after").toString(),
            "-o",
            format);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isEqualTo(ExitCode.NO);
    return out.toString();
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}

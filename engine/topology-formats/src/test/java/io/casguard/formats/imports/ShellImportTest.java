package io.casguard.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.ManifestWriter;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.formats.shell.ExportFile;
import io.casguard.formats.shell.ExportLimits;
import io.casguard.formats.shell.ShellExports;
import io.casguard.formats.shell.ShellObject;
import io.casguard.formats.shell.ShellProperty;
import io.casguard.formats.shell.ShellValue;
import io.casguard.formats.shell.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A directory for each case: the exports, and `answer.txt` with the objects that were read, what
/// they say together, and what they leave open.
class ShellImportTest {
  private static final Path CASES = Path.of("src/test/resources/ShellImportTest");

  @TestFactory
  List<DynamicTest> everyCaseIsAnsweredAsItsDirectorySays() throws IOException {
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases
          .sorted()
          .map(at -> DynamicTest.dynamicTest(at.getFileName().toString(), () -> check(at)))
          .toList();
    }
  }

  private static void check(Path at) throws IOException {
    // Given
    List<ExportFile> files = new ArrayList<>();
    for (Path file : files(at)) {
      String name = file.getFileName().toString();
      if (!name.equals("answer.txt")) {
        files.add(new ExportFile(name, true, () -> Files.newInputStream(file)));
      }
    }

    // When
    String answer = answer(files);

    // Then
    if (Boolean.getBoolean("update")) {
      Files.writeString(at.resolve("answer.txt"), answer);
    }
    assertThat(at.resolve("answer.txt")).content().isEqualTo(answer);
  }

  private static List<Path> files(Path at) throws IOException {
    try (Stream<Path> files = Files.list(at)) {
      return files.sorted().toList();
    }
  }

  private static String answer(List<ExportFile> files) throws IOException {
    StringBuilder answer = new StringBuilder("objects\n");
    ShellImport shellImport = new ShellImport();
    ShellExports.Reading reading =
        ShellExports.read(files, ExportLimits.DEFAULT, telling(answer, shellImport));
    Imported imported = shellImport.finish("contoso");
    assertThat(readBack(imported))
        .as("the manifest that is written")
        .isEqualTo(imported.topology());

    answer.append("topology\n");
    imported.topology().canonicalLines().forEach(line -> answer.append("  " + line + "\n"));
    answer.append("not said\n");
    imported
        .notSaid()
        .forEach(
            it ->
                answer.append(
                    "  %s of %s at %s: %s %s%n"
                        .formatted(
                            it.keys().isEmpty() ? "everything" : it.keys(),
                            it.of().isEmpty() ? "the server" : it.of(),
                            it.places(),
                            it.why(),
                            it.at().map(Object::toString).orElse(""))
                        .replaceFirst(" \n$", "\n")));
    answer.append("contradictions\n");
    imported
        .contradictions()
        .forEach(it -> answer.append("  " + it.what() + ": " + statements(it) + "\n"));
    answer.append("remarks\n");
    imported.remarks().forEach(it -> answer.append("  " + it + "\n"));
    answer.append("problems\n");
    Stream.concat(reading.problems().stream(), shellImport.problems().stream())
        .forEach(it -> answer.append("  " + it + "\n"));
    return answer.toString();
  }

  private static Sink telling(StringBuilder answer, ShellImport shellImport) {
    return new Sink() {
      @Override
      public void object(ShellObject object) {
        answer.append(
            "  %s %s%n"
                .formatted(object.at(), object.cmdlet().map(Cmdlet::command).orElse("unknown")));
        for (ShellProperty property : object.properties()) {
          answer.append("    " + property.name() + " = " + told(property.value()) + "\n");
        }
        shellImport.object(object);
      }

      @Override
      public void passedOver(Problem what) {
        shellImport.passedOver(what);
      }
    };
  }

  private static String told(ShellValue value) {
    return switch (value) {
      case ShellValue.Text(String text) -> text.replace("\n", "\\n").replace("\r", "\\r");
      case ShellValue.Listed(List<String> items, boolean whole) -> items + (whole ? "" : " cut");
      case ShellValue.Nothing _ -> "(nothing)";
      case ShellValue.Unreadable(String why) -> "(unreadable: " + why + ")";
      case ShellValue.Wrapped(List<ShellValue> readings, boolean cut) ->
          (cut ? "(cut) " : "(wrapped) ")
              + String.join(" | ", readings.stream().map(ShellImportTest::told).toList());
    };
  }

  private static List<String> statements(Contradiction contradiction) {
    return contradiction.statements().stream().map(it -> it.value() + " at " + it.at()).toList();
  }

  private static Object readBack(Imported imported) {
    String written = ManifestWriter.write(imported.topology());
    return switch (Manifest.read(List.of(new SourceFile("topology.yaml", written)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          declared.getFirst().topology();
      case Manifest.Reading.Rejected(List<Problem> problems) -> problems + "\n" + written;
    };
  }
}

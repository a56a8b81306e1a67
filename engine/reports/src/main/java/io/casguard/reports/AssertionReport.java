package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.UserClass;
import io.casguard.formats.Position;
import io.casguard.formats.SourceMap;
import io.casguard.impact.AssertedPaths;
import io.casguard.impact.AssertedPaths.Departure;
import io.casguard.impact.AssertedPaths.Result;
import io.casguard.topology.Path;
import io.casguard.topology.Site;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What people expected and what is so: the answer of `casguard test`, in every format.
///
/// Text and JSON are written for each organization by itself, one after the other; JUnit's test
/// results are one document of all.
public final class AssertionReport {
  private static final int SHOWN = 10;
  private static final int LISTED = 1_000;

  private final AssertedPaths paths;
  private final SourceMap sources;

  /// @param sources where the assertions stand
  public AssertionReport(AssertedPaths paths, SourceMap sources) {
    this.paths = paths;
    this.sources = sources;
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", organization());
          Json.objects(json, "assertions", paths.results(), this::result);
          Json.object(
              json,
              "summary",
              summary -> {
                summary.writeNumberField("hold", holding());
                summary.writeNumberField("fail", paths.results().size() - holding());
              });
          Json.object(json, "coverage", this::coverage);
        });
  }

  /// Text for people, as test runners write it.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(organization())).append('\n');
    for (Result result : paths.results()) {
      text.append("  ")
          .append(result.holds() ? style.good("ok    ") : style.bad("FAILS "))
          .append(Prose.harmless(result.assertion().name()))
          .append(style.dim(place(result.assertion().path())))
          .append('\n');
      complaints(result).forEach(line -> Prose.paragraph(text, "          ", line));
    }
    text.append('\n').append(summary()).append('\n');
    uncovered(text);
    return text.toString();
  }

  /// Test results as JUnit writes them: a suite for each organization, a case for each assertion.
  ///
  /// @param failUnder the least coverage in percent that is asked for; 0 where none is
  /// @param folder what stands before the names of files to make them relative to where the reader
  ///   looks
  public static String junit(List<AssertionReport> reports, int failUnder, String folder) {
    StringBuilder xml =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"casguard test\">\n");
    reports.forEach(report -> report.suite(xml, failUnder, folder));
    return xml.append("</testsuites>\n").toString();
  }

  private String organization() {
    return paths.matrix().organization();
  }

  private long holding() {
    return paths.results().stream().filter(Result::holds).count();
  }

  private String summary() {
    long failing = paths.results().size() - holding();
    return "%s, %s; %s of %s covered (%d %%)"
        .formatted(
            Prose.counted(holding(), "assertion holds", "assertions hold"),
            Prose.counted(failing, "fails", "fail"),
            Prose.number(paths.covered()),
            Prose.counted(paths.matrix().rows().size(), "user class is", "user classes are"),
            paths.coverage());
  }

  private void uncovered(StringBuilder text) {
    if (paths.uncovered().isEmpty()) {
      return;
    }
    if (paths.byProtocol().size() > 1) {
      Prose.paragraph(
          text,
          "by protocol: ",
          paths.byProtocol().stream()
              .map(
                  one ->
                      "%s %s of %s"
                          .formatted(
                              one.protocol().word(),
                              Prose.number(one.covered()),
                              Prose.number(one.classes())))
              .collect(Collectors.joining(", ")));
    }
    text.append("not covered:\n");
    paths.uncovered().stream()
        .sorted(
            Comparator.comparingInt(
                    (Matrix.Row row) -> row.userClass().users().toOptional().orElse(0))
                .reversed())
        .limit(SHOWN)
        .forEach(row -> Prose.paragraph(text, "  ", who(row)));
    int more = paths.uncovered().size() - SHOWN;
    if (more > 0) {
      text.append("  and ").append(Prose.counted(more, "more", "more")).append('\n');
    }
  }

  /// Why an assertion does not hold, a line for each user class.
  private static List<String> complaints(Result result) {
    return result.classes() == 0
        ? List.of("nobody comes this way: no user class is meant")
        : result.departures().stream().map(AssertionReport::complaint).toList();
  }

  private static String complaint(Departure departure) {
    return who(departure.row())
        + ": "
        + departure.differences().stream()
            .map(
                difference ->
                    "expected %s %s, found %s"
                        .formatted(
                            difference.what(),
                            difference.expected(),
                            difference.found().orElse("none")))
            .collect(Collectors.joining("; "))
        + " ("
        + departure.row().path().trail().decision().clause().id()
        + ": "
        + departure.row().path().trail().decision().text()
        + ")";
  }

  private static String who(Matrix.Row row) {
    UserClass users = row.userClass();
    return users.mailbox().name()
        + " by "
        + users.protocol().title()
        + users.device().map(version -> " with a device that speaks " + version).orElse("")
        + " from the "
        + users.from().word()
        + users.clientSite().map(Site::name).map(site -> " in " + site).orElse("")
        + users.door().map(Door::name).map(door -> " at " + door).orElse(" without a door")
        + users
            .users()
            .toOptional()
            .map(count -> ", " + Prose.counted(count, "user", "users"))
            .orElse("");
  }

  private String place(Path path) {
    return sources.find(path).map(at -> "  " + at.file() + ":" + at.line()).orElse("");
  }

  private void result(JsonGenerator json, Result result) throws IOException {
    json.writeStringField("name", result.assertion().name());
    json.writeBooleanField("holds", result.holds());
    json.writeNumberField("classes", result.classes());
    Json.objects(json, "departures", result.departures(), AssertionReport::departure);
    Json.object(json, "at", at -> Json.at(at, result.assertion().path(), sources));
  }

  private static void departure(JsonGenerator json, Departure departure) throws IOException {
    MatrixReport.row(json, departure.row());
    Json.objects(
        json,
        "differences",
        departure.differences(),
        (each, difference) -> {
          each.writeStringField("what", difference.what());
          each.writeStringField("expected", difference.expected());
          Json.text(each, "found", difference.found());
        });
  }

  private void coverage(JsonGenerator json) throws IOException {
    json.writeNumberField("classes", paths.matrix().rows().size());
    json.writeNumberField("covered", paths.covered());
    json.writeNumberField("percent", paths.coverage());
    Json.objects(
        json,
        "protocols",
        paths.byProtocol(),
        (each, one) -> {
          each.writeStringField("protocol", one.protocol().word());
          each.writeNumberField("classes", one.classes());
          each.writeNumberField("covered", one.covered());
        });
    Json.objects(
        json, "uncovered", paths.uncovered().stream().limit(LISTED).toList(), MatrixReport::row);
  }

  private void suite(StringBuilder xml, int failUnder, String folder) {
    boolean tooFew = paths.coverage() < failUnder;
    long failing = paths.results().size() - holding() + (tooFew ? 1 : 0);
    xml.append("  <testsuite")
        .append(Xml.attribute("name", organization()))
        .append(Xml.attribute("tests", paths.results().size() + (failUnder > 0 ? 1 : 0)))
        .append(Xml.attribute("failures", failing))
        .append(Xml.attribute("errors", 0))
        .append(Xml.attribute("skipped", 0))
        .append(Xml.attribute("time", 0))
        .append(">\n    <properties>\n      <property")
        .append(Xml.attribute("name", "coverage"))
        .append(Xml.attribute("value", paths.coverage()))
        .append("/>\n    </properties>\n");
    for (Result result : paths.results()) {
      String file =
          sources
              .find(result.assertion().path())
              .map(Position::file)
              .map(name -> Xml.attribute("file", folder + name))
              .orElse("");
      testCase(
          xml,
          Xml.attribute("name", result.assertion().name())
              + Xml.attribute(
                  "classname", organization() + "." + result.assertion().protocol().word())
              + file,
          complaints(result));
    }
    if (failUnder > 0) {
      testCase(
          xml,
          Xml.attribute("name", "at least " + failUnder + " % of the user classes are covered")
              + Xml.attribute("classname", organization()),
          tooFew
              ? List.of("only " + paths.coverage() + " % of the user classes are covered")
              : List.of());
    }
    xml.append("  </testsuite>\n");
  }

  private static void testCase(StringBuilder xml, String attributes, List<String> complaints) {
    xml.append("    <testcase").append(attributes).append(Xml.attribute("time", 0));
    if (complaints.isEmpty()) {
      xml.append("/>\n");
    } else {
      xml.append(">\n      <failure")
          .append(Xml.attribute("message", complaints.getFirst()))
          .append(Xml.attribute("type", "assertion"))
          .append('>')
          .append(
              Xml.lines(complaints.stream().map(Prose::harmless).collect(Collectors.joining("\n"))))
          .append("</failure>\n    </testcase>\n");
    }
  }
}

package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.formats.Position;
import io.casguard.formats.SourceMap;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Source;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.impact.Check;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import io.casguard.topology.Waiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks as one log of the Static Analysis Results Interchange Format, version 2.1.0: one run, in
/// which each result says of which organization it is.
///
/// What could not be checked is a result of kind `open`, the format's word for "there is too little
/// information to decide". What is waived is a result with a suppression; since one of them has
/// some, every result says which it has.
final class SarifLog {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final String folder;
  private final List<Guideline> rules = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  SarifLog(String folder) {
    this.folder = folder;
  }

  String of(List<CheckReport> reports) {
    Set<String> named =
        reports.stream()
            .flatMap(report -> report.findings().verdicts().stream())
            .filter(SarifLog::isResult)
            .map(Verdict::guideline)
            .collect(Collectors.toSet());
    Check.guidelines().stream()
        .filter(guideline -> named.contains(guideline.number()))
        .forEach(rules::add);
    return Json.lines(
        json -> {
          json.writeStringField("$schema", SCHEMA);
          json.writeStringField("version", "2.1.0");
          Json.objects(json, "runs", List.of(reports), this::run);
        });
  }

  private static boolean isResult(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Departs _, Verdict.Waived _, Verdict.NotChecked _ -> true;
      case Verdict.Conforms _, Verdict.NotApplicable _ -> false;
    };
  }

  private void run(JsonGenerator json, List<CheckReport> reports) throws IOException {
    Json.object(
        json,
        "tool",
        _ ->
            Json.object(
                json,
                "driver",
                _ -> {
                  json.writeStringField("name", "casguard");
                  Json.objects(json, "rules", rules, SarifLog::rule);
                }));
    Json.objects(
        json,
        "invocations",
        List.of(true),
        (_, successful) -> json.writeBooleanField("executionSuccessful", successful));
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeArrayFieldStart("results");
    for (CheckReport report : reports) {
      known.clear();
      report.review().known().forEach(violation -> known.add(violation.fingerprint()));
      for (Verdict verdict : report.findings().verdicts()) {
        switch (verdict) {
          case Verdict.Departs(Violation violation) ->
              violation(json, report, violation, Optional.empty());
          case Verdict.Waived(Violation violation, Waiver waiver) ->
              violation(json, report, violation, Optional.of(waiver));
          case Verdict.NotChecked open -> notChecked(json, report, open);
          case Verdict.Conforms _, Verdict.NotApplicable _ -> {}
        }
      }
    }
    json.writeEndArray();
    Json.object(
        json,
        "properties",
        _ -> Json.objects(json, "organizations", reports, SarifLog::organization));
  }

  private static void organization(JsonGenerator json, CheckReport report) throws IOException {
    json.writeStringField("organization", report.organization().name());
    CheckJson.summary(json, report.findings().summary());
    Json.object(json, "waivers", _ -> CheckJson.waivers(json, report.review()));
  }

  /// A guideline has no severity of its own: each violation has one, so that the default says
  /// nothing more than the format's own.
  private static void rule(JsonGenerator json, Guideline guideline) throws IOException {
    json.writeStringField("id", guideline.number());
    text(json, "shortDescription", guideline.sentence());
    text(json, "fullDescription", Prose.flowing(guideline.because()));
    Json.object(
        json,
        "help",
        _ -> {
          json.writeStringField("text", String.join("\n", help(guideline)));
          json.writeStringField(
              "markdown",
              help(guideline).stream()
                  .map(MarkdownText::escaped)
                  .collect(Collectors.joining("\n\n")));
        });
    Json.object(
        json, "defaultConfiguration", _ -> json.writeStringField("level", level(Severity.WARNING)));
    Json.object(
        json,
        "properties",
        _ -> Json.texts(json, "tags", guideline.protocols().stream().map(Protocol::word).toList()));
  }

  private static List<String> help(Guideline guideline) {
    return Stream.concat(
            Stream.of(
                Prose.flowing(guideline.because()),
                "Where it is broken: " + Prose.flowing(guideline.consequence()),
                "To verify: " + Prose.flowing(guideline.verification())),
            guideline.sources().stream().map(SarifLog::source))
        .toList();
  }

  private static String source(Source source) {
    return "Source ("
        + source.certainty().word()
        + "): "
        + source.text().title()
        + ": \""
        + source.quote()
        + "\"";
  }

  private void violation(
      JsonGenerator json, CheckReport report, Violation violation, Optional<Waiver> waiver)
      throws IOException {
    json.writeStartObject();
    rule(json, violation.guideline());
    json.writeStringField("level", level(violation.severity()));
    text(
        json,
        "message",
        plain(
            Wording.named(violation.place())
                + " "
                + Prose.flowing(violation.message())
                + ended(violation.message())
                + " "
                + Prose.flowing(violation.because())));
    location(json, report.sources(), violation.path(), violation.place());
    Json.object(
        json,
        "partialFingerprints",
        _ -> {
          json.writeStringField("casguard/v1", violation.fingerprint());
          json.writeStringField("casguard.organization/v1", report.organization().name());
        });
    if (waiver.isEmpty() && !known.isEmpty()) {
      json.writeStringField(
          "baselineState", known.contains(violation.fingerprint()) ? "unchanged" : "new");
    }
    suppressions(json, waiver);
    Json.object(
        json,
        "properties",
        _ -> {
          json.writeStringField("organization", report.organization().name());
          CheckJson.place(json, violation.place());
          if (violation.asks()) {
            json.writeBooleanField("asks", true);
          }
          Json.users(json, violation.users());
          Json.texts(json, "remedy", violation.cmdlets());
          Json.texts(json, "steps", violation.steps());
          json.writeStringField("source", violation.source());
          json.writeStringField("certainty", violation.certainty().word());
        });
    json.writeEndObject();
  }

  private void notChecked(JsonGenerator json, CheckReport report, Verdict.NotChecked open)
      throws IOException {
    json.writeStartObject();
    rule(json, open.guideline());
    json.writeStringField("kind", "open");
    json.writeStringField("level", "none");
    text(
        json,
        "message",
        plain("Not checked at " + Wording.named(open.place()) + ": " + open.why()));
    location(json, report.sources(), open.path(), open.place());
    suppressions(json, Optional.empty());
    Json.object(
        json,
        "properties",
        _ -> {
          json.writeStringField("organization", report.organization().name());
          CheckJson.place(json, open.place());
          Json.texts(json, "unsaid", open.unsaid().stream().map(Path::toString).toList());
        });
    json.writeEndObject();
  }

  private void rule(JsonGenerator json, String number) throws IOException {
    json.writeStringField("ruleId", number);
    for (int index = 0; index < rules.size(); index++) {
      if (rules.get(index).number().equals(number)) {
        json.writeNumberField("ruleIndex", index);
      }
    }
  }

  private void location(JsonGenerator json, SourceMap sources, Path path, Place place)
      throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    Optional<Position> position = sources.find(path);
    if (position.isPresent()) {
      physical(json, position.get());
    }
    Json.objects(
        json,
        "logicalLocations",
        List.of(path),
        (_, at) -> {
          json.writeStringField("name", Wording.named(place));
          json.writeStringField("fullyQualifiedName", at.toString());
        });
    json.writeEndObject();
    json.writeEndArray();
  }

  private void physical(JsonGenerator json, Position position) throws IOException {
    Json.object(
        json,
        "physicalLocation",
        _ -> {
          Json.object(
              json,
              "artifactLocation",
              _ -> json.writeStringField("uri", RelativeUri.of(folder + position.file())));
          Json.object(
              json,
              "region",
              _ -> {
                json.writeNumberField("startLine", position.line());
                json.writeNumberField("startColumn", position.column());
              });
        });
  }

  private static void suppressions(JsonGenerator json, Optional<Waiver> waiver) throws IOException {
    Json.objects(
        json,
        "suppressions",
        waiver.stream().toList(),
        (_, accepted) -> {
          json.writeStringField("kind", "external");
          json.writeStringField("status", "accepted");
          json.writeStringField(
              "justification", accepted.reason() + " (" + Wording.terms(accepted) + ")");
          json.writeFieldName("properties");
          Json.waiver(json, accepted);
        });
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    Json.object(json, name, _ -> json.writeStringField("text", text));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }

  /// A message has placeholders in braces and links in brackets; what a name holds is neither.
  private static String plain(String message) {
    return Prose.harmless(message).replace("{", "{{").replace("}", "}}").replace("](", "\\](");
  }

  private static String ended(String sentence) {
    return sentence.endsWith("?") || sentence.endsWith(".") ? "" : ".";
  }
}

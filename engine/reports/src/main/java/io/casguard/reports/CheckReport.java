package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.formats.SourceMap;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Directory;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the guidelines say of one organization: the answer of `casguard check` and of `POST
/// /checks`.
public final class CheckReport {
  private final Organization organization;
  private final Findings findings;
  private final SourceMap sources;

  /// @param sources where the organization's statements stand
  public CheckReport(Organization organization, Findings findings, SourceMap sources) {
    this.organization = organization;
    this.findings = findings;
    this.sources = sources;
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", organization.name());
          json.writeArrayFieldStart("violations");
          for (Violation violation : findings.violations()) {
            json.writeStartObject();
            fields(json, violation);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("notChecked");
          for (Verdict.NotChecked open : findings.notChecked()) {
            json.writeStartObject();
            notChecked(json, open);
            json.writeEndObject();
          }
          json.writeEndArray();
          summary(json);
        });
  }

  /// One violation as JSON, as it stands in [#json()].
  public String json(Violation violation) {
    return Json.line(json -> fields(json, violation)).stripTrailing();
  }

  /// Text for people: by site, the worst first, each with whom it hits and the lines that repair
  /// it.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(organization.name())).append(": ").append(headline()).append('\n');
    Map<String, List<Violation>> bySite =
        findings.violations().stream()
            .collect(
                Collectors.groupingBy(
                    violation -> violation.place().site().map(Site::name).orElse(""),
                    TreeMap::new,
                    Collectors.toList()));
    bySite.forEach(
        (site, violations) -> {
          text.append('\n')
              .append(style.bold(site.isEmpty() ? "the organization" : site))
              .append('\n');
          violations.stream()
              .sorted(Comparator.comparing(Violation::severity).reversed())
              .forEach(violation -> text(text, style, violation));
        });
    notChecked(text, style);
    Findings.Summary summary = findings.summary();
    text.append('\n')
        .append(
            style.dim(
                "%d conform, %d depart, %d do not apply, %d not checked, %d waived"
                    .formatted(
                        summary.conforms(),
                        summary.departs(),
                        summary.notApplicable(),
                        summary.notChecked(),
                        summary.waived())))
        .append('\n');
    return text.toString();
  }

  private String headline() {
    List<Violation> violations = findings.violations();
    if (violations.isEmpty()) {
      return findings.notChecked().isEmpty()
          ? "every guideline is kept"
          : "no violation found, but not everything could be checked";
    }
    return counted(violations, Severity.ERROR, "error", "errors")
        + ", "
        + counted(violations, Severity.WARNING, "warning", "warnings")
        + ", "
        + counted(violations, Severity.INFO, "note", "notes");
  }

  private static String counted(
      List<Violation> violations, Severity severity, String one, String several) {
    long count = violations.stream().filter(v -> v.severity() == severity).count();
    return count + " " + (count == 1 ? one : several);
  }

  private void text(StringBuilder text, Style style, Violation violation) {
    text.append("  ")
        .append(severity(style, violation))
        .append(' ')
        .append(style.bold(violation.guideline()))
        .append("  ")
        .append(named(violation.place()))
        .append(
            sources
                .find(violation.path())
                .map(at -> style.dim("  " + at.file() + ":" + at.line()))
                .orElse(""))
        .append('\n');
    paragraph(text, "", violation.message());
    paragraph(text, "why   ", violation.because());
    people(violation).ifPresent(people -> paragraph(text, "hits  ", people));
    for (String line : violation.cmdlets()) {
      paragraph(text, "fix   ", line);
    }
    for (String step : violation.steps()) {
      paragraph(text, "then  ", step);
    }
  }

  private static String severity(Style style, Violation violation) {
    String word = "%-7s".formatted(violation.asks() ? "asks" : violation.severity().word());
    return switch (violation.severity()) {
      case ERROR -> style.bad(word);
      case WARNING -> style.doubtful(word);
      case INFO -> style.dim(word);
    };
  }

  private static void paragraph(StringBuilder text, String label, String body) {
    String flowing = body.strip().replaceAll("\\s*\\n\\s*", " ");
    if (!flowing.isEmpty()) {
      text.append("          ").append(label).append(flowing).append('\n');
    }
  }

  private void notChecked(StringBuilder text, Style style) {
    if (findings.notChecked().isEmpty()) {
      return;
    }
    text.append('\n').append(style.bold("not checked")).append('\n');
    findings.notChecked().stream()
        .collect(
            Collectors.groupingBy(
                Verdict.NotChecked::why,
                java.util.LinkedHashMap::new,
                Collectors.mapping(
                    Verdict.NotChecked::guideline,
                    Collectors.toCollection(java.util.TreeSet::new))))
        .forEach(
            (why, guidelines) ->
                text.append("  ")
                    .append(why)
                    .append(style.dim("  " + String.join(", ", guidelines)))
                    .append('\n'));
  }

  private static Optional<String> people(Violation violation) {
    String counted =
        violation.users().entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().toOptional().stream()
                        .filter(count -> count > 0)
                        .map(count -> number(count) + " by " + entry.getKey().title()))
            .collect(Collectors.joining(", "));
    if (!counted.isEmpty()) {
      return Optional.of(counted);
    }
    boolean unknown = violation.users().values().stream().anyMatch(Known.Unsaid.class::isInstance);
    return unknown ? Optional.of("people that nobody counted (state users)") : Optional.empty();
  }

  private static String number(int count) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
  }

  private static String named(Place place) {
    return switch (place) {
      case Directory directory -> directory.identity();
      case Server server -> server.name();
      case Site site -> "site " + site.name();
      case Organization all -> all.name();
      case io.casguard.topology.PublishedName name -> name.name();
      case io.casguard.topology.Population people -> people.name();
    };
  }

  private void fields(JsonGenerator json, Violation violation) throws IOException {
    json.writeStringField("guideline", violation.guideline());
    json.writeStringField("severity", violation.severity().word());
    if (violation.asks()) {
      json.writeBooleanField("asks", true);
    }
    place(json, violation.place());
    json.writeStringField("message", violation.message());
    json.writeStringField("because", violation.because().strip().replaceAll("\\s*\\n\\s*", " "));
    Json.users(json, violation.users());
    Json.texts(json, "remedy", violation.cmdlets());
    if (!violation.steps().isEmpty()) {
      Json.texts(json, "steps", violation.steps());
    }
    json.writeStringField("fingerprint", violation.fingerprint());
    json.writeStringField("source", violation.source());
    json.writeStringField("certainty", violation.certainty().word());
    at(json, violation.path());
  }

  private void notChecked(JsonGenerator json, Verdict.NotChecked open) throws IOException {
    json.writeStringField("guideline", open.guideline());
    place(json, open.place());
    json.writeStringField("why", open.why());
    Json.texts(json, "unsaid", open.unsaid().stream().map(Path::toString).toList());
    at(json, open.path());
  }

  private static void place(JsonGenerator json, Place place) throws IOException {
    Json.text(json, "site", place.site().map(Site::name));
    Json.text(json, "server", place.server().map(Server::name));
    if (place instanceof Directory directory) {
      json.writeStringField("directory", directory.name());
    }
  }

  private void at(JsonGenerator json, Path path) throws IOException {
    json.writeObjectFieldStart("at");
    Json.at(json, path, sources);
    json.writeEndObject();
  }

  private void summary(JsonGenerator json) throws IOException {
    Findings.Summary summary = findings.summary();
    json.writeObjectFieldStart("summary");
    json.writeNumberField("conforms", summary.conforms());
    json.writeNumberField("departs", summary.departs());
    json.writeNumberField("notApplicable", summary.notApplicable());
    json.writeNumberField("notChecked", summary.notChecked());
    json.writeNumberField("waived", summary.waived());
    json.writeEndObject();
  }
}

package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.formats.SourceMap;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Directory;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Population;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.SiteLink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the guidelines say of one organization: the answer of `casguard check` and of `POST
/// /checks`.
public final class CheckReport {
  private static final String BODY = "          ";

  private final Organization organization;
  private final Review review;
  private final Findings findings;
  private final SourceMap sources;

  /// A report of a check without waivers and without a baseline.
  public CheckReport(Organization organization, Findings findings, SourceMap sources) {
    this(organization, Review.of(findings), sources);
  }

  /// @param sources where the organization's statements and waivers stand
  public CheckReport(Organization organization, Review review, SourceMap sources) {
    this.organization = organization;
    this.review = review;
    this.findings = review.findings();
    this.sources = sources;
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", organization.name());
          json.writeArrayFieldStart("violations");
          for (Violation violation : review.violations()) {
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

  /// A violation that somebody accepted as JSON: as in [#json()], with its waiver.
  public String json(Verdict.Waived waived) {
    return Json.line(
            json -> {
              fields(json, waived.violation());
              json.writeFieldName("waiver");
              Json.waiver(json, waived.waiver());
            })
        .stripTrailing();
  }

  /// Text for people: by site, the worst first, each with whom it hits and the lines that repair
  /// it.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(organization.name())).append(": ").append(headline()).append('\n');
    bySite()
        .forEach(
            (site, violations) -> {
              text.append('\n')
                  .append(style.bold(site.isEmpty() ? "the organization" : site))
                  .append('\n');
              violations.forEach(violation -> violation(text, style, violation));
            });
    notChecked(text, style);
    return text.append('\n').append(style.dim(summary())).append('\n').toString();
  }

  private String headline() {
    if (review.violations().isEmpty()) {
      if (!review.known().isEmpty() || !findings.waived().isEmpty()) {
        return "no violation found but those that are known or waived";
      }
      return findings.notChecked().isEmpty()
          ? "every guideline is kept"
          : "no violation found, but not everything could be checked";
    }
    return Stream.of(
            counted(v -> !v.asks() && v.severity() == Severity.ERROR, "error", "errors"),
            counted(v -> !v.asks() && v.severity() == Severity.WARNING, "warning", "warnings"),
            counted(v -> !v.asks() && v.severity() == Severity.INFO, "note", "notes"),
            counted(Violation::asks, "question", "questions"))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private Optional<String> counted(Predicate<Violation> which, String one, String several) {
    long count = review.violations().stream().filter(which).count();
    return count == 0 ? Optional.empty() : Optional.of(Prose.counted(count, one, several));
  }

  private SortedMap<String, List<Violation>> bySite() {
    return review.violations().stream()
        .sorted(Comparator.comparing(Violation::severity).reversed())
        .collect(
            Collectors.groupingBy(
                violation -> violation.place().site().map(Site::name).orElse(""),
                TreeMap::new,
                Collectors.toList()));
  }

  private void violation(StringBuilder text, Style style, Violation violation) {
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
    Prose.paragraph(text, BODY, violation.message());
    Prose.paragraph(text, BODY + "why   ", violation.because());
    Prose.paragraph(text, BODY + "hits  ", people(violation));
    violation
        .cmdlets()
        .forEach(line -> text.append(BODY).append("fix   ").append(line).append('\n'));
    violation.steps().forEach(step -> Prose.paragraph(text, BODY + "then  ", step));
  }

  private static String severity(Style style, Violation violation) {
    String word = "%-7s".formatted(violation.asks() ? "asks" : violation.severity().word());
    return switch (violation.severity()) {
      case ERROR -> style.bad(word);
      case WARNING -> style.doubtful(word);
      case INFO -> style.dim(word);
    };
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
                LinkedHashMap::new,
                Collectors.mapping(
                    Verdict.NotChecked::guideline, Collectors.toCollection(TreeSet::new))))
        .forEach(
            (why, guidelines) ->
                Prose.paragraph(text, "  ", why + " (" + String.join(", ", guidelines) + ")"));
  }

  /// Whom a violation hits; blank where it hits nobody.
  private static String people(Violation violation) {
    String counted =
        violation.users().entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().toOptional().stream()
                        .filter(count -> count > 0)
                        .map(count -> Prose.number(count) + " by " + entry.getKey().title()))
            .collect(Collectors.joining(", "));
    boolean uncounted =
        violation.users().values().stream().anyMatch(Known.Unsaid.class::isInstance);
    return counted.isEmpty() && uncounted ? "people that nobody counted (state users)" : counted;
  }

  private static String named(Place place) {
    return switch (place) {
      case Directory directory -> directory.identity();
      case Server server -> server.name();
      case Site site -> "site " + site.name();
      case Organization all -> all.name();
      case Part part -> part.host().name() + " " + part.key();
      case SiteLink link -> "site link " + link;
      case PublishedName name -> name.name();
      case Population people -> people.name();
      case OutlookProvider provider -> "Outlook provider " + provider.name();
    };
  }

  private String summary() {
    Findings.Summary summary = findings.summary();
    List<String> counts = new ArrayList<>();
    counts.add(Prose.counted(summary.conforms(), "conforms", "conform"));
    counts.add(Prose.counted(summary.departs(), "departs", "depart"));
    counts.add(Prose.counted(summary.notApplicable(), "does not apply", "do not apply"));
    counts.add(Prose.counted(summary.notChecked(), "not checked", "not checked"));
    counts.add(Prose.counted(summary.waived(), "waived", "waived"));
    if (!review.known().isEmpty()) {
      counts.add(Prose.counted(review.known().size(), "known", "known"));
    }
    return String.join(", ", counts);
  }

  private void fields(JsonGenerator json, Violation violation) throws IOException {
    json.writeStringField("guideline", violation.guideline());
    json.writeStringField("severity", violation.severity().word());
    if (violation.asks()) {
      json.writeBooleanField("asks", true);
    }
    place(json, violation.place());
    json.writeStringField("message", violation.message());
    json.writeStringField("because", Prose.flowing(violation.because()));
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

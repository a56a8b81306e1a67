package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Directory;
import io.casguard.topology.Holds;
import io.casguard.topology.Intended;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Waiver;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A check as one line of JSON.
final class CheckJson {
  private final CheckReport report;
  private final Review review;
  private final Findings findings;

  CheckJson(CheckReport report) {
    this.report = report;
    this.review = report.review();
    this.findings = report.findings();
  }

  String all() {
    return Json.line(
        json -> {
          json.writeStringField("organization", report.organization().name());
          Json.objects(json, "violations", review.violations(), this::violation);
          Json.objects(json, "known", review.known(), this::violation);
          Json.objects(json, "waived", findings.waived(), this::waived);
          Json.object(json, "waivers", _ -> waivers(json, review));
          Json.objects(json, "notChecked", findings.notChecked(), this::notChecked);
          Json.objects(
              json,
              "intent",
              SiteIntent.usedBy(findings, report.organization().sites()),
              CheckJson::intent);
          summary(json, findings.summary());
        });
  }

  String one(Violation violation) {
    return Json.line(json -> violation(json, violation)).stripTrailing();
  }

  String one(Verdict.Waived waived) {
    return Json.line(json -> waived(json, waived)).stripTrailing();
  }

  /// The fields of a violation.
  void violation(JsonGenerator json, Violation violation) throws IOException {
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
    Optional<Waiver> lapsed = review.lapsedFor(violation);
    if (lapsed.isPresent()) {
      json.writeFieldName("lapsedWaiver");
      Json.waiver(json, lapsed.get());
    }
  }

  private void waived(JsonGenerator json, Verdict.Waived waived) throws IOException {
    violation(json, waived.violation());
    json.writeFieldName("waiver");
    Json.waiver(json, waived.waiver());
  }

  /// The waivers that waive nothing.
  static void waivers(JsonGenerator json, Review review) throws IOException {
    waivers(json, "lapsed", review.lapsed());
    waivers(json, "unmatched", review.unmatched());
    Json.objects(
        json,
        "refused",
        review.refused(),
        (_, refused) -> {
          json.writeFieldName("waiver");
          Json.waiver(json, refused.waiver());
          json.writeStringField("why", refused.why());
        });
  }

  private static void waivers(JsonGenerator json, String name, List<Waiver> waivers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Waiver waiver : waivers) {
      Json.waiver(json, waiver);
    }
    json.writeEndArray();
  }

  private void notChecked(JsonGenerator json, Verdict.NotChecked open) throws IOException {
    json.writeStringField("guideline", open.guideline());
    place(json, open.place());
    json.writeStringField("why", open.why());
    Json.texts(json, "unsaid", open.unsaid().stream().map(Path::toString).toList());
    at(json, open.path());
  }

  private static void intent(JsonGenerator json, SiteIntent intent) throws IOException {
    json.writeStringField("site", intent.site().name());
    json.writeObjectFieldStart("internetFacing");
    Holds facing = intent.site().facing().holds();
    if (facing == Holds.UNSAID) {
      json.writeNullField("value");
    } else {
      json.writeBooleanField("value", facing == Holds.YES);
    }
    json.writeStringField("known", intent.facingKnown());
    json.writeEndObject();
    json.writeObjectFieldStart("protocols");
    for (Protocol protocol : intent.protocols()) {
      json.writeObjectFieldStart(protocol.word());
      switch (intent.site().intended(protocol)) {
        case Intended.Stated(var wanted) -> intended(json, wanted.word(), "stated");
        case Intended.ImpliedProxy() -> intended(json, "proxy", "implied");
        case Intended.Unset() -> {
          json.writeNullField("value");
          json.writeStringField("known", "unsaid");
        }
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void intended(JsonGenerator json, String value, String known) throws IOException {
    json.writeStringField("value", value);
    json.writeStringField("known", known);
  }

  static void place(JsonGenerator json, Place place) throws IOException {
    Json.text(json, "site", place.site().map(Site::name));
    Json.text(json, "server", place.server().map(Server::name));
    if (place instanceof Directory directory) {
      json.writeStringField("directory", directory.name());
    }
  }

  private void at(JsonGenerator json, Path path) throws IOException {
    Json.object(json, "at", _ -> Json.at(json, path, report.sources()));
  }

  static void summary(JsonGenerator json, Findings.Summary summary) throws IOException {
    json.writeObjectFieldStart("summary");
    json.writeNumberField("conforms", summary.conforms());
    json.writeNumberField("departs", summary.departs());
    json.writeNumberField("notApplicable", summary.notApplicable());
    json.writeNumberField("notChecked", summary.notChecked());
    json.writeNumberField("waived", summary.waived());
    json.writeEndObject();
  }
}

package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.MatrixDifference.CounterExample;
import io.casguard.accesspaths.MatrixDifference.OfSite;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;
import io.casguard.impact.Plan;
import io.casguard.impact.Settling;
import io.casguard.topology.Known;
import java.io.IOException;
import java.time.Duration;

/// A plan as one line of JSON.
final class PlanJson {
  private final PlanReport report;
  private final Plan plan;
  private final CheckJson before;
  private final CheckJson after;

  PlanJson(PlanReport report) {
    this.report = report;
    this.plan = report.plan();
    this.before = new CheckJson(report.checkBefore());
    this.after = new CheckJson(report.checkAfter());
  }

  String all() {
    return Json.line(
        json -> {
          json.writeStringField("organization", report.organization());
          fields(json);
        });
  }

  /// Everything but the organization's name.
  void fields(JsonGenerator json) throws IOException {
    end(json, "before", report.before(), plan.before());
    end(json, "after", report.after(), plan.after());
    json.writeStringField("verdict", plan.verdict().word());
    Json.objects(json, "people", plan.people(), this::change);
    Json.objects(json, "opened", plan.opened(), after::violation);
    Json.objects(json, "worsened", plan.worsened(), this::worsened);
    Json.objects(json, "resolved", plan.resolved(), before::violation);
    json.writeNumberField("undetermined", plan.after().undetermined());
    json.writeNumberField("undeterminedBefore", plan.before().undetermined());
    Json.objects(json, "settling", plan.settling().views(), PlanJson::view);
    json.writeArrayFieldStart("proposedWaivers");
    for (var waiver : plan.proposed()) {
      Json.waiver(json, waiver);
    }
    json.writeEndArray();
  }

  private static void end(JsonGenerator json, String name, PlanReport.End end, Plan.State state)
      throws IOException {
    json.writeObjectFieldStart(name);
    if (end.revision().isPresent()) {
      json.writeNumberField("revision", end.revision().get());
    }
    json.writeStringField("digest", state.organization().topology().digest());
    json.writeEndObject();
  }

  private void change(JsonGenerator json, PeopleChange change) throws IOException {
    json.writeStringField("protocol", change.protocol().word());
    json.writeStringField("network", change.network().word());
    json.writeStringField("effect", change.effect().word());
    Json.text(json, "from", change.from());
    Json.text(json, "to", change.to());
    if (change.otherAddress()) {
      json.writeBooleanField("otherAddress", true);
    }
    json.writeNumberField("users", change.users());
    json.writeNumberField("uncountedClasses", change.uncountedClasses());
    Json.objects(json, "sites", change.sites(), PlanJson::site);
    Json.objects(json, "counterExamples", change.counterExamples(), this::example);
  }

  private static void view(JsonGenerator json, Settling.View view) throws IOException {
    Json.texts(json, "sites", view.sites());
    if (view.worst() instanceof Known.Value<Duration>(Duration worst)) {
      json.writeNumberField("upToSeconds", worst.toSeconds());
    } else {
      json.writeNullField("upToSeconds");
    }
    Json.objects(json, "waiting", view.waiting(), OutageReport::heads);
    Json.objects(
        json,
        "meanwhile",
        view.meanwhile(),
        (each, people) -> {
          each.writeStringField("protocol", people.protocol().word());
          each.writeStringField("network", people.network().word());
          each.writeBooleanField("lost", people.lost());
          each.writeStringField("before", people.before());
          each.writeStringField("between", people.between());
          each.writeStringField("after", people.after());
          each.writeNumberField("users", people.users());
          each.writeNumberField("uncountedClasses", people.uncountedClasses());
        });
  }

  private static void site(JsonGenerator json, OfSite site) throws IOException {
    Json.text(json, "site", site.site());
    json.writeNumberField("users", site.users());
    json.writeNumberField("uncountedClasses", site.uncountedClasses());
  }

  private void example(JsonGenerator json, CounterExample example) throws IOException {
    if (example.before().isPresent()) {
      Json.object(json, "before", report.pathBefore(example.before().get())::fields);
    }
    if (example.after().isPresent()) {
      Json.object(json, "after", report.pathAfter(example.after().get())::fields);
    }
  }

  private void worsened(JsonGenerator json, Plan.Worsened worsened) throws IOException {
    after.violation(json, worsened.after());
    json.writeStringField("severityBefore", worsened.before().severity().word());
  }
}

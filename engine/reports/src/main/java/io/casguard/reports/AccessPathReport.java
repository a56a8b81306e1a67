package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Failure;
import io.casguard.accesspaths.Trail;
import io.casguard.formats.SourceMap;
import io.casguard.topology.Network;
import io.casguard.topology.Path;
import io.casguard.topology.Url;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One access path with its trail: the answer of `casguard simulate` and of `POST /simulations`.
public final class AccessPathReport {
  private final String organization;
  private final AccessPath path;
  private final SourceMap sources;

  /// @param sources where the organization's statements stand
  public AccessPathReport(String organization, AccessPath path, SourceMap sources) {
    this.organization = organization;
    this.path = path;
    this.sources = sources;
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", organization);
          fields(json);
        });
  }

  /// Everything that is told of the path.
  void fields(JsonGenerator json) throws IOException {
    question(json, path);
    answer(json, path);
    json.writeFieldName("users");
    Json.count(json, path.users());
    trail(json);
    Json.texts(json, "remarks", path.remarks());
  }

  /// Text for people: the request, each clause with what was found, the decision.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append(request(style)).append("\n\n");
    path.trail().steps().forEach(step -> step(text, style, step));
    text.append('\n');
    verdict(text, style);
    return text.toString();
  }

  /// Who asks for what, in words.
  String request(Style style) {
    return "somebody of "
        + style.bold(path.request().mailbox().name())
        + " opens "
        + style.bold(opened())
        + (path.request().from() == Network.INTERNET ? " from the Internet" : " from inside")
        + path.request()
            .way()
            .device()
            .map(version -> " with a device that speaks " + version)
            .orElse("");
  }

  /// The outcome, and what else is said of it.
  void verdict(StringBuilder text, Style style) {
    text.append(verdict(style)).append('\n');
    details().forEach((label, body) -> Prose.paragraph(text, "  %-8s".formatted(label), body));
    path.remarks().forEach(remark -> Prose.paragraph(text, "  note    ", remark));
  }

  static void question(JsonGenerator json, AccessPath path) throws IOException {
    json.writeStringField("protocol", path.request().protocol().word());
    Json.text(json, "entry", path.request().entry().map(Door::name));
    json.writeStringField("mailbox", path.request().mailbox().name());
    json.writeStringField("from", path.request().from().word());
    Json.text(json, "deviceVersion", path.request().way().device().map(DeviceVersion::toString));
  }

  static void answer(JsonGenerator json, AccessPath path) throws IOException {
    json.writeStringField("outcome", path.outcome().word());
    if (path.reached().isPresent()) {
      json.writeStringField("reached", path.reached().get().word());
    } else {
      json.writeNullField("reached");
    }
    Json.text(json, "server", path.server());
    Json.text(json, "url", path.url().map(Url::text));
    Json.text(json, "reason", path.reason());
    if (path.status().isPresent()) {
      json.writeNumberField("status", path.status().get());
    }
    if (path.event().isPresent()) {
      Failure.Event event = path.event().get();
      json.writeObjectFieldStart("event");
      json.writeStringField("source", event.source());
      json.writeNumberField("id", event.id());
      json.writeEndObject();
    }
    Json.text(json, "code", path.code());
    Json.text(json, "userText", path.userText());
    if (!path.oneOf().isEmpty()) {
      Json.texts(json, "oneOf", path.oneOf());
    }
    if (!path.undetermined().isEmpty()) {
      Json.texts(json, "unsaid", path.undetermined().stream().map(Path::toString).toList());
    }
  }

  private void trail(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("trail");
    for (Trail.Step step : path.trail().steps()) {
      json.writeStartObject();
      json.writeStringField("clause", step.clause().id());
      json.writeStringField("text", step.text());
      json.writeBooleanField("decided", step instanceof Trail.Decided);
      json.writeStringField("source", step.clause().source());
      json.writeStringField("certainty", step.clause().certainty().word());
      Json.evidence(json, step.because(), sources);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private String opened() {
    return path.request()
        .entry()
        .map(door -> door.name() + path.request().path())
        .orElse(path.request().protocol().title());
  }

  /// One step, with what was found.
  void step(StringBuilder text, Style style, Trail.Step step) {
    String place =
        step.because().stream()
            .flatMap(evidence -> sources.find(evidence.path()).stream())
            .findFirst()
            .map(at -> "  " + at.file() + ":" + at.line())
            .orElse("");
    String clause = "  %-6s".formatted(step.clause().id());
    String label =
        switch (step) {
          case Trail.Passed _ -> style.dim(clause + "passed   ");
          case Trail.Decided _ -> style.bold(clause + "decided  ");
        };
    int width = clause.length() + "decided  ".length();
    List<String> lines = Prose.lines(step.text(), Prose.COLUMNS - width);
    text.append(label)
        .append(String.join("\n" + " ".repeat(width), lines))
        .append(style.dim(place))
        .append('\n');
  }

  private String verdict(Style style) {
    String word = path.outcome().word();
    String people =
        path.users()
            .toOptional()
            .map(users -> "  " + Prose.counted(users, "user", "users"))
            .orElse("");
    return switch (path.reached().orElse(null)) {
      case null -> style.doubtful(word) + people;
      case YES -> style.good(word) + people;
      case OWN_ACTION -> style.doubtful(word) + people + ", by the user's own action";
      case NO -> style.bad(word) + people + ", the mailbox is not reached";
    };
  }

  /// What else the answer says, each under its label.
  private Map<String, String> details() {
    Map<String, String> details = new LinkedHashMap<>();
    path.url().map(Url::text).or(path::server).ifPresent(target -> details.put("to", target));
    if (!path.oneOf().isEmpty()) {
      details.put("one of", String.join(", ", path.oneOf()));
    }
    path.reason().ifPresent(reason -> details.put("reason", reason));
    path.status().ifPresent(status -> details.put("HTTP", status.toString()));
    path.event().ifPresent(event -> details.put("event", event.source() + " " + event.id()));
    path.code().ifPresent(code -> details.put("code", code));
    path.userText().ifPresent(shown -> details.put("shown", shown));
    if (!path.undetermined().isEmpty()) {
      details.put(
          "unsaid",
          path.undetermined().stream().map(Path::toString).collect(Collectors.joining(", ")));
    }
    return details;
  }
}

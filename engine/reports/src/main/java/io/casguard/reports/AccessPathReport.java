package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Evidence;
import io.casguard.accesspaths.Failure;
import io.casguard.accesspaths.Trail;
import io.casguard.formats.SourceMap;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Path;
import io.casguard.topology.Url;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
          question(json, path);
          answer(json, path);
          json.writeFieldName("users");
          Json.count(json, path.users());
          trail(json);
          Json.texts(json, "remarks", path.remarks());
        });
  }

  /// Text for people: the request, each clause with what was found, the decision.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append("somebody of ")
        .append(style.bold(path.request().mailbox().name()))
        .append(" opens ")
        .append(style.bold(opened()))
        .append(
            path.request().from() == Network.INTERNET ? " from the Internet\n" : " from inside\n");
    for (Trail.Step step : path.trail().steps()) {
      text.append("  ").append(row(style, step)).append('\n');
    }
    text.append('\n').append(verdict(style)).append('\n');
    for (String remark : path.remarks()) {
      text.append("  ").append(style.dim("note  " + remark)).append('\n');
    }
    return text.toString();
  }

  static void question(JsonGenerator json, AccessPath path) throws IOException {
    json.writeStringField("protocol", path.request().protocol().word());
    Json.text(json, "entry", path.request().entry().map(Door::name));
    json.writeStringField("mailbox", path.request().mailbox().name());
    json.writeStringField("from", path.request().from().word());
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
      json.writeArrayFieldStart("evidence");
      for (Evidence evidence : step.because()) {
        json.writeStartObject();
        json.writeStringField("text", evidence.text());
        Json.at(json, evidence.path(), sources);
        json.writeEndObject();
      }
      json.writeEndArray();
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

  private String row(Style style, Trail.Step step) {
    String clause = "%-6s".formatted(step.clause().id());
    String place =
        step.because().stream()
            .flatMap(evidence -> sources.find(evidence.path()).stream())
            .findFirst()
            .map(at -> style.dim("  " + at.file() + ":" + at.line()))
            .orElse("");
    return switch (step) {
      case Trail.Passed _ -> style.dim(clause + "passed ") + " " + step.text() + place;
      case Trail.Decided _ -> style.bold(clause + "decided") + " " + step.text() + place;
    };
  }

  private String verdict(Style style) {
    String word = path.outcome().word();
    return switch (path.reached().orElse(null)) {
      case null -> style.doubtful(word) + details();
      case YES -> style.good(word) + details();
      case OWN_ACTION -> style.doubtful(word) + details() + ", by the user's own action";
      case NO -> style.bad(word) + details() + ", the mailbox is not reached";
    };
  }

  private String details() {
    StringBuilder details = new StringBuilder();
    path.url()
        .map(Url::text)
        .or(path::server)
        .ifPresent(target -> details.append("  ").append(target));
    if (!path.oneOf().isEmpty()) {
      details.append(" (one of ").append(String.join(", ", path.oneOf())).append(")");
    }
    path.status().ifPresent(status -> details.append("  HTTP ").append(status));
    path.event()
        .ifPresent(
            event ->
                details.append("  event ").append(event.source()).append(' ').append(event.id()));
    List<String> unsaid = path.undetermined().stream().map(Path::toString).toList();
    if (!unsaid.isEmpty()) {
      details.append("  state ").append(String.join(" and ", unsaid));
    }
    return details.append(people(path.users())).toString();
  }

  static String people(Known<Integer> users) {
    Optional<Integer> count = users.toOptional();
    return count
        .map(
            number ->
                "  "
                    + NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number)
                    + (number == 1 ? " user" : " users"))
        .orElse("");
  }
}

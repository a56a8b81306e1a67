package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesslogs.Contradiction;
import io.casguard.accesslogs.Failing;
import io.casguard.accesslogs.LogOwner;
import io.casguard.accesslogs.Malformed;
import io.casguard.accesslogs.NotObserved;
import io.casguard.accesslogs.Pair;
import io.casguard.accesslogs.Replay;
import io.casguard.accesslogs.Span;
import io.casguard.accesslogs.UnreadRows;
import io.casguard.accesslogs.Verdict;
import io.casguard.accesspaths.AccessPath;
import io.casguard.formats.SourceMap;
import io.casguard.topology.Server;
import io.casguard.topology.Word;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// A replay as JSON.
final class ReplayJson {
  private ReplayJson() {}

  static String of(Replay replay, SourceMap sources) {
    return Json.line(json -> fields(json, replay, sources));
  }

  private static void fields(JsonGenerator json, Replay replay, SourceMap sources)
      throws IOException {
    json.writeStringField("organization", replay.organization());
    json.writeNumberField("rows", replay.rows());
    Json.text(json, "first", replay.first().map(Object::toString));
    Json.text(json, "last", replay.last().map(Object::toString));
    json.writeBooleanField("whole", replay.isWhole());
    Json.object(
        json,
        "summary",
        summary -> {
          for (Verdict verdict : Verdict.values()) {
            summary.writeNumberField(verdict.word(), replay.total(verdict));
          }
          summary.writeNumberField("notObserved", replay.notObserved().size());
        });
    Json.objects(
        json,
        "protocols",
        replay.verdicts().entrySet(),
        (of, entry) -> {
          of.writeStringField("protocol", entry.getKey().word());
          counts(of, entry.getValue());
        });
    Json.objects(
        json,
        "contradictions",
        replay.contradictions(),
        (of, contradiction) -> contradiction(of, contradiction, sources));
    Json.objects(
        json,
        "clauses",
        replay.clauses(),
        (of, count) -> {
          of.writeStringField("protocol", count.protocol().word());
          of.writeStringField("clause", count.clause().id());
          of.writeStringField("text", count.clause().sentence());
          of.writeNumberField("confirmed", count.confirmed());
          of.writeNumberField("contradicted", count.contradicted());
        });
    Json.objects(json, "pairs", replay.pairs(), ReplayJson::pair);
    Json.objects(json, "failures", replay.failures(), ReplayJson::failing);
    Json.objects(json, "notObserved", replay.notObserved(), ReplayJson::notObserved);
    Json.object(json, "unexplained", of -> counts(of, replay.unexplained()));
    Json.object(json, "setAside", of -> counts(of, replay.aside()));
    Json.object(
        json,
        "notInTopology",
        of -> {
          texts(of, "servers", replay.strangers().servers());
          texts(of, "proxies", replay.strangers().proxies());
          texts(of, "networks", replay.strangers().networks());
        });
    json.writeArrayFieldStart("unread");
    for (UnreadRows rows : replay.unread()) {
      unread(json, rows);
    }
    json.writeEndArray();
    Json.objects(json, "logs", replay.owners(), ReplayJson::owner);
  }

  private static void contradiction(
      JsonGenerator json, Contradiction contradiction, SourceMap sources) throws IOException {
    json.writeStringField("protocol", contradiction.protocol().word());
    json.writeStringField("first", contradiction.first().name());
    json.writeStringField("observed", contradiction.seen().word());
    Json.text(json, "second", contradiction.seen().secondServer().map(Server::name));
    json.writeStringField("message", ReplayWording.seen(contradiction));
    span(json, contradiction.span());
    json.writeArrayFieldStart("against");
    for (AccessPath path : contradiction.against()) {
      json.writeStartObject();
      json.writeStringField("clause", path.trail().decision().clause().id());
      json.writeStringField("certainty", path.trail().decision().clause().certainty().word());
      json.writeStringField("text", path.trail().decision().text());
      AccessPathReport.question(json, path);
      AccessPathReport.answer(json, path);
      Json.evidence(json, ReplayWording.statements(path), sources);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void pair(JsonGenerator json, Pair pair) throws IOException {
    json.writeStringField("protocol", pair.protocol().word());
    json.writeStringField("first", pair.first().name());
    json.writeStringField("second", pair.second().name());
    json.writeNumberField("answered", pair.answered());
    json.writeNumberField("refused", pair.refused());
    json.writeNumberField("paired", pair.paired());
    json.writeNumberField("clocksApartSeconds", pair.clocksApart());
    span(json, pair.span());
  }

  private static void failing(JsonGenerator json, Failing failing) throws IOException {
    json.writeStringField("pattern", failing.pattern().word());
    json.writeStringField("protocol", failing.protocol().word());
    json.writeStringField("first", failing.first().name());
    Json.text(json, "second", failing.second().map(Server::name));
    Json.text(json, "guideline", failing.guideline());
    json.writeStringField("message", failing.pattern().sentence());
    span(json, failing.span());
  }

  private static void notObserved(JsonGenerator json, NotObserved missing) throws IOException {
    json.writeStringField("protocol", missing.protocol().word());
    json.writeStringField("from", missing.from().word());
    json.writeStringField("entry", missing.door());
    json.writeStringField("outcome", missing.outcome());
    Json.text(json, "server", Optional.of(missing.server()).filter(server -> !server.isEmpty()));
    json.writeNumberField("classes", missing.classes());
    json.writeNumberField("users", missing.users());
    json.writeBooleanField("logMissing", missing.unread());
  }

  private static void unread(JsonGenerator json, UnreadRows rows) throws IOException {
    for (Malformed kind : Malformed.values()) {
      if (!rows.samples(kind).isEmpty()) {
        json.writeStartObject();
        json.writeStringField("why", kind.word());
        json.writeNumberField("rows", rows.counts().getOrDefault(kind, 0L));
        Json.objects(
            json,
            "samples",
            rows.samples(kind),
            (of, sample) -> {
              of.writeStringField("file", sample.file());
              of.writeNumberField("line", sample.line());
              of.writeStringField("text", sample.text());
            });
        json.writeEndObject();
      }
    }
  }

  private static void owner(JsonGenerator json, LogOwner owner) throws IOException {
    json.writeStringField("file", owner.file().name());
    Json.text(json, "server", owner.server().map(Server::name));
    json.writeStringField("how", owner.how());
  }

  private static void span(JsonGenerator json, Span span) throws IOException {
    json.writeNumberField("requests", span.requests());
    json.writeStringField("firstSeen", span.first().toString());
    json.writeStringField("lastSeen", span.last().toString());
  }

  private static void counts(JsonGenerator json, Map<? extends Word, Long> counts)
      throws IOException {
    for (Map.Entry<? extends Word, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey().word(), count.getValue());
    }
  }

  private static void texts(JsonGenerator json, String name, Map<String, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }
}

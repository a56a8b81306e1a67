package io.casguard.reports;

import io.casguard.accesslogs.Contradiction;
import io.casguard.accesslogs.Failing;
import io.casguard.accesslogs.LogOwner;
import io.casguard.accesslogs.NotObserved;
import io.casguard.accesslogs.Pair;
import io.casguard.accesslogs.Replay;
import io.casguard.accesslogs.Span;
import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Clause;
import io.casguard.accesspaths.Evidence;
import io.casguard.accesspaths.Trail;
import io.casguard.topology.Server;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The sentences of replays, alike in text and Markdown.
final class ReplayWording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final int STATEMENTS = 8;

  private ReplayWording() {}

  /// How much was read, and of which time.
  static String extent(Replay replay) {
    String when =
        replay.first().map(first -> time(first) + " to ").orElse("")
            + replay.last().map(last -> time(last) + " UTC, ").orElse("");
    return when
        + Prose.counted(replay.rows(), "row", "rows")
        + " of "
        + Prose.counted(replay.owners().size(), "log", "logs")
        + (replay.isWhole() ? "" : "; not everything could be kept apart");
  }

  static String seen(Contradiction contradiction) {
    return contradiction.protocol().word()
        + ": "
        + contradiction.first().name()
        + " "
        + contradiction.seen().words();
  }

  /// How often, and when first and last.
  static String span(Span span) {
    return Prose.counted(span.requests(), "request", "requests")
        + ", "
        + time(span.first())
        + (span.first().equals(span.last()) ? "" : " to " + time(span.last()));
  }

  /// What the simulator says instead.
  static String says(AccessPath path) {
    Trail.Decided decision = path.trail().decision();
    return "the simulator says "
        + path.outcome().word()
        + path.server().map(server -> " " + server).orElse("")
        + " for "
        + path.request().mailbox().name()
        + " by "
        + decision.clause().id()
        + " ("
        + decision.clause().certainty().word()
        + "): "
        + decision.text();
  }

  /// The statements that a prediction rests on, those of its last steps first, since what decides
  /// late is what is stale most often.
  static List<Evidence> statements(AccessPath path) {
    return path.trail().steps().reversed().stream()
        .flatMap(step -> step.because().stream())
        .collect(Collectors.toMap(Evidence::path, it -> it, (one, _) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .limit(STATEMENTS)
        .toList();
  }

  static String pair(Pair pair) {
    return Prose.number(pair.answered())
        + " answered, "
        + Prose.number(pair.refused())
        + " refused"
        + (pair.paired() == 0
            ? ""
            : ", beside " + Prose.counted(pair.paired(), "client's", "clients'"))
        + (pair.clocksApart() == 0
            ? ""
            : "; clocks about " + Math.abs(pair.clocksApart()) + " seconds apart");
  }

  static String failing(Failing failing) {
    return failing.protocol().word()
        + ": "
        + failing.first().name()
        + failing.second().map(second -> " to " + second.name()).orElse("")
        + ", "
        + failing.pattern().sentence();
  }

  static String notObserved(NotObserved missing) {
    return missing.outcome()
        + (missing.server().isEmpty() ? "" : " " + missing.server())
        + " for people who enter at "
        + missing.door()
        + " from the "
        + missing.from().word()
        + (missing.users() == 0 ? "" : " (" + Prose.counted(missing.users(), "user", "users") + ")")
        + (missing.unread() ? "; no log of that server was given" : "");
  }

  /// How many logs each server has, and how that is known: of the same server and way once.
  static List<String> owners(List<LogOwner> owners) {
    Map<String, List<LogOwner>> alike = new LinkedHashMap<>();
    for (LogOwner owner : owners) {
      String whose = owner.server().map(Server::name).orElse("nobody's") + ": " + owner.how();
      alike.computeIfAbsent(whose, _ -> new ArrayList<>()).add(owner);
    }
    return alike.entrySet().stream()
        .map(
            entry ->
                entry.getKey()
                    + " ("
                    + (entry.getValue().size() == 1
                        ? entry.getValue().getFirst().file().name()
                        : Prose.counted(entry.getValue().size(), "log", "logs"))
                    + ")")
        .toList();
  }

  static String strangers(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + Prose.number(entry.getValue()) + ")")
        .collect(Collectors.joining(", "));
  }

  /// The clause as people look it up.
  static String clause(Clause clause) {
    return clause.id() + " " + clause.sentence();
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}

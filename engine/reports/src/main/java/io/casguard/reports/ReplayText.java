package io.casguard.reports;

import io.casguard.accesslogs.Contradiction;
import io.casguard.accesslogs.Malformed;
import io.casguard.accesslogs.Replay;
import io.casguard.accesslogs.UnreadRows;
import io.casguard.accesslogs.Verdict;
import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Evidence;
import io.casguard.formats.SourceMap;
import io.casguard.topology.Protocol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A replay as text: the answer first, then what it rests on, whose logs these are last.
final class ReplayText {
  private static final String INDENT = "  ";
  private static final String DEEPER = "    ";

  private final Replay replay;
  private final SourceMap sources;
  private final Style style;
  private final StringBuilder text = new StringBuilder();

  ReplayText(Replay replay, SourceMap sources, Style style) {
    this.replay = replay;
    this.sources = sources;
    this.style = style;
  }

  String written() {
    boolean contradicted = !replay.contradictions().isEmpty();
    String headline = ReplayReport.headline(replay);
    text.append(style.bold(replay.organization()))
        .append(": ")
        .append(contradicted ? style.bad(headline) : headline)
        .append('\n');
    Prose.paragraph(text, "", ReplayWording.extent(replay));
    replay.contradictions().forEach(this::contradiction);
    verdicts();
    clauses();
    section(
        "seen proxying",
        replay.pairs(),
        pair ->
            pair.protocol().word()
                + ": "
                + pair.first().name()
                + " to "
                + pair.second().name()
                + ", "
                + ReplayWording.pair(pair)
                + "; "
                + ReplayWording.span(pair.span()));
    section(
        "failures",
        replay.failures(),
        failing ->
            ReplayWording.failing(failing)
                + failing.guideline().map(number -> " (look at " + number + ")").orElse("")
                + "; "
                + ReplayWording.span(failing.span()));
    section(
        "foretold and not observed",
        replay.notObserved(),
        missing -> missing.protocol().word() + ": " + ReplayWording.notObserved(missing));
    section(
        "unexplained",
        replay.unexplained().entrySet(),
        entry -> Prose.number(entry.getValue()) + " " + entry.getKey().sentence());
    section(
        "set aside",
        replay.aside().entrySet(),
        entry -> Prose.number(entry.getValue()) + " " + entry.getKey().sentence());
    strangers();
    unread();
    section("whose logs these are", ReplayWording.owners(replay.owners()), it -> it);
    return text.toString();
  }

  private void contradiction(Contradiction contradiction) {
    text.append('\n')
        .append(style.bad("contradicted"))
        .append(INDENT)
        .append(style.bold(Prose.harmless(ReplayWording.seen(contradiction))))
        .append('\n');
    Prose.paragraph(text, INDENT, ReplayWording.span(contradiction.span()));
    for (AccessPath path : contradiction.against()) {
      Prose.paragraph(text, INDENT, "but " + ReplayWording.says(path));
      for (Evidence evidence : ReplayWording.statements(path)) {
        String place =
            sources.find(evidence.path()).map(at -> "  " + at.file() + ":" + at.line()).orElse("");
        Prose.paragraph(text, DEEPER, evidence.text() + ": " + evidence.path() + place);
      }
    }
  }

  private void verdicts() {
    if (replay.verdicts().isEmpty()) {
      return;
    }
    text.append('\n')
        .append(
            style.bold(
                "%-18s %13s %13s %13s %13s"
                    .formatted(
                        "requests", "confirmed", "contradicted", "unexplained", "set aside")))
        .append('\n');
    for (Map.Entry<Protocol, Map<Verdict, Long>> of : replay.verdicts().entrySet()) {
      text.append(INDENT).append("%-16s".formatted(of.getKey().word()));
      for (Verdict verdict : Verdict.values()) {
        text.append(" %13s".formatted(Prose.number(of.getValue().getOrDefault(verdict, 0L))));
      }
      text.append('\n');
    }
  }

  private void clauses() {
    section(
        "clauses",
        replay.clauses(),
        count ->
            count.protocol().word()
                + ": "
                + Prose.number(count.confirmed())
                + " for, "
                + Prose.number(count.contradicted())
                + " against "
                + ReplayWording.clause(count.clause()));
  }

  private void strangers() {
    Map<String, Map<String, Long>> all = new LinkedHashMap<>();
    all.put("servers that write logs: ", replay.strangers().servers());
    all.put("servers that proxy: ", replay.strangers().proxies());
    all.put(
        "networks of the Internet at servers of sites that are stated not to face it: ",
        replay.strangers().networks());
    all.values().removeIf(Map::isEmpty);
    section(
        "not in the topology",
        all.entrySet(),
        entry -> entry.getKey() + ReplayWording.strangers(entry.getValue()));
  }

  private void unread() {
    for (UnreadRows rows : replay.unread()) {
      for (Malformed kind : Malformed.values()) {
        List<UnreadRows.Sample> samples = rows.samples(kind);
        if (!samples.isEmpty()) {
          UnreadRows.Sample first = samples.getFirst();
          text.append('\n');
          Prose.paragraph(
              text,
              "",
              first.file()
                  + ": "
                  + Prose.counted(
                      rows.counts().getOrDefault(kind, 0L),
                      "row is not read: ",
                      "rows are not read: ")
                  + kind.sentence()
                  + "; the first is line "
                  + Prose.number(first.line()));
        }
      }
    }
  }

  private <T> void section(String title, Iterable<T> elements, Function<T, String> words) {
    if (elements.iterator().hasNext()) {
      text.append('\n').append(style.bold(title)).append('\n');
      elements.forEach(element -> Prose.paragraph(text, INDENT, words.apply(element)));
    }
  }
}

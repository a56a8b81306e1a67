package io.casguard.reports;

import io.casguard.accesslogs.Contradiction;
import io.casguard.accesslogs.Replay;
import io.casguard.accesslogs.Verdict;
import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Evidence;
import io.casguard.formats.SourceMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A replay as a page of Markdown.
final class ReplayPage {
  private ReplayPage() {}

  static String of(Replay replay, SourceMap sources) {
    List<MarkdownCut.Block> blocks = new ArrayList<>();
    blocks.add(MarkdownCut.Block.of(head(replay)));
    replay
        .contradictions()
        .forEach(
            contradiction ->
                blocks.add(MarkdownCut.Block.of(contradiction(contradiction, sources))));
    section(
        blocks,
        "Seen proxying",
        replay.pairs(),
        pair ->
            pair.protocol().word()
                + ": "
                + pair.first().name()
                + " to "
                + pair.second().name()
                + ", "
                + ReplayWording.pair(pair));
    section(
        blocks,
        "Failures",
        replay.failures(),
        failing ->
            ReplayWording.failing(failing)
                + failing.guideline().map(number -> " (look at " + number + ")").orElse("")
                + "; "
                + ReplayWording.span(failing.span()));
    section(
        blocks,
        "Clauses",
        replay.clauses(),
        count ->
            count.protocol().word()
                + ": "
                + Prose.number(count.confirmed())
                + " for, "
                + Prose.number(count.contradicted())
                + " against "
                + ReplayWording.clause(count.clause()));
    section(
        blocks,
        "Foretold and not observed",
        replay.notObserved(),
        missing -> missing.protocol().word() + ": " + ReplayWording.notObserved(missing));
    section(
        blocks,
        "Unexplained",
        replay.unexplained().entrySet(),
        entry -> Prose.number(entry.getValue()) + " " + entry.getKey().sentence());
    section(
        blocks, "Whose logs these are", ReplayWording.owners(replay.owners()), Function.identity());
    return MarkdownCut.of(blocks, "casguard replay");
  }

  private static String head(Replay replay) {
    StringBuilder text = new StringBuilder();
    text.append("# ")
        .append(MarkdownText.escaped(replay.organization() + ": " + ReplayReport.headline(replay)))
        .append("\n\n")
        .append(MarkdownText.escaped(ReplayWording.extent(replay)))
        .append(".\n");
    if (!replay.verdicts().isEmpty()) {
      text.append(
          """

          | protocol | confirmed | contradicted | unexplained | set aside |
          |---|---:|---:|---:|---:|
          """);
      replay
          .verdicts()
          .forEach(
              (protocol, counts) -> {
                text.append("| ").append(protocol.word()).append(" |");
                for (Verdict verdict : Verdict.values()) {
                  text.append(' ')
                      .append(Prose.number(counts.getOrDefault(verdict, 0L)))
                      .append(" |");
                }
                text.append('\n');
              });
    }
    return text.toString();
  }

  private static String contradiction(Contradiction contradiction, SourceMap sources) {
    StringBuilder text = new StringBuilder();
    text.append("\n## ")
        .append(MarkdownText.escaped(ReplayWording.seen(contradiction)))
        .append("\n\n")
        .append(MarkdownText.escaped(ReplayWording.span(contradiction.span())))
        .append(".\n\n");
    for (AccessPath path : contradiction.against()) {
      text.append("- ")
          .append(MarkdownText.escaped("but " + ReplayWording.says(path)))
          .append('\n');
      for (Evidence evidence : ReplayWording.statements(path)) {
        text.append("  - ")
            .append(MarkdownText.escaped(evidence.text()))
            .append(": ")
            .append(MarkdownText.code(evidence.path().toString()))
            .append(
                sources
                    .find(evidence.path())
                    .map(at -> " " + MarkdownText.code(at.file() + ":" + at.line()))
                    .orElse(""))
            .append('\n');
      }
    }
    return text.toString();
  }

  private static <T> void section(
      List<MarkdownCut.Block> blocks,
      String title,
      Iterable<T> elements,
      Function<? super T, String> words) {
    String above = "\n## " + title + "\n\n";
    for (T element : elements) {
      blocks.add(
          MarkdownCut.Block.of(above + "- " + MarkdownText.escaped(words.apply(element)) + "\n"));
      above = "";
    }
  }
}

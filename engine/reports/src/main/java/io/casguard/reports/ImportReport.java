package io.casguard.reports;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.imports.Contradiction;
import io.casguard.formats.imports.Counts;
import io.casguard.formats.imports.Imported;
import io.casguard.formats.imports.NotSaid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What an import took, and what it left unsaid.
///
/// @param imported what the exports gave
/// @param skipped files that are no exports
public record ImportReport(Imported imported, List<String> skipped) {
  private static final int MOST = 20;
  private static final int MOST_PLACES = 3;

  public ImportReport {
    skipped = List.copyOf(skipped);
  }

  /// The report for people.
  ///
  /// @param all whether everything is listed, however long
  /// @param written the files that were written
  /// @param questions how many questions were asked anew
  /// @param notes what else a person should look at
  /// @param next the command to go on with
  public String text(
      Style style,
      boolean all,
      List<String> written,
      int questions,
      List<String> notes,
      String next) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(imported.topology().organization()))
        .append(": ")
        .append(counts(imported.counts()))
        .append('\n');
    section(
        text,
        style.bad("Contradictions, left unsaid"),
        all,
        imported.contradictions().stream().map(ImportReport::told).toList());
    section(
        text,
        style.doubtful("Not said, so not checked"),
        all,
        imported.notSaid().stream().map(ImportReport::told).toList());
    section(
        text,
        style.doubtful("Look at these"),
        all,
        Stream.concat(imported.remarks().stream().map(ImportReport::told), notes.stream())
            .toList());
    section(text, "Skipped, since they are no exports", all, skipped);
    text.append("\nWritten: ").append(String.join(", ", written));
    if (questions > 0) {
      text.append("\nAsked:   ")
          .append(count(questions, "line", "lines"))
          .append(" in ")
          .append(written.getLast())
          .append(" that the shell cannot answer: take the # off those that you can");
    }
    return text.append("\nNext:    ").append(next).append('\n').toString();
  }

  private static String counts(Counts counts) {
    return String.join(
        ", ",
        count(counts.servers(), "server", "servers"),
        count(counts.sites(), "site", "sites"),
        count(counts.directories(), "virtual directory", "virtual directories"),
        count(counts.siteLinks(), "site link", "site links"),
        count(counts.mailboxes(), "mailbox", "mailboxes"));
  }

  private static String count(int number, String one, String several) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
  }

  private static void section(StringBuilder text, String title, boolean all, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append(" (").append(entries.size()).append("):\n");
    long shown = all ? entries.size() : Math.min(MOST, entries.size());
    entries.stream()
        .limit(shown)
        .forEach(entry -> text.append("  ").append(entry.replace("\n", "\n    ")).append('\n'));
    if (shown < entries.size()) {
      text.append("  and ").append(entries.size() - shown).append(" more: --all\n");
    }
  }

  private static String told(Contradiction contradiction) {
    List<String> lines = new ArrayList<>(List.of(contradiction.what().toString()));
    contradiction.statements().forEach(it -> lines.add(it.value() + "  " + place(it.at())));
    return String.join("\n", lines);
  }

  private static String told(NotSaid notSaid) {
    String what =
        notSaid.keys().isEmpty()
            ? (notSaid.of().isEmpty() ? "" : notSaid.of())
            : String.join(", ", notSaid.keys())
                + (notSaid.of().isEmpty() ? "" : " of " + notSaid.of());
    return places(notSaid.places())
        + (what.isEmpty() ? "" : ": " + what)
        + "\n"
        + notSaid.why()
        + notSaid.at().map(at -> "  " + place(at)).orElse("");
  }

  private static String places(List<String> places) {
    return places.size() <= MOST_PLACES + 1
        ? String.join(", ", places)
        : String.join(", ", places.subList(0, MOST_PLACES))
            + " and "
            + (places.size() - MOST_PLACES)
            + " more";
  }

  private static String told(Problem remark) {
    return place(remark.at()) + "  " + remark.message();
  }

  private static String place(Position at) {
    return at.file() + ":" + at.line();
  }
}

package io.casguard.accesspaths;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Renders a decision table over all facts: combinations that end alike share a row.
final class TablePage {
  /// What the first column says, and how it ends.
  private record Row(String first, Clause clause, String outcome) {}

  private final List<String> columns;
  private final Map<Row, List<Set<String>>> rows = new LinkedHashMap<>();
  private final List<Set<String>> values = new ArrayList<>();

  TablePage(String... columns) {
    this.columns = List.of(columns);
    for (int column = 0; column < columns.length; column++) {
      values.add(new LinkedHashSet<>());
    }
  }

  /// One combination of facts, in words, with its decision.
  void add(Decision decision, String... cells) {
    Row row = new Row(cells[0], decision.clause(), outcome(decision.outcome()));
    List<Set<String>> seen =
        rows.computeIfAbsent(
            row,
            _ -> columns.stream().map(_ -> (Set<String>) new LinkedHashSet<String>()).toList());
    for (int column = 0; column < cells.length; column++) {
      seen.get(column).add(cells[column]);
      values.get(column).add(cells[column]);
    }
  }

  /// The table in Markdown. A column whose every value ends alike says `any`.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", columns)).append(" | clause | outcome |\n");
    text.append("|---".repeat(columns.size() + 2)).append("|\n");
    rows.forEach(
        (row, cells) -> {
          List<String> words = new ArrayList<>();
          for (int column = 0; column < cells.size(); column++) {
            boolean all = column > 0 && cells.get(column).size() == values.get(column).size();
            words.add(all ? "any" : String.join(" or ", cells.get(column)));
          }
          text.append("| ")
              .append(words.stream().collect(Collectors.joining(" | ")))
              .append(" | ")
              .append(row.clause())
              .append(" | ")
              .append(row.outcome())
              .append(" |\n");
        });
    return text.toString();
  }

  static String outcome(Outcome outcome) {
    return outcome.word() + outcome.refusal().map(reason -> " `" + reason + "`").orElse("");
  }
}

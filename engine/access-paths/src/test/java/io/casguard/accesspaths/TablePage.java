package io.casguard.accesspaths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Renders a decision table over all facts: combinations that end alike and differ in one column
/// alone share a row.
final class TablePage {
  /// A combination of cells, each with every value that ends alike.
  private record Row(List<Set<String>> cells, Clause clause, String outcome) {
    Row without(int column) {
      List<Set<String>> others = new ArrayList<>(cells);
      others.set(column, Set.of());
      return new Row(others, clause, outcome);
    }
  }

  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();
  private final List<Set<String>> values = new ArrayList<>();

  TablePage(String... columns) {
    this.columns = List.of(columns);
    for (int column = 0; column < columns.length; column++) {
      values.add(new LinkedHashSet<>());
    }
  }

  /// One combination of facts, in words, with its decision.
  void add(Decision decision, String... cells) {
    rows.add(
        new Row(
            Arrays.stream(cells)
                .map(cell -> (Set<String>) new LinkedHashSet<>(List.of(cell)))
                .toList(),
            decision.clause(),
            outcome(decision.outcome())));
    for (int column = 0; column < cells.length; column++) {
      values.get(column).add(cells[column]);
    }
  }

  /// The table in Markdown. A column whose every value ends alike says `any`.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("| ").append(String.join(" | ", columns)).append(" | clause | outcome |\n");
    text.append("|---".repeat(columns.size() + 2)).append("|\n");
    for (Row row : merged()) {
      List<String> words = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        Set<String> cell = row.cells().get(column);
        boolean all = column > 0 && cell.size() == values.get(column).size();
        words.add(all ? "any" : String.join(" or ", cell));
      }
      text.append("| ")
          .append(String.join(" | ", words))
          .append(" | ")
          .append(row.clause())
          .append(" | ")
          .append(row.outcome())
          .append(" |\n");
    }
    return text.toString();
  }

  /// The first column is never merged.
  private List<Row> merged() {
    List<Row> left = rows;
    for (int column = columns.size() - 1; column > 0; column--) {
      Map<Row, Row> merged = new LinkedHashMap<>();
      for (Row row : left) {
        Set<String> cell = new LinkedHashSet<>(row.cells().get(column));
        Row alike = row.without(column);
        Row before = merged.get(alike);
        if (before != null) {
          cell.addAll(before.cells().get(column));
        }
        List<Set<String>> cells = new ArrayList<>(row.cells());
        cells.set(column, ordered(cell, column));
        merged.put(alike, new Row(cells, row.clause(), row.outcome()));
      }
      left = List.copyOf(merged.values());
    }
    return left;
  }

  private Set<String> ordered(Set<String> cell, int column) {
    Set<String> ordered = new LinkedHashSet<>(values.get(column));
    ordered.retainAll(cell);
    return ordered;
  }

  /// How a page tells the servers of a site.
  static String servers(SiteServers servers) {
    return switch (servers) {
      case SiteServers.None() -> "none";
      case SiteServers.Unfit() -> "unfit";
      case SiteServers.Fit _ -> "fit";
    };
  }

  /// How a page tells whether a site has ExternalURLs.
  static String external(External external) {
    return switch (external) {
      case External.Unpublished() -> "none";
      case External.Published _ -> "set";
    };
  }

  /// How a page tells an outcome.
  static String outcome(Outcome outcome) {
    return outcome.word()
        + outcome.refusal().map(reason -> " `" + reason + "`").orElse("")
        + (outcome instanceof Outcome.Fail(Failure failure)
            ? failure.code().map(code -> " " + code).orElse("")
            : "");
  }
}

package io.casguard.accesspaths;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A decision table as a page shows it: rendered from the decisions over all facts, where rows that
/// differ in one column alone are one row.
final class FactsTable {
  /// A column of a table.
  ///
  /// @param word what a page says of its value
  record Column<F>(String title, Function<F, String> word) {}

  private record Row(List<Set<String>> cells, Clause clause, String outcome) {
    Row without(int column) {
      List<Set<String>> others = new ArrayList<>(cells);
      others.set(column, Set.of());
      return new Row(others, clause, outcome);
    }
  }

  private FactsTable() {}

  static <F> String of(List<F> all, Function<F, Decision> table, List<Column<F>> columns) {
    List<Set<String>> words = columns.stream().map(column -> words(all, column)).toList();
    List<Row> rows = new ArrayList<>();
    for (F facts : all) {
      Decision decision = table.apply(facts);
      List<Set<String>> cells = new ArrayList<>();
      columns.forEach(
          column -> cells.add(new LinkedHashSet<>(List.of(column.word().apply(facts)))));
      rows.add(new Row(cells, decision.clause(), outcome(decision.outcome())));
    }
    for (int column = columns.size() - 1; column > 0; column--) {
      rows = merged(rows, column);
    }
    StringBuilder page = new StringBuilder("|");
    columns.forEach(column -> page.append(" %s |".formatted(column.title())));
    page.append(" clause | outcome |\n").append("|---".repeat(columns.size() + 2)).append("|\n");
    for (Row row : rows) {
      page.append('|');
      for (int column = 0; column < columns.size(); column++) {
        Set<String> cell = row.cells().get(column);
        boolean any = column > 0 && cell.equals(words.get(column));
        page.append(" %s |".formatted(any ? "any" : String.join(" or ", cell)));
      }
      page.append(" %s | %s |%n".formatted(row.clause(), row.outcome()));
    }
    return page.toString();
  }

  /// The checks of a hop, with the reasons of those who fail.
  static String of(List<Hop.Check> checks) {
    StringBuilder page = new StringBuilder("| clause | reason | check |\n|---|---|---|\n");
    checks.forEach(
        check ->
            page.append(
                "| %s | `%s` | %s |%n"
                    .formatted(
                        check.clause(), check.failure().reason(), check.clause().sentence())));
    return page.toString();
  }

  private static List<Row> merged(List<Row> rows, int column) {
    Map<Row, Row> merged = new LinkedHashMap<>();
    for (Row row : rows) {
      Row one = merged.computeIfAbsent(row.without(column), _ -> row);
      one.cells().get(column).addAll(row.cells().get(column));
    }
    return List.copyOf(merged.values());
  }

  private static <F> Set<String> words(List<F> all, Column<F> column) {
    Set<String> words = new LinkedHashSet<>();
    all.forEach(facts -> words.add(column.word().apply(facts)));
    return words;
  }

  private static String outcome(Outcome outcome) {
    return outcome.word()
        + outcome.refusal().map(reason -> " `" + reason + "`").orElse("")
        + (outcome instanceof Outcome.Fail(Failure failure)
            ? failure.code().map(code -> " " + code).orElse("")
            : "");
  }
}

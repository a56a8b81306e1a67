package io.casguard.accesspaths;

import java.util.Set;

/// The part of a reference page that lists the clauses of a protocol.
final class ClauseTable {
  private ClauseTable() {}

  /// The clauses with these letters: `S`, `C`, and the protocol's own.
  static String of(String... letters) {
    StringBuilder table = new StringBuilder();
    table.append(
        """

        ## The clauses
        The source is a key of the specification; `K` is knowledge of the field for which no public source is at hand.

        | clause | sentence | source | certainty |
        |---|---|---|---|
        """);
    Set<String> wanted = Set.of(letters);
    for (Clause clause : Clause.values()) {
      if (wanted.contains(clause.id().substring(0, clause.id().indexOf('-')))) {
        table.append(
            "| %s | %s | %s | %s |%n"
                .formatted(clause, clause.sentence(), clause.source(), clause.certainty().word()));
      }
    }
    return table.toString();
  }
}

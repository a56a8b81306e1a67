package io.casguard.accesspaths;

import java.util.List;

/// The part of a reference page that lists the checks of a hop, with the reasons of those who fail.
final class HopPage {
  private HopPage() {}

  static String of(List<Hop.Check> checks) {
    StringBuilder page = new StringBuilder("| clause | reason | check |\n|---|---|---|\n");
    checks.forEach(
        check ->
            page.append("| ")
                .append(check.clause())
                .append(" | `")
                .append(check.failure().reason())
                .append("` | ")
                .append(check.clause().sentence())
                .append(" |\n"));
    return page.toString();
  }
}

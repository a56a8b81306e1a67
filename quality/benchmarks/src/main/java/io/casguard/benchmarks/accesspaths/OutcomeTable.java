package io.casguard.benchmarks.accesspaths;

import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.UserClass;
import io.casguard.topology.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The floor: every outcome stands in a table that was computed beforehand; what is left is to look
/// each user class up before and after, count its people, and compare.
final class OutcomeTable {
  private final int[] users;
  private final boolean[] first;
  private final int[] group;
  private final int[] before;
  private final int[] after;
  private final int groups;
  private final int words;

  private OutcomeTable(
      int[] users, boolean[] first, int[] group, int[] before, int[] after, int groups, int words) {
    this.users = users;
    this.first = first;
    this.group = group;
    this.before = before;
    this.after = after;
    this.groups = groups;
    this.words = words;
  }

  /// The table of two matrices of one organization.
  static OutcomeTable of(Matrix before, Matrix after) {
    Map<String, Integer> words = new HashMap<>();
    Map<String, Integer> groups = new HashMap<>();
    Map<String, String> afterwards = new HashMap<>();
    after.rows().forEach(row -> afterwards.put(row.userClass().key(), word(row)));
    List<int[]> rows = new ArrayList<>();
    for (Matrix.Row row : before.rows()) {
      UserClass users = row.userClass();
      int count = users.users() instanceof Known.Value<Integer>(Integer people) ? people : 0;
      rows.add(
          new int[] {
            count,
            users.first() ? 1 : 0,
            number(groups, users.protocol() + " " + users.from()),
            number(words, word(row)),
            number(words, afterwards.getOrDefault(users.key(), "gone"))
          });
    }
    int size = rows.size();
    var table =
        new OutcomeTable(
            new int[size],
            new boolean[size],
            new int[size],
            new int[size],
            new int[size],
            groups.size(),
            words.size());
    for (int at = 0; at < size; at++) {
      int[] row = rows.get(at);
      table.users[at] = row[0];
      table.first[at] = row[1] == 1;
      table.group[at] = row[2];
      table.before[at] = row[3];
      table.after[at] = row[4];
    }
    return table;
  }

  /// People by turn of outcome, over all groups.
  int[][] difference() {
    int[][] people = new int[groups][words * words];
    for (int at = 0; at < users.length; at++) {
      if (first[at]) {
        people[group[at]][before[at] * words + after[at]] += users[at];
      }
    }
    return people;
  }

  private static String word(Matrix.Row row) {
    return row.path().outcome().word();
  }

  private static int number(Map<String, Integer> numbers, String text) {
    return numbers.computeIfAbsent(text, _ -> numbers.size());
  }
}

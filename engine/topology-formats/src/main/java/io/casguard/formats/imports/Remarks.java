package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.shell.ShellObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an import tells of the exports themselves: remarks, and objects that were passed over,
/// counted by the reason.
final class Remarks {
  /// As many of a kind as anybody reads; what a stranger sends must not fill memory.
  static final int MOST = 10_000;

  private final List<Problem> remarks = new ArrayList<>();
  private int unlisted;
  private final Map<String, Passed> passed = new LinkedHashMap<>();

  /// Objects that were passed over for one reason.
  private static final class Passed {
    final Position first;
    int count;

    Passed(Position first) {
      this.first = first;
    }
  }

  void add(Problem remark) {
    if (remarks.size() < MOST) {
      remarks.add(remark);
    } else {
      unlisted++;
    }
  }

  /// An object was passed over.
  void pass(String why, ShellObject object) {
    String counted = passed.size() < MOST || passed.containsKey(why) ? why : "other objects";
    passed.computeIfAbsent(counted, _ -> new Passed(object.at())).count++;
  }

  /// All of them, those passed over last.
  List<Problem> all() {
    List<Problem> all = new ArrayList<>(remarks);
    if (unlisted > 0) {
      all.add(
          new Problem(
              remarks.getLast().at(), "", "and " + unlisted + " more remarks of this kind"));
    }
    passed.forEach(
        (why, these) ->
            all.add(
                new Problem(
                    these.first,
                    "",
                    "passed over"
                        + (these.count == 1 ? ": " : ", " + these.count + " times: ")
                        + why)));
    return all;
  }
}

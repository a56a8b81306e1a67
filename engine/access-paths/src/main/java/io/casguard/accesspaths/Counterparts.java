package io.casguard.accesspaths;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The rows of two matrices of one organization that are about the same people.
///
/// The first door of each group of people is found under the people's own key, so that a door that
/// opens or closes is seen as a turn; further doors under theirs. People whose devices are told
/// apart on one side only are compared with the undivided people of the other: to say what devices
/// speak moves nobody.
final class Counterparts {
  /// What happens to the same people before and after; empty where they are new or gone.
  record Pair(Optional<Matrix.Row> was, Optional<Matrix.Row> is) {}

  private final Map<String, Matrix.Row> rows = new HashMap<>();
  private final Set<String> divided = new HashSet<>();

  private Counterparts(Matrix matrix) {
    for (Matrix.Row row : matrix.rows()) {
      rows.put(key(row.userClass()), row);
      if (row.userClass().device().isPresent()) {
        divided.add(key(row.userClass().ofUnsaidDevice()));
      }
    }
  }

  /// The pairs of two matrices, in the order of keys.
  static List<Pair> of(Matrix before, Matrix after) {
    var old = new Counterparts(before);
    var young = new Counterparts(after);
    SortedSet<String> keys = new TreeSet<>(old.rows.keySet());
    keys.addAll(young.rows.keySet());
    List<Pair> pairs = new ArrayList<>();
    for (String key : keys) {
      Optional<Matrix.Row> was = Optional.ofNullable(old.rows.get(key));
      Optional<Matrix.Row> is = Optional.ofNullable(young.rows.get(key));
      boolean undivided = was.isEmpty() ? old.divided.contains(key) : young.divided.contains(key);
      if (was.isPresent() && is.isPresent()) {
        pairs.add(new Pair(was, is));
      } else if (!undivided) {
        pairs.add(
            is.isPresent() ? old.dividedSince(is.get()) : young.undividedSince(was.orElseThrow()));
      }
    }
    return pairs;
  }

  private Pair dividedSince(Matrix.Row is) {
    UserClass users = is.userClass();
    return new Pair(
        undivided(users).map(was -> new Matrix.Row(users, was.path())), Optional.of(is));
  }

  private Pair undividedSince(Matrix.Row was) {
    UserClass users = was.userClass().ofUnsaidDevice();
    return undivided(was.userClass())
        .map(
            is ->
                new Pair(
                    Optional.of(new Matrix.Row(users, was.path())),
                    Optional.of(new Matrix.Row(users, is.path()))))
        .orElseGet(() -> new Pair(Optional.of(was), Optional.empty()));
  }

  private Optional<Matrix.Row> undivided(UserClass users) {
    return users.device().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(rows.get(key(users.ofUnsaidDevice())));
  }

  private static String key(UserClass users) {
    return users.first() ? users.people() : users.key();
  }
}

package io.casguard.accesslogs;

import io.casguard.topology.Protocol;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// When requests were seen, in steps of ten seconds: of a first server those that it answered, and
/// of two servers those that the first one sent to the second. So many days are kept and no more.
final class Moments {
  /// The length of a step in seconds: twice the five that a pair of requests may be apart.
  static final int STEP = 10;

  private static final int STEPS_OF_DAY = LogTime.SECONDS_OF_DAY / STEP;
  private static final int MOST_DAYS = 1500;

  /// What was seen.
  ///
  /// @param first the first server
  /// @param second the second one; [Tally#NOBODY] for what the first one answered
  record Subject(int first, int second, Protocol protocol) {}

  private record Day(Subject subject, int number) {}

  private final Map<Day, int[]> days = new HashMap<>();
  private @Nullable Day last;
  private int[] ofLast = new int[0];
  private boolean full;

  void add(int first, int second, Protocol protocol, long at) {
    int number = (int) (at / LogTime.SECONDS_OF_DAY);
    Day day = last;
    if (day == null
        || day.number != number
        || day.subject.first != first
        || day.subject.second != second
        || day.subject.protocol != protocol) {
      day = new Day(new Subject(first, second, protocol), number);
      last = day;
      ofLast = steps(day);
    }
    if (ofLast.length > 0) {
      ofLast[(int) (at % LogTime.SECONDS_OF_DAY) / STEP]++;
    }
  }

  void add(Moments other) {
    last = null;
    other.days.forEach(
        (day, steps) -> {
          int[] own = steps(day);
          for (int at = 0; at < own.length; at++) {
            own[at] += steps[at];
          }
        });
    full |= other.full;
  }

  /// Whether there were more days than are kept.
  boolean isFull() {
    return full;
  }

  /// How many requests of one subject have one of another within a step, where the clocks of the
  /// two are so many steps apart.
  long beside(Subject requests, Subject others, int apart) {
    long[] beside = {0};
    forEach(
        requests,
        (number, steps) -> {
          for (int at = 0; at < steps.length; at++) {
            if (steps[at] > 0 && isNear(others, number, at + apart)) {
              beside[0] += steps[at];
            }
          }
        });
    return beside[0];
  }

  private boolean isNear(Subject subject, int day, int step) {
    for (int at = step - 1; at <= step + 1; at++) {
      int number = day + Math.floorDiv(at, STEPS_OF_DAY);
      int[] steps = days.get(new Day(subject, number));
      if (steps != null && steps[Math.floorMod(at, STEPS_OF_DAY)] > 0) {
        return true;
      }
    }
    return false;
  }

  private void forEach(Subject subject, BiConsumer<Integer, int[]> each) {
    days.forEach(
        (day, steps) -> {
          if (day.subject.equals(subject)) {
            each.accept(day.number, steps);
          }
        });
  }

  private int[] steps(Day day) {
    int[] known = days.get(day);
    if (known != null) {
      return known;
    }
    if (days.size() >= MOST_DAYS) {
      full = true;
      return new int[0];
    }
    int[] fresh = new int[STEPS_OF_DAY];
    days.put(day, fresh);
    return fresh;
  }
}

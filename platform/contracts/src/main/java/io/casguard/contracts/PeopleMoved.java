package io.casguard.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Users of one protocol whose outcome turned from one to another.
public record PeopleMoved(
    String protocol,
    @Nullable String from, // an outcome, such as "PROXY"; absent for users who are new
    @Nullable String to, // an outcome; absent for users who are gone
    long users,
    List<CounterExample> counterExamples // the smallest, at most two
    ) {
  /// How many counter-examples an event shows at most.
  public static final int SHOWN = 2;

  public PeopleMoved {
    counterExamples = List.copyOf(counterExamples);
    if (counterExamples.size() > SHOWN) {
      throw new IllegalArgumentException(counterExamples.size() + " counter-examples");
    }
  }
}

package io.casguard.accesspaths;

/// What a table decides: an outcome, by one clause.
record Decision(Clause clause, Outcome outcome) {
  static Decision by(Clause clause, Outcome outcome) {
    return new Decision(clause, outcome);
  }

  static Decision by(Clause clause, Failure failure) {
    return new Decision(clause, new Outcome.Fail(failure));
  }
}

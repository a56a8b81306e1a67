package io.casguard.servicekit.problem;

/// Carries a refusal to the one place that answers with it. It has no stack trace: nothing is wrong
/// here.
public final class RefusedException extends RuntimeException {
  private final transient Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.problem().detail(), null, false, false);
    this.refusal = refusal;
  }

  /// What was refused, and why.
  public Refusal refusal() {
    return refusal;
  }
}

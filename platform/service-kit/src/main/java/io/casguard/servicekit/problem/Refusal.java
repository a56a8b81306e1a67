package io.casguard.servicekit.problem;

/// An answer that the caller can act on: what was asked for is not done, and why.
///
/// A service has one sealed interface of its own that extends this, a record for each refusal, and
/// one switch to their problems.
public interface Refusal {
  /// How the refusal is told.
  Problem problem();

  /// The refusal as what a pipeline fails with.
  default RefusedException asException() {
    return new RefusedException(this);
  }
}

package io.casguard.servicekit.inbox;

/// What to do about an announced revision, given the last one that was processed.
public sealed interface Step {
  /// It was processed before: nothing.
  record Drop() implements Step {}

  /// Process the revisions from first to last, both included, in their order and each in a
  /// transaction of its own.
  record CatchUp(long first, long last) implements Step {}

  /// The last processed revision is 0 for an organization that was never seen, so its history is
  /// taken up from the start.
  static Step between(long processed, long announced) {
    return announced <= processed ? new Drop() : new CatchUp(processed + 1, announced);
  }
}

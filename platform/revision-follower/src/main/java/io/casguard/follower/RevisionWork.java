package io.casguard.follower;

import io.smallrye.mutiny.Uni;

/// What a service does with each revision.
///
/// @param <T> what it finds out
public interface RevisionWork<T> {
  /// Finds out, outside of any session. A failure that is no outage ends in a dead letter, so what
  /// fails for certain is a result.
  Uni<T> compute(RevisionDocument document);

  /// What it finds out about a revision that cannot be processed, now or ever.
  T failed(String why);

  /// Stores what was found out, and appends what is announced, in the transaction that also notes
  /// the revision as processed.
  Uni<Void> store(RevisionDocument document, T found);
}

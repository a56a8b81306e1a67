package io.casguard.rules.violation;

/// A violation that stands, open or waived: the revision that opened it, and how it was told last.
///
/// @param id the row that keeps it
public record Episode(long id, Found found, long openedAtRevision) {
  boolean isWaived() {
    return found.waiver().isPresent();
  }

  /// The same, told otherwise.
  Episode told(Found otherwise) {
    return new Episode(id, otherwise, openedAtRevision);
  }
}

package io.casguard.topology;

/// Whether the Client Access servers of a site are reachable from the Internet.
///
/// @param holds the answer; UNSAID where nothing was stated and the ExternalURLs are unsaid
/// @param inferred true where nobody stated it and it follows from an ExternalURL, or from there
///   being none
public record Facing(Holds holds, boolean inferred) {
  /// True for a site that was stated to be Internet-facing, or inferred to be.
  public boolean isYes() {
    return holds == Holds.YES;
  }

  /// True only where somebody stated that the site is Internet-facing.
  public boolean isStatedYes() {
    return holds == Holds.YES && !inferred;
  }

  /// True only where somebody stated that the site is not Internet-facing.
  public boolean isStatedNo() {
    return holds == Holds.NO && !inferred;
  }
}

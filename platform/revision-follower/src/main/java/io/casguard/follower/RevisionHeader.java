package io.casguard.follower;

/// The HTTP header that says which revision an answer speaks of.
public final class RevisionHeader {
  public static final String NAME = "Casguard-Revision";

  private RevisionHeader() {}
}

package io.casguard.accesspaths;

import io.casguard.topology.Word;

/// Whether the user gets to the mailbox.
public enum Reached implements Word {
  YES("yes"),
  /// The user must follow a link, the device a 451.
  OWN_ACTION("own-action"),
  NO("no");

  private final String word;

  Reached(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

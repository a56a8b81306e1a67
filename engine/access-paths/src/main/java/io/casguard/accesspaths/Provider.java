package io.casguard.accesspaths;

import io.casguard.topology.Word;

/// Which part of Autodiscover a client asks.
public enum Provider implements Word {
  OUTLOOK("outlook"),
  /// Devices of Exchange ActiveSync.
  MOBILE_SYNC("mobilesync");

  private final String word;

  Provider(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

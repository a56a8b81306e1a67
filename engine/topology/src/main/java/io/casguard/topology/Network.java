package io.casguard.topology;

/// Where clients come from.
public enum Network implements Word {
  INTERNET("internet"),
  INTRANET("intranet");

  private final String word;

  Network(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

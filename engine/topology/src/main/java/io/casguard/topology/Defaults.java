package io.casguard.topology;

/// What a key that is left out means.
public enum Defaults implements Word {
  SETUP("setup"),
  NONE("none");

  private final String word;

  Defaults(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

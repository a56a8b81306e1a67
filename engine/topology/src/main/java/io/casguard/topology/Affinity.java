package io.casguard.topology;

/// How the servers behind one name keep a client at one of them.
public enum Affinity implements Word {
  NONE("none"),
  IP("ip"),
  COOKIE("cookie");

  private final String word;

  Affinity(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

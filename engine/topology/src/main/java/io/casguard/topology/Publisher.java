package io.casguard.topology;

/// What stands in front of a published name.
public enum Publisher implements Word {
  NONE("none"),
  ISA("isa"),
  PROXY("proxy");

  private final String word;

  Publisher(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

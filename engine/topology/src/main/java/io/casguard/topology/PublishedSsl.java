package io.casguard.topology;

/// What a publisher does with TLS: opens and re-encrypts it, passes it through, or ends it.
public enum PublishedSsl implements Word {
  BRIDGE("bridge"),
  TUNNEL("tunnel"),
  OFFLOAD("offload");

  private final String word;

  PublishedSsl(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

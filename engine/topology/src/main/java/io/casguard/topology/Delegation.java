package io.casguard.topology;

/// How a publisher passes the user's identity on to the server behind it.
public enum Delegation implements Word {
  NONE("none"),
  BASIC("basic"),
  NTLM("ntlm"),
  KERBEROS("kerberos");

  private final String word;

  Delegation(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

package io.casguard.topology;

/// How Outlook Anywhere authenticates a client.
public enum RpcAuthentication implements Word {
  BASIC("Basic"),
  NTLM("Ntlm");

  private final String word;

  RpcAuthentication(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

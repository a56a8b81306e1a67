package io.casguard.topology;

/// A role of an Exchange server; `FrontEnd` is a 2003 front end.
public enum Role implements Word {
  MAILBOX("Mailbox"),
  CLIENT_ACCESS("ClientAccess"),
  UNIFIED_MESSAGING("UnifiedMessaging"),
  HUB_TRANSPORT("HubTransport"),
  EDGE_TRANSPORT("EdgeTransport"),
  FRONT_END("FrontEnd");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

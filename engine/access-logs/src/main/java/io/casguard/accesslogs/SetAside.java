package io.casguard.accesslogs;

import io.casguard.topology.Word;

/// Why a request says nothing of how mailboxes are reached.
public enum SetAside implements Word {
  NO_CLIENT_ACCESS("no-client-access", "of other services"),
  MONITORING("monitoring", "made by probes and health mailboxes"),
  OWN_REQUEST("own-request", "made by the server itself"),
  HANDSHAKE("handshake", "401 before a logon that succeeds"),
  LOGON("logon", "on the way to a logon"),
  RESOURCE("resource", "for what every server answers itself, such as pictures and OPTIONS"),
  SESSION_END("session-end", "440: a session had timed out"),
  PROVISION("provision", "449: the device must provision and try again"),
  CUT_OFF("cut-off", "without a status, since the connection was cut off");

  private final String word;
  private final String sentence;

  SetAside(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return word;
  }

  /// What these requests are, for people.
  public String sentence() {
    return sentence;
  }
}

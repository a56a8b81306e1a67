package io.casguard.accesslogs;

import io.casguard.topology.Word;

/// Why a request neither confirms the simulator nor contradicts it.
public enum Unexplained implements Word {
  UNKNOWN_SERVER("unknown-server", "the topology does not know the server that wrote the log"),
  UNKNOWN_PROXY("unknown-proxy", "proxied by a server that the topology does not know"),
  NO_PROCEDURE("no-procedure", "no procedure describes this service at this server"),
  NO_MAILBOX_THERE(
      "no-mailbox-there", "proxied to a site of which the topology states no mailboxes"),
  UNDETERMINED("undetermined", "the topology does not say enough for a prediction"),
  REFUSED_AT_TIMES(
      "refused-at-times", "refused by a second server that answered others in the same hour"),
  REFUSED("refused", "refused, for which the topology gives no reason"),
  NOT_TOLD_APART("not-told-apart", "more kinds of requests than are kept apart");

  private final String word;
  private final String sentence;

  Unexplained(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  @Override
  public String word() {
    return word;
  }

  /// The reason, for people.
  public String sentence() {
    return sentence;
  }
}

package io.casguard.accesslogs;

/// HTTP statuses as Exchange uses them. Source: specification 5.3.
final class Status {
  static final int NONE = 0;
  static final int UNAUTHORIZED = 401;
  static final int FAULTS = 400;
  static final int SESSION_END = 440;
  static final int PROVISION = 449;
  static final int BETTER = 451;

  private static final int ANSWERS = 200;
  private static final int MOVES = 300;
  private static final int NOT_MODIFIED = 304;

  private Status() {}

  /// Whether the client got what it asked for; 241 is a proxy logon that was accepted, 207 WebDAV.
  static boolean isAnswer(int status) {
    return (status >= ANSWERS && status < MOVES) || status == NOT_MODIFIED;
  }

  /// Whether the client was sent elsewhere.
  static boolean isMove(int status) {
    return status >= MOVES && status < FAULTS && status != NOT_MODIFIED;
  }
}

package io.casguard.accesslogs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What the query of an Exchange ActiveSync request tells: its `Log=` is a list of elements, set
/// apart by `_`, of which unknown ones are passed over.
final class SyncQuery {
  private static final byte[] LOG = "Log=".getBytes(StandardCharsets.US_ASCII);

  private int version;
  private String from = "";
  private String to = "";

  /// Reads a query.
  void read(byte[] bytes, int start, int end) {
    version = 0;
    from = "";
    to = "";
    int at = afterLog(bytes, start, end);
    while (at < end) {
      int next = at;
      while (next < end && bytes[next] != '_' && bytes[next] != '&') {
        next++;
      }
      element(bytes, at, next);
      if (next < end && bytes[next] == '&') {
        return;
      }
      at = next + 1;
    }
  }

  /// The version of the device's protocol times ten; 0 where none is told.
  int version() {
    return version;
  }

  /// The address after `PrxFrom`; empty where there is none.
  String from() {
    return from;
  }

  /// The server after `PrxTo`; empty where there is none.
  String to() {
    return to;
  }

  private static int afterLog(byte[] bytes, int start, int end) {
    for (int at = start; at + LOG.length <= end; at++) {
      if (bytes[at] == 'L'
          && bytes[at + 1] == 'o'
          && bytes[at + 2] == 'g'
          && bytes[at + 3] == '='
          && (at == start || bytes[at - 1] == '&')) {
        return at + LOG.length;
      }
    }
    return end;
  }

  private void element(byte[] bytes, int from, int to) {
    if (to - from < 3) {
      return;
    }
    if (bytes[from] == 'V') {
      version(bytes, from + 1, to);
    } else if (bytes[from] == 'P' && bytes[from + 1] == 'r' && bytes[from + 2] == 'x') {
      server(decoded(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)));
    }
  }

  private void server(String element) {
    int colon = element.indexOf(':');
    if (colon < 0) {
      return;
    }
    switch (element.substring(0, colon)) {
      case "PrxFrom" -> from = element.substring(colon + 1);
      case "PrxTo" -> to = element.substring(colon + 1);
      default -> {}
    }
  }

  /// `V141`, `V25`, and of newer servers `Ver1:161`. Exchange 2003 packs its blob otherwise, and
  /// tells none.
  private void version(byte[] bytes, int at, int to) {
    int start = at;
    if (to - at > 5 && bytes[at] == 'e' && bytes[at + 1] == 'r' && bytes[at + 3] == ':') {
      start = at + 4;
    }
    int digits = to - start;
    if (digits < 2 || digits > 3) {
      return;
    }
    int number = 0;
    for (int i = start; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return;
      }
      number = number * 10 + digit;
    }
    version = number <= 255 ? number : 0;
  }

  /// A text without what was escaped in it, once or twice as queries within queries are. What
  /// stands behind the percent sign of an IPv6 address is its zone.
  static String decoded(String text) {
    String once = decodedOnce(text);
    return once.toLowerCase(Locale.ROOT).contains("%3a") ? decodedOnce(once) : once;
  }

  private static String decodedOnce(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), 16);
      if (character == '%' && low >= 0) {
        decoded.append((char) (high * 16 + low));
        at += 2;
      } else {
        decoded.append(character);
      }
    }
    return decoded.toString();
  }
}

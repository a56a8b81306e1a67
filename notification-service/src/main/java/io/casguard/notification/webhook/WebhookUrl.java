package io.casguard.notification.webhook;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The URL of a receiver, taken apart by the narrowest reading: what two programs might read in two
/// ways is odd, and refused.
///
/// @param host in lower case: a name, four decimal numbers, or an address of version 6 without its
///   brackets
/// @param target path and query
public record WebhookUrl(boolean tls, String host, int port, String target) {
  /// A URL, or why it is none that is taken.
  public sealed interface Parsed {
    record Plain(WebhookUrl url) implements Parsed {}

    record Odd(String why) implements Parsed {}
  }

  private static final Pattern URL =
      Pattern.compile("(https?)://([^/?#]+)([/?][^#]*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:\\[([0-9a-f:.]+)]|([a-z0-9.-]+))(?::([0-9]{1,5}))?");
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern FOUR_NUMBERS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
  private static final Pattern PRINTABLE = Pattern.compile("[!-~&&[^\\\\\"<>^`{|}]]+");
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;
  private static final int LAST_PORT = 65_535;

  /// Takes a URL apart; looks nothing up.
  public static Parsed parse(String url) {
    if (!PRINTABLE.matcher(url).matches()) {
      return new Parsed.Odd("a URL has no spaces, backslashes or letters beyond ASCII");
    }
    var whole = URL.matcher(url);
    if (!whole.matches()) {
      return new Parsed.Odd("a receiver is at https://host/path");
    }
    if (whole.group(2).contains("@")) {
      return new Parsed.Odd("a URL names no user");
    }
    var tls = whole.group(1).equalsIgnoreCase("https");
    var authority = AUTHORITY.matcher(whole.group(2).toLowerCase(Locale.ROOT));
    if (!authority.matches()) {
      return new Parsed.Odd("the host is written oddly");
    }
    var host = authority.group(1) == null ? authority.group(2) : authority.group(1);
    var known =
        authority.group(1) == null
            ? NAME.matcher(host).matches()
                && (!ENDS_IN_A_NUMBER.matcher(host).matches()
                    || FOUR_NUMBERS.matcher(host).matches())
            : host.contains(":") && !host.contains(".") && literal(host).isPresent();
    if (!known) {
      return new Parsed.Odd("the host is written oddly");
    }
    int port =
        authority.group(3) == null
            ? tls ? HTTPS_PORT : HTTP_PORT
            : Integer.parseInt(authority.group(3));
    if (port == 0 || port > LAST_PORT) {
      return new Parsed.Odd(port + " is no port");
    }
    var path = whole.group(3) == null ? "/" : whole.group(3);
    return new Parsed.Plain(
        new WebhookUrl(tls, host, port, path.startsWith("?") ? "/" + path : path));
  }

  /// The address that a text is, in one of its usual spellings; empty for a name.
  static Optional<InetAddress> literal(String text) {
    if (!FOUR_NUMBERS.matcher(text).matches() && !text.contains(":")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

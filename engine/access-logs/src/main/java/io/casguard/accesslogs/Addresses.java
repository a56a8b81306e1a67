package io.casguard.accesslogs;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// IP addresses as texts. Nothing is ever looked up.
final class Addresses {
  private static final int BYTE = 0xff;
  private static final int LONGEST = 64;

  private Addresses() {}

  /// The one spelling of an address, without brackets and zone; empty where a text is none.
  static Optional<String> canonical(String text) {
    String plain = text.trim();
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    if (plain.startsWith("[") && plain.contains("]")) {
      plain = plain.substring(1, plain.indexOf(']'));
    }
    int zone = plain.indexOf('%');
    plain = zone < 0 ? plain : plain.substring(0, zone);
    boolean isWritten =
        LogTime.mayBeAddress(plain.getBytes(StandardCharsets.ISO_8859_1), 0, plain.length());
    if (!isWritten) {
      return Optional.empty();
    }
    try {
      String address = InetAddress.ofLiteral(plain).getHostAddress();
      int scope = address.indexOf('%');
      return Optional.of(scope < 0 ? address : address.substring(0, scope));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /// Whether a canonical address is the computer's own, or stands for all of its addresses.
  static boolean isLoopback(String address) {
    return address.startsWith("127.")
        || address.equals("0.0.0.0")
        || address.equals("0:0:0:0:0:0:0:1")
        || address.equals("0:0:0:0:0:0:0:0");
  }

  /// Whether a canonical address is none of the Internet's.
  static boolean isPrivate(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      byte first = parsed.getAddress()[0];
      boolean uniqueLocal = parsed.getAddress().length > 4 && (first & 0xfe) == 0xfc;
      return parsed.isSiteLocalAddress()
          || parsed.isLinkLocalAddress()
          || parsed.isLoopbackAddress()
          || parsed.isAnyLocalAddress()
          || uniqueLocal;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /// Whether an IPv4 address is none of the Internet's.
  static boolean isPrivate(int address) {
    int first = address >>> 24;
    int second = (address >>> 16) & BYTE;
    return first == 10
        || first == 127
        || first == 0
        || (first == 172 && second >= 16 && second < 32)
        || (first == 192 && second == 168)
        || (first == 169 && second == 254);
  }

  /// An IPv4 address as a number; -1 where the bytes are none in the usual spelling.
  static long ipv4(byte[] bytes, int from, int to) {
    long address = 0;
    int part = -1;
    int parts = 1;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        part = Math.max(part, 0) * 10 + digit;
        if (part > BYTE) {
          return -1;
        }
      } else if (bytes[at] == '.' && part >= 0) {
        address = (address << 8) | part;
        part = -1;
        parts++;
      } else {
        return -1;
      }
    }
    return part < 0 || parts != 4 ? -1 : (address << 8) | part;
  }

  /// The network of an address that is told to people: `198.51.100.0/24`, and `/48` of IPv6.
  static String network(String address) {
    if (address.contains(":")) {
      String[] words = address.split(":", -1);
      return words[0] + ":" + words[1] + ":" + words[2] + "::/48";
    }
    return address.substring(0, address.lastIndexOf('.')) + ".0/24";
  }
}

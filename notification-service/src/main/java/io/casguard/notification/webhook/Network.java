package io.casguard.notification.webhook;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses that begin alike, such as `10.20.0.0/16`.
///
/// @param address one of them
/// @param bits how many of its bits they share
public record Network(InetAddress address, int bits) {
  private static final Pattern WRITTEN = Pattern.compile("([0-9a-fA-F.:]+)(?:/([0-9]{1,3}))?");

  /// A network, or one address without a slash; empty for anything else.
  public static Optional<Network> parse(String written) {
    var parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return WebhookUrl.literal(parts.group(1))
        .flatMap(
            address -> {
              int all = address.getAddress().length * Byte.SIZE;
              int bits = parts.group(2) == null ? all : Integer.parseInt(parts.group(2));
              return bits <= all ? Optional.of(new Network(address, bits)) : Optional.empty();
            });
  }

  static Network of(String written) {
    return parse(written).orElseThrow(() -> new IllegalArgumentException(written));
  }

  /// Whether it is one of them. An address of the other version is none.
  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] its = other.getAddress();
    if (mine.length != its.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % Byte.SIZE;
      if ((mine[bit / Byte.SIZE] & mask) != (its[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}

package io.casguard.accesslogs;

import io.casguard.topology.Protocol;
import io.casguard.topology.Server;

/// A first server that was seen to send requests to a second one.
///
/// @param answered how many the second one answered
/// @param refused how many it refused
/// @param paired how many of the first one's answers to clients have one of these beside them
/// @param clocksApart by how many seconds the clock of the second one is ahead, as well as that can
///   be told
/// @param span all of them
public record Pair(
    Protocol protocol,
    Server first,
    Server second,
    long answered,
    long refused,
    long paired,
    int clocksApart,
    Span span) {
  /// How many steps two clocks may be apart: five minutes, beyond which Kerberos fails.
  static final int FARTHEST = 30;
}

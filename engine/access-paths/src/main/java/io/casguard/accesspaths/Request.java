package io.casguard.accesspaths;

import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import java.util.Locale;
import java.util.Optional;

/// What a client asks for, and where it arrives.
///
/// @param protocol how
/// @param entry where it arrives; empty only where the protocol needs no entry, or where the client
///   has none
/// @param mailbox whose mailbox
/// @param from where the client is
/// @param path the path of a web request, `/owa`; protocols without one ignore it
public record Request(
    Protocol protocol, Optional<Door> entry, Mailbox mailbox, Network from, String path) {
  /// The path of Outlook Web Access 2007.
  public static final String OWA = "/owa";

  public Request {
    path = path.toLowerCase(Locale.ROOT);
  }

  /// A request for Outlook Web Access at `/owa`.
  public static Request owa(Door entry, Mailbox mailbox, Network from) {
    return new Request(Protocol.OWA, Optional.of(entry), mailbox, from, OWA);
  }

  /// The same request for another path: `/exchange`.
  public Request withPath(String other) {
    return new Request(protocol, entry, mailbox, from, other);
  }
}

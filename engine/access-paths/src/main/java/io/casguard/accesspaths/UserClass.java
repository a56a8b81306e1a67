package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.Locale;
import java.util.Optional;

/// Users that no setting tells apart, at one of the doors that they may use.
///
/// @param mailbox their mailbox server, or the population they are
/// @param protocol how they come
/// @param from where they are
/// @param clientSite the site they are in; empty on the Internet, and where their site is unsaid
/// @param door what they connect to; empty where they have no door
/// @param first whether this is the first of their doors from that network, the one they are
///   counted at
/// @param users how many people; unsaid where nobody counted
public record UserClass(
    Mailbox mailbox,
    Protocol protocol,
    Network from,
    Optional<Site> clientSite,
    Optional<Door> door,
    boolean first,
    Known<Integer> users) {
  /// The request that such a user makes.
  public Request request() {
    Request request = Request.of(protocol, door, mailbox, from);
    return clientSite.map(request::withClientSite).orElse(request);
  }

  /// What identifies the class within its organization, the same in every revision.
  public String key() {
    return people()
        + "|"
        + clientSite.map(Site::name).orElse("-").toLowerCase(Locale.ROOT)
        + "|"
        + door.map(Door::name).orElse("-").toLowerCase(Locale.ROOT);
  }

  /// What identifies the people on their network, whatever door they use and wherever their
  /// mailboxes move.
  String people() {
    String who =
        switch (mailbox) {
          case Mailbox.At(Server server) -> "at " + server.name();
          case Mailbox.Of of -> of.name();
        };
    return String.join("|", protocol.word(), who.toLowerCase(Locale.ROOT), from.word());
  }
}

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
/// @param device the version that their devices speak; empty where nobody said, and for other
///   protocols than Exchange ActiveSync
/// @param from where they are
/// @param clientSite the site they are in; empty on the Internet, and where their site is unsaid
/// @param door what they connect to; empty where they have no door
/// @param first whether this is the first of their doors from that network, the one they are
///   counted at
/// @param users how many people; unsaid where nobody counted
/// @param contradiction what is stated of these people and cannot be; empty where nothing is
public record UserClass(
    Mailbox mailbox,
    Protocol protocol,
    Optional<DeviceVersion> device,
    Network from,
    Optional<Site> clientSite,
    Optional<Door> door,
    boolean first,
    Known<Integer> users,
    Optional<String> contradiction) {
  /// The request that such a user makes.
  public Request request() {
    Request plain = Request.of(protocol, door, mailbox, from);
    Request request = device.map(plain::withDevice).orElse(plain);
    return clientSite.map(request::withClientSite).orElse(request);
  }

  /// The same people, as if nobody had said what their devices speak.
  UserClass ofUnsaidDevice() {
    return new UserClass(
        mailbox, protocol, Optional.empty(), from, clientSite, door, first, users, contradiction);
  }

  /// What identifies the class within its organization, the same in every revision. Where nobody
  /// said what devices speak it is as if devices were not told apart.
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
    String how = protocol.word() + device.map(version -> " " + version).orElse("");
    return String.join("|", how, who.toLowerCase(Locale.ROOT), from.word());
  }
}

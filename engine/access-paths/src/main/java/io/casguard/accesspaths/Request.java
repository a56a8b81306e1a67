package io.casguard.accesspaths;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import java.util.Locale;
import java.util.Optional;

/// What a client asks for, and where it arrives.
///
/// @param entry where it arrives; empty only where the protocol needs no entry, or where the client
///   has none
/// @param mailbox whose mailbox
/// @param clientSite the site that the client is in; empty on the Internet, and where it is unsaid
/// @param way how it comes
public record Request(Optional<Door> entry, Mailbox mailbox, Optional<Site> clientSite, Way way) {
  /// How a request comes, whoever makes it and wherever it arrives.
  ///
  /// @param from where the client is
  /// @param path the path of a web request, `/owa`; protocols without one ignore it
  /// @param device the version that an ActiveSync device speaks; empty where it is unsaid
  /// @param provider which part of Autodiscover is asked; other protocols ignore it
  public record Way(
      Protocol protocol,
      Network from,
      String path,
      Optional<DeviceVersion> device,
      Provider provider) {
    public Way {
      path = path.toLowerCase(Locale.ROOT);
    }
  }

  /// The path of Outlook Web Access 2007.
  public static final String OWA = "/owa";

  /// A plain request: the protocol's own path, no device, the Outlook provider.
  public static Request of(Protocol protocol, Optional<Door> entry, Mailbox mailbox, Network from) {
    String path = protocol.directory().map(DirectoryKind::urlPath).orElse("");
    return new Request(
        entry,
        mailbox,
        Optional.empty(),
        new Way(protocol, from, path, Optional.empty(), Provider.OUTLOOK));
  }

  /// A request for Outlook Web Access at `/owa`.
  public static Request owa(Door entry, Mailbox mailbox, Network from) {
    return of(Protocol.OWA, Optional.of(entry), mailbox, from);
  }

  /// How the client comes.
  public Protocol protocol() {
    return way.protocol();
  }

  /// How many people come so: those whose devices speak the version, where one is given.
  Known<Integer> users() {
    return way.device()
        .map(version -> DeviceShares.people(mailbox, way.protocol(), version))
        .orElseGet(() -> mailbox.users(way.protocol()));
  }

  /// Where the client is.
  public Network from() {
    return way.from();
  }

  /// The path of a web request: `/owa`.
  public String path() {
    return way.path();
  }

  /// The same request for another path: `/exchange`.
  public Request withPath(String other) {
    return new Request(
        entry,
        mailbox,
        clientSite,
        new Way(way.protocol(), way.from(), other, way.device(), way.provider()));
  }

  /// The same request of a device that speaks this version.
  public Request withDevice(DeviceVersion device) {
    return new Request(
        entry,
        mailbox,
        clientSite,
        new Way(way.protocol(), way.from(), way.path(), Optional.of(device), way.provider()));
  }

  /// The same request to another part of Autodiscover.
  public Request withProvider(Provider provider) {
    return new Request(
        entry,
        mailbox,
        clientSite,
        new Way(way.protocol(), way.from(), way.path(), way.device(), provider));
  }

  /// The same request of a client in a site.
  public Request withClientSite(Site site) {
    return new Request(entry, mailbox, Optional.of(site), way);
  }

  /// The same request at another door.
  Request at(Door door) {
    return new Request(Optional.of(door), mailbox, clientSite, way);
  }
}

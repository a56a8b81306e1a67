package io.casguard.notification.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/// Keeps messages from places inside: a URL comes from whoever configures a receiver, and must not
/// make this service a hand that reaches behind the firewall.
///
/// A name is resolved once, all of its addresses are checked, and the connection goes to one that
/// was: a name that answers otherwise a moment later changes nothing.
final class AddressGuard {
  /// The addresses of a name.
  interface Resolver {
    InetAddress[] addresses(String name) throws UnknownHostException;
  }

  /// What is no public address of version 4: the registry of special-purpose addresses (RFC 6890
  /// and its updates), and the one by which a large cloud serves its machines' metadata.
  private static final List<Network> INSIDE =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "168.63.129.16",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "192.175.48.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              // Of version 6 only 2000::/3 is public, without what carries an address of version 4
              // or stands in examples.
              "::/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20",
              "4000::/2",
              "8000::/1")
          .map(Network::of)
          .toList();

  private final List<AllowedPlace> allowed;
  private final Resolver resolver;

  AddressGuard(AllowList allowed, Resolver resolver) {
    this.allowed = allowed.places();
    this.resolver = resolver;
  }

  Destination check(String url) {
    return switch (WebhookUrl.parse(url)) {
      case WebhookUrl.Parsed.Odd(var why) -> new Destination.Refused(why);
      case WebhookUrl.Parsed.Plain(var plain) -> check(plain);
    };
  }

  private Destination check(WebhookUrl url) {
    var places =
        allowed.stream()
            .filter(
                place -> place.host().equalsIgnoreCase(url.host()) && place.port() == url.port())
            .map(AllowedPlace::network)
            .toList();
    if (places.isEmpty() && !url.tls()) {
      return new Destination.Refused("only https goes to places that no allow-list names");
    }
    try {
      var addresses = resolver.addresses(url.host());
      for (InetAddress address : addresses) {
        if (places.isEmpty() ? isInside(address) : !isIn(places, address)) {
          return new Destination.Refused(
              "%s is at %s, which no allow-list names"
                  .formatted(url.host(), address.getHostAddress()));
        }
      }
      return addresses.length == 0
          ? new Destination.Refused(url.host() + " has no address")
          : new Destination.Allowed(url, addresses[0]);
    } catch (UnknownHostException e) {
      return new Destination.Refused(url.host() + " has no address");
    }
  }

  private static boolean isInside(InetAddress address) {
    return isIn(INSIDE, address);
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }
}

package io.casguard.topology;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The order of places by their paths, without case.
///
/// Nearly all places that are listed are sites, servers and what is below a server. An organization
/// numbers these once, by their paths, so that sorting thousands compares numbers and no texts.
final class PlaceOrder {
  private PlaceOrder() {}

  /// Numbers the sites and servers of one organization. What is below a server has a number of its
  /// own, since the server's path may be apart from it: `a.owa` comes after `a-1`, and `a` before.
  static void number(List<Site> sites, List<Server> servers) {
    List<Site> sitesInOrder = sorted(sites, site -> site.path().folded());
    List<Server> serversInOrder = sorted(servers, server -> server.path().folded());
    List<Server> holdersInOrder = sorted(servers, server -> server.path().folded() + ".");
    for (int at = 0; at < sites.size(); at++) {
      sitesInOrder.get(at).number(at);
    }
    for (int at = 0; at < servers.size(); at++) {
      serversInOrder.get(at).number(at);
      holdersInOrder.get(at).numberBelow(at);
    }
  }

  static int compare(Place one, Place other) {
    if (one.equals(other)) {
      return 0;
    }
    if (isBelowServer(one) && isBelowServer(other)) {
      int byServer = Integer.compare(numberAbove(one), numberAbove(other));
      return byServer != 0 ? byServer : ofOneServer(one, other);
    }
    if (one instanceof Server left && other instanceof Server right) {
      return Integer.compare(left.number(), right.number());
    }
    if (one instanceof Site left && other instanceof Site right) {
      return Integer.compare(left.number(), right.number());
    }
    return byPath(one, other);
  }

  private static boolean isBelowServer(Place place) {
    return place instanceof Directory || place instanceof Part;
  }

  private static int numberAbove(Place place) {
    return switch (place) {
      case Directory directory -> directory.host().numberBelow();
      case Part part -> part.host().numberBelow();
      default -> throw new IllegalArgumentException(place + " is not below a server");
    };
  }

  private static int ofOneServer(Place one, Place other) {
    return one instanceof Directory left
            && other instanceof Directory right
            && left.kind() != right.kind()
        ? left.kind().folded().compareTo(right.kind().folded())
        : byPath(one, other);
  }

  private static int byPath(Place one, Place other) {
    return one.path().folded().compareTo(other.path().folded());
  }

  private static <T> List<T> sorted(List<T> all, Function<T, String> text) {
    return all.stream().sorted(Comparator.comparing(text)).toList();
  }
}

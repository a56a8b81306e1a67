package io.casguard.topology;

import java.util.Comparator;
import java.util.Optional;

/// Something of an organization that a violation or a piece of evidence can point at.
public sealed interface Place
    permits Organization,
        Site,
        Server,
        Directory,
        Part,
        PublishedName,
        Population,
        SiteLink,
        OutlookProvider {
  /// The places of one organization by their paths, without case.
  Comparator<Place> BY_PATH = PlaceOrder::compare;

  /// Where it is stated.
  Path path();

  /// The site it belongs to, where it belongs to one.
  Optional<Site> site();

  /// The server it belongs to, where it belongs to one.
  Optional<Server> server();
}

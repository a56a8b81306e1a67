package io.casguard.impact;

import io.casguard.topology.Directory;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.Place;
import io.casguard.topology.Population;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.SiteLink;
import java.util.List;
import java.util.Optional;

/// The same place in another state of its organization, and what is in force there.
final class Homes {
  private Homes() {}

  /// The place of the same path in an organization; empty where it is not there.
  static Optional<Place> in(Organization organization, Place place) {
    return switch (place) {
      case Organization _ -> Optional.of(organization);
      case Site site -> organization.siteNamed(site.name()).map(it -> it);
      case Server server -> organization.serverNamed(server.name()).map(it -> it);
      case Directory directory ->
          organization
              .serverNamed(directory.host().name())
              .flatMap(host -> directory(host, directory));
      case Part part ->
          organization.serverNamed(part.host().name()).map(host -> new Part(host, part.keys()));
      case SiteLink link ->
          organization.siteLinks().stream()
              .filter(it -> it.path().equals(link.path()))
              .<Place>map(it -> it)
              .findFirst();
      case PublishedName name -> organization.publishedNameOf(name.name()).map(it -> it);
      case Population people -> organization.populationNamed(people.name()).map(it -> it);
      case OutlookProvider provider -> Optional.of(provider);
    };
  }

  private static Optional<Place> directory(Server host, Directory wanted) {
    return host.directories(wanted.kind()).toOptional().orElse(List.of()).stream()
        .filter(it -> it.path().equals(wanted.path()))
        .<Place>map(it -> it)
        .findFirst();
  }

  /// What is in force under a key of a place, stated or left by Setup.
  static Known<?> inForce(Place place, Key<?> key) {
    return switch (place) {
      case Organization organization -> organization.get(key);
      case Site site -> site.get(key);
      case Server server -> server.get(key);
      case Directory directory -> directory.get(key);
      case Part part -> part.get(key);
      case SiteLink link -> link.get(key);
      case PublishedName name -> name.get(key);
      case Population people -> people.get(key);
      case OutlookProvider provider -> provider.get(key);
    };
  }
}

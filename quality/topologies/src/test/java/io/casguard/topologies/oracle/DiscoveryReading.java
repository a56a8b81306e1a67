package io.casguard.topologies.oracle;

import io.casguard.accesspaths.Provider;
import io.casguard.accesspaths.Request;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Known;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/// Specification 2.5, 2.6 and 2.8, for a client that has arrived at a server.
final class DiscoveryReading {
  private final Arrival arrival;

  DiscoveryReading(Arrival arrival) {
    this.arrival = arrival;
  }

  Verdict autodiscover(Request request, Server cas1, Server mailbox) {
    if (Said.directories(cas1, DirectoryKind.AUTODISCOVER).isEmpty()) {
      return Verdict.fails("no directory");
    }
    // D-3
    if (Arrival.isLegacy(mailbox)) {
      return Verdict.fails("D-3");
    }
    // D-4
    if (!Arrival.is2007(mailbox)) {
      return Verdict.open("D-4: to which server of 2010");
    }
    // D-5
    if (request.way().provider() == Provider.MOBILE_SYNC && !isPublished(mailbox)) {
      return Verdict.open("D-5: what devices are given");
    }
    // D-2
    return Verdict.served("LOCAL", cas1.name());
  }

  /// Whether the mailbox's site has an ExternalURL for devices.
  private static boolean isPublished(Server mailbox) {
    for (Server server : Arrival.clientAccess(mailbox.site().orElseThrow())) {
      for (Directory one : Said.directories(server, DirectoryKind.ACTIVE_SYNC)) {
        if (Said.url(one, Vocabulary.EXTERNAL_URL).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  Verdict addressBook(Request request, Server cas1, Server mailbox) {
    List<Directory> all = Said.directories(cas1, DirectoryKind.OAB);
    if (all.isEmpty()) {
      return Verdict.fails("no directory");
    }
    if (all.size() > 1) {
      return Verdict.open("a first server with several OAB directories");
    }
    if (!Arrival.is2007(mailbox)) {
      return Verdict.open("the address book of a mailbox that is not on 2007");
    }
    Directory oab = all.getFirst();
    // B-1
    Known<SortedMap<String, Entity>> books =
        arrival.organization.get(Vocabulary.OFFLINE_ADDRESS_BOOKS);
    if (!(books instanceof Known.Value<SortedMap<String, Entity>>(var stated))
        || stated.size() != 1) {
      return Verdict.open("B-1: which address book");
    }
    Optional<SortedSet<String>> points =
        stated
            .values()
            .iterator()
            .next()
            .stated(Vocabulary.DISTRIBUTION_POINTS)
            .flatMap(Known::toOptional);
    if (points.isEmpty()) {
      return Verdict.open("B-1: which distribution points");
    }
    if (!points.get().contains(cas1.name())) {
      return Verdict.fails("B-1");
    }
    // B-2
    Optional<Url> given =
        Said.url(
            oab, Arrival.isInside(request) ? Vocabulary.INTERNAL_URL : Vocabulary.EXTERNAL_URL);
    if (given.isEmpty()) {
      return Verdict.open("B-2: an address that somebody typed");
    }
    if (given.get().scheme().equals("http") && Said.on(oab, Vocabulary.REQUIRE_SSL)) {
      return Verdict.fails("B-2");
    }
    return Verdict.served("LOCAL", cas1.name());
  }

  /// U-1, Q7.
  Verdict unifiedMessaging(Server cas1, Server mailbox) {
    if (Said.directories(cas1, DirectoryKind.UNIFIED_MESSAGING).isEmpty()) {
      return Verdict.fails("no directory");
    }
    if (!Arrival.is2007(mailbox)) {
      return Verdict.open("Unified Messaging of a mailbox that is not on 2007");
    }
    return Verdict.served("LOCAL", cas1.name());
  }
}

package io.casguard.guidelines;

import static io.casguard.topology.Vocabulary.ALLOW_CROSS_SITE_SESSIONS;
import static io.casguard.topology.Vocabulary.MAIL_SERVICE_ENABLED;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_NAME;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.SETTINGS_KEY;
import static io.casguard.topology.Vocabulary.X509_CERTIFICATE_NAME;

import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Names;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/// POP3 or IMAP4 of an organization: who uses it, and what each server offers.
///
/// @param protocol which of the two
/// @param owners of each published name, folded, the first site that offers the service under it
/// @param crossing the sites that have a server that offers it and opens mailboxes of other sites
/// @param perhaps the sites that may have one
record MailService(
    Protocol protocol, Map<String, Site> owners, Set<Site> crossing, Set<Site> perhaps) {
  /// The check that finds a certificate of another name.
  static final String CERTIFICATE = "certificate";

  /// What is wrong with the service at a server.
  ///
  /// @param remedy the statements that repair it; none where the topology does not tell them
  record Fault(String check, String text, Path at, List<Edit> remedy, String step) {}

  /// The service at one server: what is wrong there, and what would have to be stated to know.
  record Offer(List<Fault> faults, List<Path> unsaid) {}

  static MailService of(Organization organization, Protocol protocol) {
    MailService nameless = new MailService(protocol, Map.of(), Set.of(), Set.of());
    Map<String, Site> owners = new HashMap<>();
    Set<Site> crossing = new HashSet<>();
    Set<Site> perhaps = new HashSet<>();
    for (Site site : organization.sites()) {
      for (Server server : site.clientAccessServers()) {
        nameless
            .name(server)
            .toOptional()
            .ifPresent(name -> owners.putIfAbsent(Names.folded(name), site));
        switch (nameless.isEnabledAt(server).and(nameless.crosses(server))) {
          case YES -> crossing.add(site);
          case UNSAID -> perhaps.add(site);
          case NO -> {}
        }
      }
    }
    return new MailService(protocol, owners, crossing, perhaps);
  }

  /// Whether somebody said that people of the site use the service from outside: by counting them,
  /// by publishing it there, or by running it there. That every mailbox may use it says nothing.
  Holds isUsedFromOutside(Site site) {
    for (Server server : site.mailboxServers()) {
      if (site.organization().populationsOf(server).stream().anyMatch(this::isCountedOutside)) {
        return Holds.YES;
      }
    }
    Holds offered = Holds.NO;
    for (Server server : site.servers()) {
      if (server.is2007ClientAccess() != Holds.NO) {
        offered = offered.or(server.is2007ClientAccess().and(isDeclaredAt(server)));
      }
    }
    return offered;
  }

  /// Whether a server of another site offers the service and opens this site's mailboxes.
  Holds crossesInto(Site site) {
    return hasOther(crossing, site) ? Holds.YES : hasOther(perhaps, site) ? Holds.UNSAID : Holds.NO;
  }

  private static boolean hasOther(Set<Site> sites, Site site) {
    return sites.size() > (sites.contains(site) ? 1 : 0);
  }

  /// What would have to be stated to know which servers the site has.
  List<Path> unsaid(Site site) {
    return site.servers().stream()
        .filter(server -> server.is2007ClientAccess() == Holds.UNSAID)
        .map(Server::path)
        .toList();
  }

  /// The service at a server of a site.
  Offer offer(Site site, Server server) {
    Part part = at(server);
    List<Fault> faults = new ArrayList<>();
    List<Path> unsaid = new ArrayList<>();
    switch (isEnabledAt(server)) {
      case NO -> faults.add(stopped(part));
      case UNSAID -> unsaid.add(part.path().key(MAIL_SERVICE_ENABLED.name()));
      case YES -> {}
    }
    switch (name(server)) {
      case Known.Unsaid<String>(Path what) -> unsaid.add(what);
      case Known.Absent<String>() -> faults.add(unpublished(part));
      case Known.Value<String>(String name) -> {
        Site owner = owners.getOrDefault(Names.folded(name), site);
        if (owner != site) {
          faults.add(shared(part, name, owner));
        }
        certified(part, name, faults, unsaid);
      }
    }
    return new Offer(List.copyOf(faults), List.copyOf(unsaid));
  }

  private static void certified(Part part, String name, List<Fault> faults, List<Path> unsaid) {
    switch (part.get(X509_CERTIFICATE_NAME)) {
      case Known.Unsaid<String>(Path what) -> unsaid.add(what);
      case Known.Absent<String>() -> faults.add(uncertified(part, name, "no name"));
      case Known.Value<String>(String in) -> {
        if (!in.equalsIgnoreCase(name)) {
          faults.add(uncertified(part, name, in));
        }
      }
    }
  }

  private Part at(Server server) {
    return Part.of(server, key());
  }

  private Key<Entity> key() {
    return protocol == Protocol.POP3 ? Vocabulary.POP3 : Vocabulary.IMAP4;
  }

  private Holds isEnabledAt(Server server) {
    return Holds.of(server.get(key(), MAIL_SERVICE_ENABLED), on -> on);
  }

  private Holds crosses(Server server) {
    return Holds.of(
        server.get(SETTINGS_KEY, ALLOW_CROSS_SITE_SESSIONS),
        (SortedMap<String, Boolean> words) -> words.getOrDefault(protocol.key(), false));
  }

  private Holds isDeclaredAt(Server server) {
    boolean named =
        server.get(key(), PUBLISHED_NAME) instanceof Known.Value<String>
            || publishedNames(server).stream()
                .anyMatch(
                    name ->
                        name.get(PUBLISHED_PROTOCOLS) instanceof Known.Value<SortedSet<Protocol>>);
    return Holds.of(named).or(isEnabledAt(server));
  }

  private boolean isCountedOutside(Population people) {
    return people.comesFrom(Network.INTERNET)
        && people.mayUse(protocol) != Holds.NO
        && people.get(PROTOCOLS) instanceof Known.Value<SortedMap<String, Integer>>(var words)
        && words.getOrDefault(protocol.key(), 0) > 0;
  }

  /// The name that clients outside connect to: stated of the service, else published.
  private Known<String> name(Server server) {
    Known<String> stated = server.get(key(), PUBLISHED_NAME);
    if (!(stated instanceof Known.Unsaid<String>)) {
      return stated;
    }
    List<PublishedName> names = publishedNames(server);
    Optional<PublishedName> open =
        names.stream().filter(name -> name.isOpenTo(Network.INTERNET) == Holds.YES).findFirst();
    if (open.isPresent()) {
      return new Known.Value<>(open.get().name());
    }
    if (server.organization().publishedNames().isEmpty()) {
      return stated;
    }
    return names.stream()
        .filter(name -> name.isOpenTo(Network.INTERNET) == Holds.UNSAID)
        .findFirst()
        .<Known<String>>map(name -> new Known.Unsaid<>(name.path().key(PUBLISHED_FROM.name())))
        .orElseGet(Known.Absent::new);
  }

  private List<PublishedName> publishedNames(Server server) {
    return server.organization().publishedNamesOf(server, protocol);
  }

  private Fault stopped(Part part) {
    String service = protocol == Protocol.POP3 ? "MSExchangePOP3" : "MSExchangeIMAP4";
    return new Fault(
        "stopped",
        "does not run " + protocol.title() + " at " + part.host(),
        part.path().key(MAIL_SERVICE_ENABLED.name()),
        List.of(Edit.set(part, MAIL_SERVICE_ENABLED, true)),
        "At "
            + part.host()
            + ": Set-Service "
            + service
            + " -StartupType Automatic; Start-Service "
            + service);
  }

  private Fault unpublished(Part part) {
    return new Fault(
        "unpublished",
        "publishes " + protocol.title() + " of " + part.host() + " under no name",
        part.path().key(PUBLISHED_NAME.name()),
        List.of(),
        "Publish "
            + part.host()
            + " for "
            + protocol.title()
            + " under a name of its own in DNS, firewall and certificate.");
  }

  private Fault shared(Part part, String name, Site owner) {
    return new Fault(
        "shared",
        "publishes " + protocol.title() + " under " + name + ", which is the name of " + owner,
        part.path().key(PUBLISHED_NAME.name()),
        List.of(),
        "Give "
            + part.host()
            + " a name of its own, or set AllowCrossSiteSessions to true in "
            + (protocol == Protocol.POP3 ? "Microsoft.Exchange.Pop3" : "Microsoft.Exchange.Imap4")
            + ".exe.config of the servers behind "
            + name
            + " and restart the service there.");
  }

  private static Fault uncertified(Part part, String name, String in) {
    return new Fault(
        CERTIFICATE,
        "presents a certificate for " + in + " at " + part.host() + " instead of " + name,
        part.path().key(X509_CERTIFICATE_NAME.name()),
        List.of(Edit.set(part, X509_CERTIFICATE_NAME, name)),
        "See that a certificate with "
            + name
            + " is there: Enable-ExchangeCertificate -Thumbprint <thumbprint> -Services POP,IMAP,IIS");
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_KEY;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SSL;
import static io.casguard.topology.Vocabulary.REQUIRE_SSL;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.SSL_OFFLOADED;
import static io.casguard.topology.Vocabulary.SSL_OFFLOADING;
import static io.casguard.topology.Vocabulary.THROUGH;

import io.casguard.topology.Certainty;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.PublishedSsl;
import io.casguard.topology.Publisher;
import io.casguard.topology.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds servers that are not made for the SSL offloader in front of them.
final class OffloadingIsKnownToOwa implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-331")
          .says(
              "Behind a publisher that ends SSL, OWA requires none and knows of the publisher, and neither ActiveSync nor a proxy target stands there.")
          .because(
              """
              What comes from the publisher is plain HTTP. A directory that requires SSL refuses it, and OWA that does not know of the publisher (registry value SSLOffloaded) sends people to http and back. ActiveSync behind an offloader is not supported, and a server that is proxied to must require SSL.
              """)
          .source(
              Source.Text.OFFLOAD,
              "SSL offloading is supported for Outlook Web Access, directory by directory, and not for ActiveSync")
          .source(
              Source.Text.NONE_FOUND,
              "the registry value is called SSLOffloaded",
              Certainty.ASSUMED)
          .source(Source.Text.EV42, "a proxy target that is not set up for SSL answers 403")
          .example(
              "OWA made for offloading; devices have a name of their own",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa, requireSsl: false, sslOffloaded: true}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], protocols: [owa], ssl: offload}
                sync.example.com: {from: [internet], servers: [SEA-CAS1], protocols: [activesync], ssl: bridge}
              """)
          .example(
              "The publisher encrypts again, and for people inside nothing stands in front",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], ssl: bridge}
                inside.example.com: {from: [intranet], servers: [SEA-CAS1], through: none}
              """)
          .example(
              "OWA as Setup leaves it, and devices, behind an offloader",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        requireSsl: true  # CAP-331
              publishing:
                mail.example.com:
                  from: [internet]
                  servers: [SEA-CAS1]
                  ssl: offload  # CAP-331
              """)
          .example(
              "SSL is no longer required, and the registry value was forgotten",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: https://mail.example.com/owa
                        requireSsl: false
                        sslOffloaded: null  # CAP-331
              publishing: {mail.example.com: {from: [internet], servers: [SEA-CAS1], protocols: [owa], ssl: offload}}
              """)
          .example(
              "A child behind an offloader for people inside",
              """
              sites:
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1:
                      owa:
                        windowsAuthentication: true
                        formsAuthentication: false
                        requireSsl: false
                        sslOffloaded: true
              publishing:
                leeds.example.com:
                  from: [intranet]
                  servers: [LEE-CAS1]
                  protocols: [owa]
                  ssl: offload  # CAP-331
              """)
          .reads(REQUIRE_SSL, SSL_OFFLOADED, PUBLISHED_SSL, PUBLISHED_SERVERS)
          .reads(SSL_OFFLOADING, THROUGH, PUBLISHED_PROTOCOLS, INTERNET_FACING, SITE_INTENT)
          .consequence(
              "People who come through the publisher are refused (403.4) or go round in a circle, and their devices too; what is proxied to such a server fails with event MSExchange OWA 42.")
          .verify("Open OWA through the publisher: the inbox opens, and the address stays https.")
          .hits(Hits.EVERYBODY, Protocol.OWA, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Stream.concat(
        organization.publishedNames().stream()
            .filter(name -> name.passes(Protocol.OWA) || name.passes(Protocol.ACTIVE_SYNC))
            .map(OffloadingIsKnownToOwa::publisher),
        Each.directory(
            GUIDELINE, organization, Set.of(DirectoryKind.OWA), OffloadingIsKnownToOwa::owa));
  }

  private static Verdict publisher(PublishedName name) {
    Holds target =
        name.passes(Protocol.OWA)
            ? name.servers().stream()
                .map(OffloadingIsKnownToOwa::isTarget)
                .reduce(unsaidServers(name), Holds::or)
            : Holds.NO;
    Holds devices = Holds.of(name.passes(Protocol.ACTIVE_SYNC));
    return switch (isOffloaded(name)) {
      case NO ->
          name.get(PUBLISHED_SSL) instanceof Known.Unsaid<?>
              ? GUIDELINE.notApplicable(name, () -> "nothing stands in front")
              : GUIDELINE.conforms(name);
      case UNSAID ->
          GUIDELINE.notChecked(
              name,
              "what the publisher of " + name + " does with SSL is unsaid",
              name.path().key(PUBLISHED_SSL.name()));
      case YES ->
          switch (devices.or(target)) {
            case YES -> inFront(name, devices, target).departs();
            case UNSAID ->
                GUIDELINE.notChecked(
                    name,
                    "whether the servers behind " + name + " are proxied to is unsaid",
                    unsaidOf(name));
            case NO ->
                GUIDELINE.notApplicable(
                    name, () -> "neither devices nor proxy targets are behind it");
          };
    };
  }

  private static List<Path> unsaidOf(PublishedName name) {
    return unsaidServers(name) == Holds.UNSAID
        ? List.of(name.path().key(PUBLISHED_SERVERS.name()))
        : name.servers().stream()
            .filter(server -> isTarget(server) == Holds.UNSAID)
            .map(
                server ->
                    server
                        .site()
                        .map(site -> site.path().key(INTERNET_FACING.name()))
                        .orElse(server.path()))
            .toList();
  }

  private static Holds unsaidServers(PublishedName name) {
    return name.get(PUBLISHED_SERVERS) instanceof Known.Unsaid<?> ? Holds.UNSAID : Holds.NO;
  }

  private static Holds isTarget(Server server) {
    return server
        .is2007ClientAccess()
        .and(server.site().map(site -> site.isReachedByProxying(Protocol.OWA)).orElse(Holds.NO));
  }

  private static Violation inFront(PublishedName name, Holds devices, Holds target) {
    boolean both = devices == Holds.YES && target == Holds.YES;
    String says =
        devices == Holds.YES
            ? "ends SSL in front of ActiveSync, which is not supported"
            : "ends SSL in front of a server that is proxied to";
    Violation found =
        GUIDELINE.violated(
            name.organization(),
            name,
            name.path().key(PUBLISHED_SSL.name()),
            ERROR,
            both ? says + ", and of a server that is proxied to" : says,
            devices == Holds.YES ? Protocol.ACTIVE_SYNC : Protocol.OWA);
    return devices == Holds.YES
        ? bridged(found, name).check("devices")
        : bridged(found, name).check("target").source(Source.Text.EV42, Certainty.INFERRED);
  }

  private static Verdict owa(Directory owa) {
    List<PublishedName> names =
        owa.host().organization().publishedNamesOf(owa.host(), Protocol.OWA);
    List<PublishedName> offloaded =
        names.stream().filter(name -> isOffloaded(name) == Holds.YES).toList();
    if (!offloaded.isEmpty()) {
      return isTarget(owa.host()) == Holds.YES
          ? GUIDELINE.notApplicable(owa, () -> "it is proxied to; the publisher has to change")
          : behind(owa);
    }
    return names.stream()
        .filter(name -> isOffloaded(name) == Holds.UNSAID)
        .findFirst()
        .map(
            name ->
                GUIDELINE.notChecked(
                    owa,
                    "what the publisher of " + name + " does with SSL is unsaid",
                    name.path().key(PUBLISHED_SSL.name())))
        .orElseGet(
            () -> GUIDELINE.notApplicable(owa, () -> "no publisher ends SSL in front of it"));
  }

  private static Verdict behind(Directory owa) {
    Holds required = Holds.of(owa.get(REQUIRE_SSL), on -> on);
    Holds known = Holds.of(owa.get(SSL_OFFLOADED), on -> on);
    if (required == Holds.YES || known == Holds.NO) {
      return unprepared(owa, required, known).departs();
    }
    List<Path> unsaid = new ArrayList<>();
    if (required == Holds.UNSAID) {
      unsaid.add(owa.path().key(REQUIRE_SSL.name()));
    }
    if (known == Holds.UNSAID) {
      unsaid.add(owa.path().key(SSL_OFFLOADED.name()));
    }
    return unsaid.isEmpty()
        ? GUIDELINE.conforms(owa)
        : GUIDELINE.notChecked(
            owa,
            "whether " + owa + " is made for the publisher in front is not wholly said",
            unsaid);
  }

  private static Violation unprepared(Directory owa, Holds required, Holds known) {
    boolean refuses = required == Holds.YES;
    String says =
        refuses && known == Holds.NO
            ? "requires SSL and has no SSLOffloaded"
            : refuses ? "requires SSL" : "has no SSLOffloaded";
    List<Edit> edits = new ArrayList<>();
    if (required != Holds.NO) {
      edits.add(Edit.set(owa, REQUIRE_SSL, false));
    }
    if (known != Holds.YES) {
      edits.add(Edit.set(owa, SSL_OFFLOADED, true));
    }
    Server server = owa.host();
    return at(
            owa, refuses ? REQUIRE_SSL : SSL_OFFLOADED, says + " behind a publisher that ends SSL")
        .check("owa")
        .remedy(edits)
        .step(
            "On "
                + server
                + " clear Require SSL of this directory in IIS Manager, set the registry value SSLOffloaded to 1 under MSExchange OWA, and run iisreset /noforce.");
  }

  private static Violation at(Directory owa, Key<Boolean> key, String message) {
    return GUIDELINE.violated(
        owa.host().organization(), owa, owa.path().key(key.name()), ERROR, message, Protocol.OWA);
  }

  /// Repaired by a publisher that encrypts again, and directories that require it where no other
  /// publisher ends SSL.
  private static Violation bridged(Violation found, PublishedName name) {
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.set(name, PUBLISHED_SSL, PublishedSsl.BRIDGE));
    name.servers().stream()
        .filter(
            server ->
                name.organization().publishedNamesOf(server).stream()
                    .allMatch(it -> it.equals(name) || isOffloaded(it) != Holds.YES))
        .forEach(server -> edits.addAll(encrypted(server)));
    return found
        .remedy(edits)
        .step(
            "Let the publisher of "
                + name
                + " encrypt again towards the servers (SSL bridging), and require SSL at their directories; where OWA alone is to be offloaded, publish it under a name of its own.");
  }

  private static List<Edit> encrypted(Server server) {
    List<Edit> edits = new ArrayList<>();
    server.directories(DirectoryKind.OWA).toOptional().stream()
        .flatMap(List::stream)
        .filter(owa -> Holds.of(owa.get(REQUIRE_SSL), on -> on) == Holds.NO)
        .forEach(
            owa -> {
              edits.add(Edit.set(owa, REQUIRE_SSL, true));
              edits.add(Edit.set(owa, SSL_OFFLOADED, false));
            });
    Part outlook = Part.of(server, OUTLOOK_ANYWHERE_KEY);
    if (Holds.of(outlook.get(SSL_OFFLOADING), on -> on) == Holds.YES) {
      edits.add(Edit.set(outlook, SSL_OFFLOADING, false));
    }
    return edits;
  }

  /// Where nothing stands in front, nothing ends SSL unless it is said.
  private static Holds isOffloaded(PublishedName name) {
    Holds offloaded = Holds.of(name.get(PUBLISHED_SSL), ssl -> ssl == PublishedSsl.OFFLOAD);
    boolean open = Holds.of(name.get(THROUGH), through -> through == Publisher.NONE) == Holds.YES;
    return offloaded == Holds.UNSAID && open ? Holds.NO : offloaded;
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.PATHS;
import static io.casguard.topology.Vocabulary.PUBLIC_FOLDERS_ONLY;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds published names through which mailboxes of Exchange 2003 cannot be opened.
final class LegacyPathsArePublished implements Rule {
  private static final String OWA = "/owa";
  private static final List<String> LEGACY = List.of("/exchange", "/public", "/exchweb");

  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-324")
          .says(
              "While mailboxes are on Exchange 2003, a name that publishes /owa publishes /exchange, /public and /exchweb too.")
          .because(
              """
              /owa does not find a mailbox on Exchange 2003; /exchange and /public are passed on to its back end, and /exchweb holds their pictures and scripts. Another name that is open to the same people may publish them instead.
              """)
          .source(
              Source.Text.E14OWA,
              "/owa could not find a mailbox on Exchange 2000 or 2003; /exchange and /public are proxied to the back end")
          .example(
              "All paths pass, or the legacy ones are listed",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers: {OLD-BE1: {version: 2003 SP2}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], paths: [/owa/*, /Exchange/*, /public/*, /ExchWeb/*]}
                inside.example.com: {from: [intranet], servers: [SEA-CAS1]}
              """)
          .example(
              "Another name publishes them, and one is for devices alone",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers: {OLD-BE1: {version: 2003 SP2}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], paths: [/owa]}
                old.example.com: {from: [internet], servers: [SEA-CAS1], paths: [/exchange, /public, /exchweb]}
                sync.example.com: {from: [internet], servers: [SEA-CAS1], paths: [/Microsoft-Server-ActiveSync]}
              """)
          .example(
              "No mailbox is on Exchange 2003",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers: {OLD-FE1: {version: 2003 SP2, roles: [FrontEnd]}, OLD-PF1: {version: 2003 SP2, publicFoldersOnly: true}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], paths: [/owa]}
              """)
          .example(
              "A name of Exchange 2010 proxies nothing to Exchange 2003",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS10: {version: 2010 SP1, roles: [ClientAccess]}}}}
              servers: {OLD-BE1: {version: 2003 SP2}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS10], paths: [/owa]}
              """)
          .example(
              "/exchweb was forgotten",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers: {OLD-BE1: {version: 2003 SP2}}
              publishing:
                mail.example.com:
                  from: [internet]
                  servers: [SEA-CAS1]
                  paths: [/owa, /exchange, /public]  # CAP-324
              """)
          .reads(PATHS, PUBLISHED_SERVERS, PUBLISHED_FROM, PUBLISHED_PROTOCOLS, PUBLIC_FOLDERS_ONLY)
          .consequence(
              "People whose mailboxes are on Exchange 2003 do not get in by browser: /owa says that it could not find a mailbox.")
          .verify(
              "Open https://<the name>/exchange with a mailbox on Exchange 2003: the inbox opens, with its pictures.")
          .hits(Hits.LEGACY_MAILBOXES, Protocol.OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Holds mailboxes = BackEnds.exist(organization);
    List<Path> unsaid = BackEnds.unsaid(organization);
    Map<Network, Holds> covered = new EnumMap<>(Network.class);
    for (Network network : Network.values()) {
      covered.put(
          network,
          organization.publishedNames().stream()
              .filter(name -> name.passes(Protocol.OWA) && missing(name).isEmpty())
              .map(name -> leadsTo2007(name).and(name.isOpenTo(network)))
              .reduce(Holds.NO, Holds::or));
    }
    return organization.publishedNames().stream()
        .map(name -> tell(name, mailboxes, unsaid, covered));
  }

  private static Verdict tell(
      PublishedName name, Holds mailboxes, List<Path> unsaid, Map<Network, Holds> covered) {
    List<String> missing = missing(name);
    if (mailboxes == Holds.NO) {
      return GUIDELINE.notApplicable(name, () -> "no mailboxes are on Exchange 2003");
    }
    if (!name.passes(Protocol.OWA) || (!passing(name).contains(OWA) && !missing.isEmpty())) {
      return GUIDELINE.notApplicable(name, () -> name + " does not publish " + OWA);
    }
    if (missing.isEmpty()) {
      return GUIDELINE.conforms(name);
    }
    Holds elsewhere =
        Stream.of(Network.values())
            .map(
                network -> name.isOpenTo(network).not().or(covered.getOrDefault(network, Holds.NO)))
            .reduce(Holds.YES, Holds::and);
    return switch (mailboxes.and(leadsTo2007(name)).and(elsewhere.not())) {
      case YES -> departs(name, missing).departs();
      case NO ->
          GUIDELINE.notApplicable(
              name,
              () -> "another name publishes them, or no Exchange 2007 server is behind " + name);
      case UNSAID -> {
        List<Path> all = new ArrayList<>(unsaid);
        all.add(name.path().key(PUBLISHED_SERVERS.name()));
        yield GUIDELINE.notChecked(
            name,
            "who has a mailbox on Exchange 2003, or where the names lead, is not wholly said",
            all);
      }
    };
  }

  private static Violation departs(PublishedName name, List<String> missing) {
    Set<String> paths = new TreeSet<>(name.get(PATHS).toOptional().orElseGet(TreeSet::new));
    paths.addAll(missing);
    return GUIDELINE
        .violated(
            name.organization(),
            name,
            name.path().key(PATHS.name()),
            ERROR,
            "does not publish "
                + String.join(", ", missing)
                + " while mailboxes are on Exchange 2003")
        .remedy(Edit.set(name, PATHS, new TreeSet<>(paths)))
        .step(
            "Add "
                + missing.stream().map(path -> path + "/*").collect(Collectors.joining(", "))
                + " to the paths that the publisher lets pass for "
                + name
                + ".");
  }

  private static List<String> missing(PublishedName name) {
    Set<String> passing = passing(name);
    return name.get(PATHS) instanceof Known.Unsaid<?> || passing.contains("")
        ? List.of()
        : LEGACY.stream().filter(path -> !passing.contains(path)).toList();
  }

  /// The paths that are listed, without the star that publishers write after them.
  private static Set<String> passing(PublishedName name) {
    return name.get(PATHS).toOptional().stream()
        .flatMap(all -> all.stream())
        .map(path -> path.toLowerCase(Locale.ROOT).replaceFirst("/?\\*?$", ""))
        .collect(Collectors.toSet());
  }

  private static Holds leadsTo2007(PublishedName name) {
    return name.get(PUBLISHED_SERVERS) instanceof Known.Unsaid<?>
        ? Holds.UNSAID
        : name.servers().stream().map(Server::is2007ClientAccess).reduce(Holds.NO, Holds::or);
  }
}

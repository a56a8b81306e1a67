package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.Certificate;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Where clients outside find Autodiscover (D-1): for each SMTP domain at the domain itself, else
/// at `autodiscover` in front of it.
///
/// A name counts where it is published to the internet, leads to a Client Access server and stands
/// in the certificate that is shown there. HTTP redirections and SRV records are no part of a
/// topology.
final class OutsideDiscovery {
  private static final Failure NOT_FOUND = Failure.because("autodiscover_not_found");

  /// One of the two names of a domain.
  ///
  /// @param counts whether clients find Autodiscover there
  /// @param why it does not count, or may not
  private record Candidate(
      String host, Optional<PublishedName> name, Holds counts, String why, List<Path> unsaid) {
    private static Candidate no(String host, String why) {
      return new Candidate(host, Optional.empty(), Holds.NO, why, List.of());
    }
  }

  private final Organization organization;
  private final Map<String, List<Candidate>> candidates = new LinkedHashMap<>();

  OutsideDiscovery(Organization organization) {
    this.organization = organization;
    for (String domain :
        organization
            .get(Vocabulary.SMTP_DOMAINS)
            .toOptional()
            .map(List::copyOf)
            .orElse(List.of())) {
      candidates.put(domain, List.of(judged(domain), judged("autodiscover." + domain)));
    }
  }

  /// The names that are found, for each domain the first that counts.
  List<PublishedName> doors() {
    Set<PublishedName> doors = new LinkedHashSet<>();
    candidates.values().forEach(of -> counting(of).flatMap(Candidate::name).ifPresent(doors::add));
    return List.copyOf(doors);
  }

  /// Where a client arrives that was given no entry.
  Arrival arrival() {
    Optional<PublishedName> found = doors().stream().findFirst();
    if (found.isPresent()) {
      return new Arrival.At(clientAccess(found.get()), List.of(passed(found.get()).orElseThrow()));
    }
    List<Path> unsaid = unsaid();
    return new Arrival.Nowhere(
        new TrailDraft()
            .end(
                unsaid.isEmpty()
                    ? Decision.by(Clause.D_1D, NOT_FOUND)
                    : Decision.by(Clause.D_1D, new Outcome.Undetermined(unsaid)),
                why(),
                unsaid.isEmpty()
                    ? new Evidence[] {
                      at(Path.SPEC.key(Vocabulary.SMTP_DOMAINS.name()), "the SMTP domains")
                    }
                    : unsaid.stream()
                        .map(what -> at(what, what + " is unsaid"))
                        .toArray(Evidence[]::new)));
  }

  /// By which clauses clients come to a name; empty where they do not, or may not.
  Optional<Trail.Passed> passed(PublishedName name) {
    List<String> domains = new ArrayList<>();
    List<String> without = new ArrayList<>();
    candidates.forEach(
        (domain, of) -> {
          Optional<Candidate> counting = counting(of);
          if (counting.isEmpty()) {
            without.add(domain);
          } else if (counting.get().name().filter(name::equals).isPresent()) {
            domains.add(domain);
          }
        });
    if (domains.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Trail.Passed(
            Clause.D_1C,
            "clients of "
                + String.join(", ", domains)
                + " look at "
                + name.name()
                + ", which is published to the internet and stands in its certificate"
                + (without.isEmpty() ? "" : "; no name counts for " + String.join(", ", without)),
            List.of(
                at(name.path(), name.name()),
                at(Path.SPEC.key(Vocabulary.SMTP_DOMAINS.name()), "the SMTP domains"))));
  }

  /// Why clients outside do not find Autodiscover at a name; empty where they do, or may.
  Optional<String> remark(PublishedName name) {
    Optional<Candidate> judged =
        candidates.values().stream()
            .flatMap(Collection::stream)
            .filter(candidate -> candidate.host().equalsIgnoreCase(name.name()))
            .findFirst();
    if (judged.isPresent()) {
      return judged
          .filter(candidate -> candidate.counts() == Holds.NO)
          .map(candidate -> "clients outside do not use " + name + ": " + candidate.why());
    }
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(
            name
                + " is no name at which clients outside look for Autodiscover; only an HTTP"
                + " redirection or an SRV record leads there");
  }

  private List<Path> unsaid() {
    List<Path> unsaid = new ArrayList<>();
    if (organization.get(Vocabulary.SMTP_DOMAINS) instanceof Known.Unsaid<?>(Path what)) {
      unsaid.add(what);
    }
    candidates.values().forEach(of -> of.forEach(candidate -> unsaid.addAll(candidate.unsaid())));
    boolean nothingPublished =
        organization.publishedNames().stream()
            .allMatch(name -> name.isOpenTo(Network.INTERNET) == Holds.NO);
    boolean facesTheInternet =
        !organization.serversOfUnsaidSite().isEmpty()
            || organization.sites().stream().anyMatch(site -> site.facing().holds() != Holds.NO);
    if (nothingPublished && facesTheInternet) {
      unsaid.add(Path.SPEC.key(Vocabulary.PUBLISHING.name()));
    }
    return nothingPublished && !facesTheInternet
        ? List.of()
        : unsaid.stream().distinct().sorted(Comparator.comparing(Path::toString)).toList();
  }

  private String why() {
    List<String> why = new ArrayList<>();
    candidates
        .values()
        .forEach(of -> of.forEach(candidate -> why.add(candidate.host() + " " + candidate.why())));
    return why.isEmpty() ? "there is no SMTP domain to look at" : String.join("; ", why);
  }

  private static Optional<Candidate> counting(List<Candidate> of) {
    return of.stream().filter(candidate -> candidate.counts() == Holds.YES).findFirst();
  }

  private Candidate judged(String host) {
    return organization
        .publishedNameOf(host)
        .map(name -> judged(host, name))
        .orElseGet(() -> Candidate.no(host, "is not published"));
  }

  private static Candidate judged(String host, PublishedName name) {
    Holds open = name.isOpenTo(Network.INTERNET);
    if (open == Holds.NO) {
      return Candidate.no(host, "is not published to the internet");
    }
    if (!name.passes(Protocol.AUTODISCOVER) || !passesPath(name)) {
      return Candidate.no(host, "does not pass Autodiscover");
    }
    List<Path> unsaid = new ArrayList<>();
    if (open == Holds.UNSAID) {
      unsaid.add(name.path().key(Vocabulary.PUBLISHED_FROM.name()));
    }
    List<Server> servers = clientAccess(name);
    if (servers.isEmpty()) {
      if (!(name.get(Vocabulary.PUBLISHED_SERVERS) instanceof Known.Unsaid<?>(Path what))) {
        return Candidate.no(host, "leads to no Client Access server that answers");
      }
      unsaid.add(what);
    } else {
      Optional<Candidate> uncovered = uncovered(host, servers.getFirst(), unsaid);
      if (uncovered.isPresent()) {
        return uncovered.get();
      }
    }
    return unsaid.isEmpty()
        ? new Candidate(host, Optional.of(name), Holds.YES, "is found", List.of())
        : new Candidate(host, Optional.of(name), Holds.UNSAID, "may be found", List.copyOf(unsaid));
  }

  /// Where the certificate does not hold the name; what leaves that open is added to what is
  /// unsaid.
  private static Optional<Candidate> uncovered(String host, Server server, List<Path> unsaid) {
    String lacking = "does not stand in its certificate";
    return switch (Certificate.seenAt(host, server)) {
      case Known.Absent<Certificate>() -> Optional.of(Candidate.no(host, "has no certificate"));
      case Known.Unsaid<Certificate>(Path what) -> {
        unsaid.add(what);
        yield Optional.empty();
      }
      case Known.Value<Certificate>(Certificate certificate) ->
          switch (certificate.covers(host)) {
            case YES -> Optional.empty();
            case NO -> Optional.of(Candidate.no(host, lacking));
            case UNSAID -> {
              unsaid.add(certificate.path().key(Vocabulary.ALTERNATIVE_NAMES.name()));
              yield Optional.empty();
            }
          };
    };
  }

  private static List<Server> clientAccess(PublishedName name) {
    return name.servers().stream()
        .filter(server -> server.is(Role.CLIENT_ACCESS) != Holds.NO)
        .filter(server -> !server.isDown())
        .toList();
  }

  private static boolean passesPath(PublishedName name) {
    String asked = DirectoryKind.AUTODISCOVER.urlPath().toLowerCase(Locale.ROOT);
    Optional<SortedSet<String>> paths = name.get(Vocabulary.PATHS).toOptional();
    return paths.isEmpty()
        || paths.get().stream()
            .map(path -> path.toLowerCase(Locale.ROOT).replace("/*", ""))
            .anyMatch(asked::startsWith);
  }
}

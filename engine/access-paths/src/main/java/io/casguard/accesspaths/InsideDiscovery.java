package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.ServiceConnectionPoint;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where Outlook inside finds Autodiscover (D-1): at the service connection points whose scope
/// names its site, else at any.
///
/// Points whose server does not answer, or whose address is not reachable inside, are passed over.
/// Found once for each site that clients are in.
final class InsideDiscovery {
  private static final Failure NOT_FOUND = Failure.because("autodiscover_not_found");

  /// A point that may lead somewhere.
  ///
  /// @param host the server it belongs to
  /// @param point empty where it is unsaid whether the server has one
  /// @param leadsTo the servers behind its address that may answer; never empty
  /// @param unsaid what leaves open whether it leads there; empty where it does
  private record Lead(
      Server host,
      Optional<ServiceConnectionPoint> point,
      List<Server> leadsTo,
      List<Path> unsaid) {
    private String name() {
      return host.name();
    }

    private Holds isPreferredIn(Site site) {
      return point.map(known -> known.isPreferredIn(site)).orElse(Holds.UNSAID);
    }

    private Path scope() {
      return point
          .map(
              known ->
                  known.stating(Vocabulary.SITE_SCOPE).path().key(Vocabulary.SITE_SCOPE.name()))
          .orElseGet(() -> unsaid.getFirst());
    }
  }

  private final Names names;
  private final List<Lead> leads;
  private final Map<Optional<Site>, Arrival> found = new HashMap<>();

  InsideDiscovery(Organization organization, Names names) {
    this.names = names;
    this.leads =
        organization.servers().stream()
            .sorted(Comparator.comparing(server -> server.name().toLowerCase(Locale.ROOT)))
            .map(this::lead)
            .flatMap(Optional::stream)
            .toList();
  }

  /// What clients in a site find; of clients whose site is unsaid the site is empty.
  Arrival by(Optional<Site> client) {
    return found.computeIfAbsent(client, this::find);
  }

  private Arrival find(Optional<Site> client) {
    List<Lead> preferred = new ArrayList<>();
    List<Lead> open = new ArrayList<>();
    List<Path> unsaid = new ArrayList<>();
    for (Lead lead : leads) {
      Holds prefers = client.map(lead::isPreferredIn).orElse(Holds.NO);
      if (prefers == Holds.YES && lead.unsaid().isEmpty()) {
        preferred.add(lead);
      } else if (prefers != Holds.NO) {
        open.add(lead);
        unsaid.addAll(lead.unsaid());
        if (prefers == Holds.UNSAID) {
          unsaid.add(lead.scope());
        }
      }
    }
    if (!preferred.isEmpty()) {
      return new Arrival.At(servers(preferred), List.of(preferring(preferred, client)));
    }
    List<Lead> sure = leads.stream().filter(lead -> lead.unsaid().isEmpty()).toList();
    if (sure.isEmpty()) {
      return new Arrival.Nowhere(
          leads.isEmpty() ? nothing() : perhapsNothing(open.isEmpty() ? leads : open));
    }
    return open.isEmpty()
        ? new Arrival.At(servers(sure), List.of(any(sure, client)))
        : new Arrival.Open(
            servers(Stream.concat(open.stream(), sure.stream()).toList()),
            undetermined(Clause.D_1A, unsaid));
  }

  private Optional<Lead> lead(Server server) {
    Optional<ServiceConnectionPoint> point = ServiceConnectionPoint.of(server);
    if (point.isPresent()) {
      return lead(point.get());
    }
    return server.directories(DirectoryKind.AUTODISCOVER) instanceof Known.Unsaid<?>(Path what)
        ? answering(List.of(server))
            .map(behind -> new Lead(server, Optional.empty(), behind, List.of(what)))
        : Optional.empty();
  }

  private Optional<Lead> lead(ServiceConnectionPoint point) {
    return switch (point.get(Vocabulary.SERVICE_INTERNAL_URI)) {
      case Known.Absent<Url>() -> Optional.empty();
      case Known.Unsaid<Url>(Path what) -> led(point, List.of(point.host()), List.of(what));
      case Known.Value<Url>(Url address) -> led(point, address.host().orElse(""));
    };
  }

  /// A host that is no computer and no published name is taken for the server's own.
  private Optional<Lead> led(ServiceConnectionPoint point, String host) {
    Optional<Server> computer = names.computer(host).or(() -> names.atAddress(host));
    Optional<PublishedName> published =
        computer.isPresent() ? Optional.empty() : names.published(host);
    return published
        .map(name -> published(point, name))
        .orElseGet(() -> led(point, List.of(computer.orElse(point.host())), List.of()));
  }

  private static Optional<Lead> published(ServiceConnectionPoint point, PublishedName name) {
    List<Server> behind = name.servers().isEmpty() ? List.of(point.host()) : name.servers();
    return switch (name.isOpenTo(Network.INTRANET)) {
      case YES -> led(point, behind, List.of());
      case NO -> Optional.empty();
      case UNSAID -> led(point, behind, List.of(name.path().key(Vocabulary.PUBLISHED_FROM.name())));
    };
  }

  private static Optional<Lead> led(
      ServiceConnectionPoint point, List<Server> behind, List<Path> unsaid) {
    return answering(behind)
        .map(answering -> new Lead(point.host(), Optional.of(point), answering, unsaid));
  }

  private static Optional<List<Server>> answering(List<Server> behind) {
    List<Server> answering = behind.stream().filter(server -> !server.isDown()).toList();
    return answering.isEmpty() ? Optional.empty() : Optional.of(answering);
  }

  /// Those of Exchange 2007 come first, since only they are simulated.
  private static List<Server> servers(List<Lead> of) {
    return of.stream()
        .flatMap(lead -> lead.leadsTo().stream())
        .distinct()
        .sorted(Comparator.comparing(server -> server.is2007() == Holds.NO))
        .toList();
  }

  private static Trail.Passed preferring(List<Lead> preferred, Optional<Site> client) {
    return new Trail.Passed(
        Clause.D_1A,
        "the service connection point"
            + (preferred.size() == 1 ? " of " : "s of ")
            + String.join(", ", preferred.stream().map(Lead::name).toList())
            + (preferred.size() == 1 ? " is" : " are")
            + " preferred in "
            + client.map(Site::name).orElse("no stated site"),
        preferred.stream().map(lead -> at(lead.scope(), "the scope of " + lead.name())).toList());
  }

  private static Trail.Passed any(List<Lead> sure, Optional<Site> client) {
    Lead first = sure.getFirst();
    return new Trail.Passed(
        Clause.D_1B,
        client.map(site -> "no scope names " + site).orElse("the site of the client is unsaid")
            + "; any of "
            + (sure.size() == 1
                ? "one service connection point"
                : sure.size() + " service connection points")
            + " is taken",
        List.of(at(first.scope(), "the scope of " + first.name())));
  }

  private static Ending perhapsNothing(List<Lead> open) {
    List<Path> unsaid = open.stream().flatMap(lead -> lead.unsaid().stream()).toList();
    return new Ending(new Trail(List.of(undetermined(Clause.D_1E, unsaid))), List.of(), List.of());
  }

  private static Trail.Decided undetermined(Clause clause, List<Path> unsaid) {
    List<Path> sorted =
        unsaid.stream().distinct().sorted(Comparator.comparing(Path::toString)).toList();
    return new Trail.Decided(
        clause,
        "the topology does not say which service connection point is found",
        sorted.stream().map(what -> at(what, what + " is unsaid")).toList(),
        new Outcome.Undetermined(sorted));
  }

  private static Ending nothing() {
    return new TrailDraft()
        .end(
            Decision.by(Clause.D_1E, NOT_FOUND),
            "no service connection point leads to a server that answers",
            at(Path.SPEC.key(Vocabulary.SITES.name()), "the service connection points"));
  }
}

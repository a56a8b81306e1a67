package io.casguard.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One Exchange organization as the engines look at it: a topology with its defaults in force, its
/// names resolved, and its people at their servers.
public final class Organization implements Place {
  private final Topology topology;
  private final InForce inForce;
  private final boolean setupDefaults;
  private final List<Site> sites;
  private final List<Server> servers;
  private final List<Server> serversOfUnsaidSite;
  private final ClientAccess clientAccess;
  private final List<SiteLink> siteLinks;
  private final List<PublishedName> publishedNames;
  private final List<Population> populations;
  private final Map<String, Site> siteByName = new HashMap<>();
  private final Map<String, Server> serverByName = new HashMap<>();
  private final Map<String, List<Server>> serversByHost = new HashMap<>();
  private final Map<Server, List<Population>> populationsByServer = new HashMap<>();
  private final Map<Server, List<PublishedName>> publishedNamesByServer = new HashMap<>();
  private final Map<Site, List<Population>> populationsBySite = new HashMap<>();
  private final Map<String, PublishedName> publishedNameByName = new HashMap<>();

  private final Set<String> externalHosts = new HashSet<>();
  private final Map<Protocol, Headcount> headcounts = new ConcurrentHashMap<>();

  private Organization(Topology topology) {
    this.topology = topology;
    Entity spec = topology.spec();
    this.inForce = InForce.of(spec, Path.SPEC, InForce.Defaults.NONE);
    this.setupDefaults = setupDefaults(spec);
    this.sites =
        spec.parts(Vocabulary.SITES).values().stream().map(site -> new Site(this, site)).toList();
    this.servers =
        Stream.concat(
                sites.stream().flatMap(site -> site.servers().stream()),
                spec.parts(Vocabulary.SERVERS_WITHOUT_SITE).values().stream()
                    .map(this::serverWithoutSite))
            .toList();
    PlaceOrder.number(sites, servers);
    this.clientAccess = new ClientAccess(servers);
    this.serversOfUnsaidSite =
        servers.stream().filter(server -> server.location() instanceof Known.Unsaid<Site>).toList();
    sites.forEach(site -> siteByName.put(Names.folded(site.name()), site));
    servers.forEach(this::index);
    this.siteLinks =
        spec.parts(Vocabulary.SITE_LINKS).values().stream()
            .map(link -> new SiteLink(this, link))
            .toList();
    this.publishedNames =
        spec.parts(Vocabulary.PUBLISHING).values().stream()
            .map(name -> new PublishedName(this, name))
            .toList();
    this.populations =
        spec.parts(Vocabulary.USERS).values().stream()
            .map(population -> new Population(this, population))
            .toList();
    for (PublishedName name : publishedNames) {
      publishedNameByName.putIfAbsent(Names.folded(name.name()), name);
      name.servers()
          .forEach(
              server ->
                  publishedNamesByServer.computeIfAbsent(server, _ -> new ArrayList<>()).add(name));
    }
    for (Population population : populations) {
      population
          .clientSites()
          .forEach(
              site ->
                  populationsBySite.computeIfAbsent(site, _ -> new ArrayList<>()).add(population));
      population
          .mailboxServer()
          .ifPresent(
              server ->
                  populationsByServer
                      .computeIfAbsent(server, _ -> new ArrayList<>())
                      .add(population));
    }
  }

  /// The organization that a topology describes.
  public static Organization of(Topology topology) {
    return new Organization(topology);
  }

  /// Its name, the key of every event.
  public String name() {
    return topology.organization();
  }

  /// What was stated, before defaults.
  public Topology topology() {
    return topology;
  }

  /// True where a key left out means what Setup leaves (`defaults: setup`).
  public boolean hasSetupDefaults() {
    return setupDefaults;
  }

  /// What the organization states under a key of `spec`.
  public <T> Known<T> get(Key<T> key) {
    return inForce.get(key);
  }

  /// What the organization states under a key of one of its parts.
  public <T> Known<T> get(Key<Entity> part, Key<T> key) {
    return inForce.part(part).get(key);
  }

  /// The sites, by name.
  public List<Site> sites() {
    return sites;
  }

  /// Every server, those of the sites first.
  public List<Server> servers() {
    return servers;
  }

  /// The servers that may be in any site, since nobody said in which.
  public List<Server> serversOfUnsaidSite() {
    return serversOfUnsaidSite;
  }

  /// Its Exchange 2007 Client Access servers, as guidelines walk them.
  public ClientAccess clientAccess() {
    return clientAccess;
  }

  /// The site links.
  public List<SiteLink> siteLinks() {
    return siteLinks;
  }

  /// The names that clients use.
  public List<PublishedName> publishedNames() {
    return publishedNames;
  }

  /// The names that clients use and that lead to a server.
  public List<PublishedName> publishedNamesOf(Server server) {
    return publishedNamesByServer.getOrDefault(server, List.of());
  }

  /// Those of them that let a protocol pass.
  public List<PublishedName> publishedNamesOf(Server server, Protocol protocol) {
    List<PublishedName> all = publishedNamesOf(server);
    return all.isEmpty() ? all : all.stream().filter(name -> name.passes(protocol)).toList();
  }

  /// The people.
  public List<Population> populations() {
    return populations;
  }

  /// The people whose mailboxes are at a server.
  public List<Population> populationsOf(Server mailboxServer) {
    return populationsByServer.getOrDefault(mailboxServer, List.of());
  }

  /// How many people with mailboxes outside a site use a protocol. Counted when first asked for,
  /// since a violation of each of thousands of servers asks.
  public Known<Integer> usersOutside(Optional<Site> site, Protocol protocol) {
    return headcount(protocol).outside(site);
  }

  /// How many of the people who are stated to sit in a site, some of them at least, use a protocol;
  /// unsaid where there are none, or one population without a count.
  public Known<Integer> usersIn(Site site, Protocol protocol) {
    return sum(populationsBySite.getOrDefault(site, List.of()), protocol);
  }

  /// How many people whose mailboxes are at a server use a protocol; unsaid where there is none, or
  /// one population without a count.
  public Known<Integer> usersAt(Server mailboxServer, Protocol protocol) {
    return sum(populationsOf(mailboxServer), protocol);
  }

  /// How many people use a protocol, wherever they are; unsaid where there is none, or one
  /// population without a count.
  public Known<Integer> users(Protocol protocol) {
    return headcount(protocol).everybody();
  }

  /// How many people of these populations use a protocol; unsaid where there is none of them, or
  /// one without a count.
  public Known<Integer> users(Protocol protocol, Predicate<Population> who) {
    return sum(populations.stream().filter(who).toList(), protocol);
  }

  /// The site of this name, compared without case.
  public Optional<Site> siteNamed(String name) {
    return Optional.ofNullable(siteByName.get(Names.folded(name)));
  }

  /// The server of this name, compared without case.
  public Optional<Server> serverNamed(String name) {
    return Optional.ofNullable(serverByName.get(Names.folded(name)));
  }

  /// The published name, compared without case.
  public Optional<PublishedName> publishedNameOf(String name) {
    return Optional.ofNullable(publishedNameByName.get(Names.folded(name)));
  }

  /// The people of this name, compared without case.
  public Optional<Population> populationNamed(String name) {
    return populations.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }

  /// The servers whose FQDN or NetBIOS name this host is; more than one only where two computers
  /// claim one FQDN.
  public List<Server> serversAtHost(String host) {
    return serversByHost.getOrDefault(Names.folded(host), List.of());
  }

  /// The hosts of the ExternalURLs of all virtual directories but those of Autodiscover, where
  /// nothing uses one.
  public Set<String> externalHosts() {
    return Collections.unmodifiableSet(externalHosts);
  }

  /// Every virtual directory of a kind that is known to exist, in the order of servers.
  public Stream<Directory> directories(DirectoryKind kind) {
    return servers.stream()
        .flatMap(server -> server.directories(kind).toOptional().orElse(List.of()).stream());
  }

  @Override
  public Path path() {
    return Path.SPEC;
  }

  @Override
  public Optional<Site> site() {
    return Optional.empty();
  }

  @Override
  public Optional<Server> server() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name();
  }

  private Server serverWithoutSite(Entity stated) {
    return new Server(
        this,
        Optional.empty(),
        stated,
        Path.SPEC.key(Vocabulary.SERVERS_WITHOUT_SITE.name()).key(stated.name()));
  }

  private void index(Server server) {
    for (DirectoryKind kind : DirectoryKind.values()) {
      if (kind != DirectoryKind.AUTODISCOVER) {
        server.directories(kind).toOptional().orElse(List.of()).stream()
            .flatMap(at -> at.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
            .flatMap(url -> url.host().stream())
            .forEach(externalHosts::add);
      }
    }
    serverByName.put(Names.folded(server.name()), server);
    Stream.of(
            Optional.of(Names.folded(server.name())), server.fqdn().toOptional().map(Names::folded))
        .flatMap(Optional::stream)
        .distinct()
        .forEach(host -> serversByHost.computeIfAbsent(host, _ -> new ArrayList<>()).add(server));
  }

  private Headcount headcount(Protocol protocol) {
    return headcounts.computeIfAbsent(protocol, it -> Headcount.of(populations, it));
  }

  private static Known<Integer> sum(List<Population> people, Protocol protocol) {
    return people.stream()
        .map(population -> population.users(protocol))
        .reduce(Site::sum)
        .orElseGet(() -> new Known.Unsaid<>(Path.SPEC.key(Vocabulary.USERS.name())));
  }

  private static boolean setupDefaults(Entity spec) {
    return spec.stated(Vocabulary.DEFAULTS)
        .flatMap(Known::toOptional)
        .filter(Defaults.NONE::equals)
        .isEmpty();
  }
}

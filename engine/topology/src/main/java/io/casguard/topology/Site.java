package io.casguard.topology;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// An Active Directory site with its Exchange servers. Client access is routed by site, never by
/// domain or administrative group.
public final class Site implements Place {
  private final Organization organization;
  private final Entity stated;
  private final Path path;
  private final InForce inForce;
  private final List<Server> servers;
  private final List<Server> clientAccessServers;
  private final List<Server> mailboxServers;
  private final Map<DirectoryKind, List<Directory>> directories =
      new EnumMap<>(DirectoryKind.class);
  private final Map<DirectoryKind, Holds> published = new EnumMap<>(DirectoryKind.class);
  private final Map<Role, Holds> roles = new EnumMap<>(Role.class);
  private final Facing facing;
  private int number;
  private final Map<Protocol, Intended> intended = new EnumMap<>(Protocol.class);

  Site(Organization organization, Entity stated) {
    this.organization = organization;
    this.stated = stated;
    this.path = Path.SPEC.key(Vocabulary.SITES.name()).key(stated.name());
    this.inForce = InForce.of(stated, path, InForce.Defaults.NONE);
    Optional<Site> here = Optional.of(this);
    this.servers =
        stated.parts(Vocabulary.SERVERS).values().stream()
            .map(
                server ->
                    new Server(
                        organization,
                        here,
                        server,
                        path.key(Vocabulary.SERVERS.name()).key(server.name())))
            .toList();
    this.clientAccessServers = of2007(Role.CLIENT_ACCESS);
    this.mailboxServers = of2007(Role.MAILBOX);
    for (Role role : Role.values()) {
      roles.put(role, any(server -> server.is(role).and(server.is2007())));
    }
    for (DirectoryKind kind : DirectoryKind.values()) {
      directories.put(kind, findDirectories(kind));
      published.put(kind, any(server -> server.is2007ClientAccess().and(server.publishes(kind))));
    }
    this.facing = findFacing();
    for (Protocol protocol : Protocol.values()) {
      intended.put(protocol, findIntended(protocol));
    }
  }

  /// The name as written.
  public String name() {
    return stated.name();
  }

  /// The organization it belongs to.
  public Organization organization() {
    return organization;
  }

  /// Its Exchange servers, by name.
  public List<Server> servers() {
    return servers;
  }

  /// Its servers that are known to hold a role.
  public Stream<Server> servers(Role role) {
    return servers.stream().filter(server -> server.is(role) == Holds.YES);
  }

  /// Its Exchange 2007 servers that are known to hold the Client Access role: the only ones that
  /// another 2007 Client Access server proxies to.
  public List<Server> clientAccessServers() {
    return clientAccessServers;
  }

  /// Its Exchange 2007 servers that are known to hold the Mailbox role.
  public List<Server> mailboxServers() {
    return mailboxServers;
  }

  /// Every virtual directory of a kind at its 2007 Client Access servers that is known to exist.
  public Stream<Directory> directories(DirectoryKind kind) {
    return Objects.requireNonNull(directories.get(kind)).stream();
  }

  /// What the site states under a key.
  public <T> Known<T> get(Key<T> key) {
    return inForce.get(key);
  }

  /// Whether clients on the Internet reach the site: stated, else inferred from the ExternalURLs of
  /// its Client Access servers.
  public Facing facing() {
    return facing;
  }

  /// Whether it has an Exchange 2007 server with a role.
  public Holds has2007(Role role) {
    return Objects.requireNonNull(roles.get(role));
  }

  /// Whether requests for its mailboxes that arrive elsewhere are proxied to it: wanted so, stated
  /// or implied; else so where nothing says that the Internet reaches it.
  public Holds isReachedByProxying(Protocol protocol) {
    return switch (intended(protocol)) {
      case Intended.Stated(Intent intent) -> Holds.of(intent == Intent.PROXY);
      case Intended.ImpliedProxy() -> Holds.YES;
      case Intended.Unset() -> facing().holds().not();
    };
  }

  /// Whether one of its 2007 Client Access servers has an ExternalURL on a directory of this kind.
  /// One is enough to count.
  public Holds publishes(DirectoryKind kind) {
    return Objects.requireNonNull(published.get(kind));
  }

  /// Whether OWA has an ExternalURL here, and nothing else that can be proxied: the layout in which
  /// people are redirected and their devices are not.
  public Holds publishesOnlyOwa() {
    return publishes(DirectoryKind.OWA)
        .and(
            publishes(DirectoryKind.ACTIVE_SYNC)
                .or(publishes(DirectoryKind.WEB_SERVICES))
                .or(publishes(DirectoryKind.OAB))
                .or(publishes(DirectoryKind.UNIFIED_MESSAGING))
                .not());
  }

  /// What is wanted for this site's users who arrive elsewhere: stated, else implied by
  /// `internetFacing: false`, else unset.
  public Intended intended(Protocol protocol) {
    return Objects.requireNonNull(intended.get(protocol));
  }

  /// How many people with mailboxes at this site use a protocol; unsaid where no population is
  /// declared for it, or one without a count.
  public Known<Integer> users(Protocol protocol) {
    return servers.stream()
        .flatMap(server -> organization.populationsOf(server).stream())
        .map(population -> population.users(protocol))
        .reduce(Site::sum)
        .orElseGet(() -> new Known.Unsaid<>(Path.SPEC.key(Vocabulary.USERS.name())));
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Optional<Site> site() {
    return Optional.of(this);
  }

  @Override
  public Optional<Server> server() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name();
  }

  /// Its number in the order of paths.
  int number() {
    return number;
  }

  void number(int own) {
    this.number = own;
  }

  static Known<Integer> sum(Known<Integer> one, Known<Integer> other) {
    return switch (one) {
      case Known.Unsaid<Integer> unsaid -> unsaid;
      case Known.Absent<Integer>() -> other;
      case Known.Value<Integer>(Integer left) ->
          switch (other) {
            case Known.Unsaid<Integer> unsaid -> unsaid;
            case Known.Absent<Integer>() -> one;
            case Known.Value<Integer>(Integer right) -> new Known.Value<>(left + right);
          };
    };
  }

  private List<Server> of2007(Role role) {
    return servers(role).filter(server -> server.is2007() == Holds.YES).toList();
  }

  private List<Directory> findDirectories(DirectoryKind kind) {
    return clientAccessServers.stream()
        .flatMap(server -> server.directories(kind).toOptional().orElse(List.of()).stream())
        .toList();
  }

  private Intended findIntended(Protocol protocol) {
    Optional<Intent> intent =
        get(Vocabulary.SITE_INTENT)
            .toOptional()
            .map((SortedMap<String, Intent> words) -> words.get(protocol.key()));
    return intent
        .<Intended>map(Intended.Stated::new)
        .orElseGet(
            () -> facing().isStatedNo() ? new Intended.ImpliedProxy() : new Intended.Unset());
  }

  private Facing findFacing() {
    return switch (get(Vocabulary.INTERNET_FACING)) {
      case Known.Value<Boolean>(Boolean value) -> new Facing(Holds.of(value), false);
      case Known.Absent<Boolean>(), Known.Unsaid<Boolean> _ ->
          new Facing(
              any(server -> server.is(Role.CLIENT_ACCESS).and(server.anyExternalUrl())), true);
    };
  }

  private Holds any(Function<Server, Holds> fact) {
    return servers.stream().map(fact).reduce(Holds.NO, Holds::or);
  }
}

package io.casguard.topology;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// An Exchange server with its roles, its version and its virtual directories.
public final class Server implements Place {
  private final Organization organization;
  private final Optional<Site> site;
  private final Entity stated;
  private final Path path;
  private final Known<SortedSet<Role>> roles;
  private final Known<Version> version;
  private final Map<Role, Holds> held = new EnumMap<>(Role.class);
  private final Known<Site> location;
  private final Holds is2007;
  private final Holds is2007ClientAccess;
  private final Known<String> fqdn;
  private final InForce.Defaults defaults;
  private final InForce inForce;
  private int number;
  private int numberBelow;
  private final Map<DirectoryKind, Known<List<Directory>>> directories =
      new EnumMap<>(DirectoryKind.class);

  Server(Organization organization, Optional<Site> site, Entity stated, Path path) {
    this.organization = organization;
    this.site = site;
    this.stated = stated;
    this.path = path;
    this.version = findVersion();
    this.roles = findRoles();
    for (Role role : Role.values()) {
      held.put(role, Holds.of(roles, all -> all.contains(role)));
    }
    this.location = findLocation();
    this.is2007 = Holds.of(version, Version::is2007);
    this.is2007ClientAccess = is(Role.CLIENT_ACCESS).and(is2007);
    this.fqdn = findFqdn();
    this.defaults = findDefaults();
    this.inForce = InForce.of(stated, path, defaults);
    for (DirectoryKind kind : DirectoryKind.values()) {
      directories.put(kind, findDirectories(kind));
    }
  }

  /// The NetBIOS name as written.
  public String name() {
    return stated.name();
  }

  /// The organization it belongs to.
  public Organization organization() {
    return organization;
  }

  /// The site it is in. 2000 and 2003 servers have none; of any other server that stands outside
  /// the sites it is unsaid.
  public Known<Site> location() {
    return location;
  }

  /// The roles; a 2000 or 2003 server has none, whatever it serves.
  public Known<SortedSet<Role>> roles() {
    return roles;
  }

  /// Whether it holds a role.
  public Holds is(Role role) {
    return Objects.requireNonNull(held.get(role));
  }

  /// The version.
  public Known<Version> version() {
    return version;
  }

  /// Whether it runs any service pack of Exchange Server 2007.
  public Holds is2007() {
    return is2007;
  }

  /// Whether it runs Exchange Server 2010 or later.
  public Holds isAfter2007() {
    return Holds.of(version, it -> !it.is2007() && !it.isLegacy());
  }

  /// Whether it is an Exchange 2007 Client Access server.
  public Holds is2007ClientAccess() {
    return is2007ClientAccess;
  }

  /// Whether it is a 2000 or 2003 server that holds mailboxes: no front end, and not kept for
  /// public folders alone. Where nobody said that it is, it is not.
  public Holds isLegacyBackEnd() {
    boolean holdsNone =
        is(Role.CLIENT_ACCESS) == Holds.YES
            || get(Vocabulary.PUBLIC_FOLDERS_ONLY).toOptional().orElse(false);
    return holdsNone
        ? Holds.NO
        : Holds.of(version, Version::isLegacy).and(is(Role.FRONT_END).not());
  }

  /// Whether it is stated not to answer. That a server answers is taken for granted where nobody
  /// said anything.
  public boolean isDown() {
    return Holds.of(get(Vocabulary.AVAILABLE), up -> up) == Holds.NO;
  }

  /// The computer's full name in lower case: stated, else made from the organization's domain
  /// (`defaults: setup` only).
  public Known<String> fqdn() {
    return fqdn;
  }

  /// Whether a host is this computer's own name. Where the full name is unsaid, only the first
  /// label can tell, and only that it is not.
  public Holds isNamed(String host) {
    if (host.equalsIgnoreCase(name())) {
      return Holds.YES;
    }
    return switch (fqdn()) {
      case Known.Value<String>(String full) ->
          Holds.of(host.equals(full) || host.equalsIgnoreCase(full));
      case Known.Absent<String>() -> Holds.NO;
      case Known.Unsaid<String> _ ->
          host.split("\\.", 2)[0].equalsIgnoreCase(name()) ? Holds.UNSAID : Holds.NO;
    };
  }

  /// What the server states under a key, else what Setup leaves there.
  public <T> Known<T> get(Key<T> key) {
    return inForce.get(key);
  }

  /// What one of the server's parts states under a key, else what Setup leaves there. A part stated
  /// to be missing has nothing.
  public <T> Known<T> get(Key<Entity> part, Key<T> key) {
    return inForce.part(part).get(key);
  }

  /// What a part of one of the server's parts states under a key, else what Setup leaves there:
  /// `legacy.exchange.requireSsl`.
  public <T> Known<T> get(Key<Entity> part, Key<Entity> inner, Key<T> key) {
    return inForce.part(part).part(inner).get(key);
  }

  /// Its virtual directories of a kind; absent where there is none, which is so for every server
  /// without the Client Access role.
  public Known<List<Directory>> directories(DirectoryKind kind) {
    return Objects.requireNonNull(directories.get(kind));
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Optional<Site> site() {
    return site;
  }

  @Override
  public Optional<Server> server() {
    return Optional.of(this);
  }

  @Override
  public String toString() {
    return name();
  }

  /// Its number in the order of paths.
  int number() {
    return number;
  }

  /// The number of all that is below it.
  int numberBelow() {
    return numberBelow;
  }

  void number(int own) {
    this.number = own;
  }

  void numberBelow(int below) {
    this.numberBelow = below;
  }

  /// What Setup leaves on it and in its parts and directories; nothing where its version is
  /// unknown.
  InForce.Defaults defaults() {
    return defaults;
  }

  /// Whether any directory has an ExternalURL. Those of Autodiscover are not looked at: discovery
  /// does not use them, and Setup leaves nothing there. Source: specification 1.3.
  Holds anyExternalUrl() {
    return Stream.of(DirectoryKind.values())
        .filter(kind -> kind != DirectoryKind.AUTODISCOVER)
        .map(this::publishes)
        .reduce(Holds.NO, Holds::or);
  }

  /// Whether one of its directories of this kind has an ExternalURL.
  public Holds publishes(DirectoryKind kind) {
    return switch (directories(kind)) {
      case Known.Value<List<Directory>>(List<Directory> all) ->
          all.stream()
              .map(directory -> Holds.of(directory.get(Vocabulary.EXTERNAL_URL), _ -> true))
              .reduce(Holds.NO, Holds::or);
      case Known.Absent<List<Directory>>() -> Holds.NO;
      case Known.Unsaid<List<Directory>> _ -> Holds.UNSAID;
    };
  }

  private <T> Known<T> stated(Key<T> key) {
    return stated.stated(key).orElseGet(() -> new Known.Unsaid<>(path.key(key.name())));
  }

  private Known<Version> findVersion() {
    Known<Version> said = stated(Vocabulary.VERSION);
    return said instanceof Known.Unsaid<Version> && organization.hasSetupDefaults()
        ? new Known.Value<>(Version.EXCHANGE_2007_SP3)
        : said;
  }

  private Known<String> findFqdn() {
    return switch (stated(Vocabulary.FQDN)) {
      case Known.Value<String>(String name) -> new Known.Value<>(name.toLowerCase(Locale.ROOT));
      case Known.Absent<String> absent -> absent;
      case Known.Unsaid<String> unsaid ->
          organization.hasSetupDefaults()
              ? organization
                  .get(Vocabulary.DOMAIN)
                  .map(domain -> (name() + "." + domain).toLowerCase(Locale.ROOT))
              : unsaid;
    };
  }

  private InForce.Defaults findDefaults() {
    return organization.hasSetupDefaults()
        ? version
            .toOptional()
            .<InForce.Defaults>map(known -> new SetupDefaults.At(this, known))
            .orElse(InForce.Defaults.NONE)
        : InForce.Defaults.NONE;
  }

  private Known<Site> findLocation() {
    if (site.isPresent()) {
      return new Known.Value<>(site.get());
    }
    return version.toOptional().filter(Version::isLegacy).isPresent()
        ? new Known.Absent<>()
        : new Known.Unsaid<>(path);
  }

  private Known<SortedSet<Role>> findRoles() {
    Known<SortedSet<Role>> said = stated(Vocabulary.ROLES);
    boolean legacy = version.toOptional().filter(Version::isLegacy).isPresent();
    if (!(said instanceof Known.Unsaid<SortedSet<Role>>)) {
      return said;
    }
    if (legacy) {
      return new Known.Absent<>();
    }
    if (!organization.hasSetupDefaults()) {
      return said;
    }
    return new Known.Value<>(
        new TreeSet<>(List.of(statesClientDirectory() ? Role.CLIENT_ACCESS : Role.MAILBOX)));
  }

  private boolean statesClientDirectory() {
    return stated.stated(Vocabulary.OUTLOOK_ANYWHERE_KEY).isPresent()
        || List.of(DirectoryKind.values()).stream()
            .anyMatch(kind -> stated.stated(Vocabulary.directoriesOf(kind)).isPresent());
  }

  private Known<List<Directory>> findDirectories(DirectoryKind kind) {
    Path at = path.key(kind.key());
    return switch (stated(Vocabulary.directoriesOf(kind))) {
      case Known.Value<SortedMap<String, Entity>>(var all) ->
          new Known.Value<>(
              all.entrySet().stream()
                  .map(
                      entry ->
                          new Directory(
                              this,
                              kind,
                              entry.getValue(),
                              entry.getKey().isEmpty() ? at : at.item(entry.getKey())))
                  .toList());
      case Known.Absent<SortedMap<String, Entity>>() -> new Known.Absent<>();
      case Known.Unsaid<SortedMap<String, Entity>>(Path what) ->
          switch (is(Role.CLIENT_ACCESS)) {
            case NO -> new Known.Absent<>();
            case UNSAID -> new Known.Unsaid<>(what);
            case YES ->
                organization.hasSetupDefaults()
                    ? new Known.Value<>(List.of(leftBySetup(kind, at)))
                    : new Known.Unsaid<>(what);
          };
    };
  }

  private Directory leftBySetup(DirectoryKind kind, Path at) {
    Shape shape = ((Type.Parts) Vocabulary.directoriesOf(kind).type()).shape();
    return new Directory(this, kind, Entity.named(shape, ""), at);
  }
}

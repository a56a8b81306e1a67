package io.casguard.topology;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/// People who are alike for client access: mailboxes at one server, with the same switches, in the
/// same places.
public final class Population implements Place {
  /// The word in `from` that stands for people outside.
  public static final String INTERNET = "internet";

  private final Organization organization;
  private final Entity stated;
  private final Path path;
  private final Optional<Server> mailboxServer;
  private final InForce inForce;

  Population(Organization organization, Entity stated) {
    this.organization = organization;
    this.stated = stated;
    this.path = Path.SPEC.key(Vocabulary.USERS.name()).item(stated.name());
    this.mailboxServer =
        stated
            .stated(Vocabulary.MAILBOX_SERVER)
            .flatMap(Known::toOptional)
            .flatMap(organization::serverNamed);
    this.inForce =
        InForce.of(stated, path, mailboxServer.map(Server::defaults).orElse(InForce.Defaults.NONE));
  }

  /// What they are called.
  public String name() {
    return stated.name();
  }

  /// The server that holds their mailboxes.
  public Optional<Server> mailboxServer() {
    return mailboxServer;
  }

  /// How many of them use a protocol: as stated for it, else everybody where their own switch
  /// leaves it on. Protocols that a stated list leaves out are used by nobody.
  public Known<Integer> users(Protocol protocol) {
    return switch (get(Vocabulary.PROTOCOLS)) {
      case Known.Value<SortedMap<String, Integer>>(SortedMap<String, Integer> words) ->
          new Known.Value<>(words.getOrDefault(protocol.key(), 0));
      case Known.Absent<SortedMap<String, Integer>>() -> new Known.Value<>(0);
      case Known.Unsaid<SortedMap<String, Integer>> _ ->
          mayUse(protocol) == Holds.NO ? new Known.Value<>(0) : get(Vocabulary.COUNT);
    };
  }

  /// Whether the users' own switches (Get-CASMailbox) let them use a protocol.
  public Holds mayUse(Protocol protocol) {
    return switch (protocol) {
      case OWA -> on(Vocabulary.OWA_ENABLED);
      case ACTIVE_SYNC -> on(Vocabulary.ACTIVE_SYNC_ENABLED);
      case POP3 -> on(Vocabulary.POP_ENABLED);
      case IMAP4 -> on(Vocabulary.IMAP_ENABLED);
      case MAPI -> on(Vocabulary.MAPI_ENABLED);
      case OUTLOOK_ANYWHERE ->
          on(Vocabulary.MAPI_ENABLED)
              .and(Holds.of(get(Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP), on -> on).not());
      case EWS, AVAILABILITY, AUTODISCOVER, OAB, UM -> Holds.YES;
    };
  }

  /// Whether some of them arrive from a network; both by default.
  public boolean comesFrom(Network network) {
    Optional<SortedSet<String>> from = get(Vocabulary.POPULATION_FROM).toOptional();
    return from.isEmpty()
        || from.get().stream()
            .anyMatch(word -> word.equalsIgnoreCase(INTERNET) == (network == Network.INTERNET));
  }

  /// The sites that some of them are stated to be in, by name; none where nobody said, or where all
  /// are outside.
  public List<Site> clientSites() {
    return get(Vocabulary.POPULATION_FROM).toOptional().stream()
        .flatMap(SortedSet::stream)
        .map(organization::siteNamed)
        .flatMap(Optional::stream)
        .toList();
  }

  /// What the population states under a key, else what the product leaves there: every switch on,
  /// Outlook Anywhere not blocked.
  public <T> Known<T> get(Key<T> key) {
    return inForce.get(key);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Optional<Site> site() {
    return mailboxServer().flatMap(Server::site);
  }

  @Override
  public Optional<Server> server() {
    return mailboxServer();
  }

  @Override
  public String toString() {
    return name();
  }

  private Holds on(Key<Boolean> key) {
    return Holds.of(get(key), on -> on);
  }
}

package io.casguard.topology;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A site link of Active Directory. Its costs take no part in choosing a Client Access server to
/// proxy to.
public final class SiteLink implements Place {
  /// How often changes cross a link unless somebody sets it otherwise. Assumed.
  static final Duration USUAL_INTERVAL = Duration.ofHours(3);

  /// The cost of a link unless somebody sets it otherwise. Assumed.
  static final int USUAL_COST = 100;

  private static final Map<Key<?>, Known<?>> LEFT_BY_ACTIVE_DIRECTORY =
      Map.of(
          Vocabulary.COST, new Known.Value<>(USUAL_COST),
          Vocabulary.REPLICATION_INTERVAL, new Known.Value<>(USUAL_INTERVAL));

  private final Organization organization;
  private final Entity stated;
  private final Path path;

  SiteLink(Organization organization, Entity stated) {
    this.organization = organization;
    this.stated = stated;
    this.path = Path.SPEC.key(Vocabulary.SITE_LINKS.name()).item(stated.name());
  }

  /// What identifies a link: the sites it joins, in alphabetical order, without an order of their
  /// own.
  ///
  /// A comma that belongs to a name is told from the commas between them.
  public static String identity(Collection<String> sites) {
    SortedSet<String> ordered = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    ordered.addAll(sites);
    return ordered.stream()
        .map(site -> site.replace("\\", "\\\\").replace(",", "\\,"))
        .collect(Collectors.joining(","));
  }

  /// The sites it joins.
  public List<Site> sites() {
    return stated
        .stated(Vocabulary.LINKED_SITES)
        .flatMap(Known::toOptional)
        .map(
            names -> names.stream().map(organization::siteNamed).flatMap(Optional::stream).toList())
        .orElse(List.of());
  }

  /// What the link states under a key, else what Active Directory leaves there (`defaults: setup`
  /// only).
  public <T> Known<T> get(Key<T> key) {
    return stated
        .stated(key)
        .or(() -> organization.hasSetupDefaults() ? left(key) : Optional.empty())
        .orElseGet(() -> new Known.Unsaid<>(path.key(key.name())));
  }

  @SuppressWarnings("unchecked") // each value has the type of its key
  private static <T> Optional<Known<T>> left(Key<T> key) {
    return Optional.ofNullable((Known<T>) LEFT_BY_ACTIVE_DIRECTORY.get(key));
  }

  /// What identifies it among the links of its organization.
  public String name() {
    return stated.name();
  }

  @Override
  public Path path() {
    return path;
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
    return sites().stream().map(Site::name).collect(Collectors.joining("-"));
  }
}

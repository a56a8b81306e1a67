package io.casguard.topology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A site link of Active Directory. Its costs take no part in choosing a Client Access server to
/// proxy to.
public final class SiteLink implements Place {
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

  /// What the link states under a key.
  public <T> Known<T> get(Key<T> key) {
    return stated.stated(key).orElseGet(() -> new Known.Unsaid<>(path.key(key.name())));
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

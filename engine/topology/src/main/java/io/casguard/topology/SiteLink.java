package io.casguard.topology;

import java.util.List;
import java.util.Optional;

/// A site link of Active Directory. Its costs take no part in choosing a Client Access server to
/// proxy to.
public final class SiteLink {
  private final Organization organization;
  private final Entity stated;
  private final Path path;

  SiteLink(Organization organization, Entity stated) {
    this.organization = organization;
    this.stated = stated;
    this.path = Path.SPEC.key(Vocabulary.SITE_LINKS.name()).item(stated.name());
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

  /// Where it is stated.
  public Path path() {
    return path;
  }
}

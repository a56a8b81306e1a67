package io.casguard.topology;

import java.util.Optional;

/// An Outlook provider: what Autodiscover tells every Outlook of the organization in one of its
/// sections, `EXPR` for Outlook Anywhere. There is one of each for the whole organization.
///
/// @param organization the organization
/// @param name the section, as written
public record OutlookProvider(Organization organization, String name) implements Place {
  /// The provider for Outlook outside, by Outlook Anywhere.
  public static OutlookProvider expr(Organization organization) {
    return new OutlookProvider(
        organization,
        organization.topology().spec().parts(Vocabulary.OUTLOOK_PROVIDERS).keySet().stream()
            .filter("EXPR"::equalsIgnoreCase)
            .findFirst()
            .orElse("EXPR"));
  }

  /// What the provider states under a key, else what Setup leaves there, which is nothing.
  public <T> Known<T> get(Key<T> key) {
    return Optional.ofNullable(
            organization.topology().spec().parts(Vocabulary.OUTLOOK_PROVIDERS).get(name))
        .flatMap(provider -> provider.stated(key))
        .orElseGet(
            () ->
                organization.hasSetupDefaults()
                    ? new Known.Absent<>()
                    : new Known.Unsaid<>(path().key(key.name())));
  }

  @Override
  public Path path() {
    return Path.SPEC.key(Vocabulary.OUTLOOK_PROVIDERS.name()).key(name);
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
    return name;
  }
}

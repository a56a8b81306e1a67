package io.casguard.topology;

import java.util.List;
import java.util.Optional;

/// A name that clients use, with the servers behind it and what stands in front.
public final class PublishedName implements Place {
  private final Organization organization;
  private final Entity stated;
  private final Path path;
  private final InForce inForce;

  PublishedName(Organization organization, Entity stated) {
    this.organization = organization;
    this.stated = stated;
    this.path = Path.SPEC.key(Vocabulary.PUBLISHING.name()).key(stated.name());
    this.inForce = InForce.of(stated, path, InForce.Defaults.NONE);
  }

  /// The DNS name as written.
  public String name() {
    return stated.name();
  }

  /// The organization it belongs to.
  public Organization organization() {
    return organization;
  }

  /// Whether clients of a network reach it.
  public Holds isOpenTo(Network network) {
    return Holds.of(get(Vocabulary.PUBLISHED_FROM), from -> from.contains(network));
  }

  /// Whether it lets a protocol pass; all pass where nothing is stated.
  public boolean passes(Protocol protocol) {
    return get(Vocabulary.PUBLISHED_PROTOCOLS)
        .toOptional()
        .map(protocols -> protocols.contains(protocol))
        .orElse(true);
  }

  /// Whether something in front logs on to the servers for the client by NTLM or Kerberos.
  public Holds logsOnIntegrated() {
    return Holds.of(get(Vocabulary.THROUGH), publisher -> publisher != Publisher.NONE)
        .and(
            Holds.of(
                get(Vocabulary.DELEGATION),
                it -> it == Delegation.NTLM || it == Delegation.KERBEROS));
  }

  /// The servers behind it, by name.
  public List<Server> servers() {
    return get(Vocabulary.PUBLISHED_SERVERS)
        .toOptional()
        .map(
            names ->
                names.stream().map(organization::serverNamed).flatMap(Optional::stream).toList())
        .orElse(List.of());
  }

  /// What the name states under a key.
  public <T> Known<T> get(Key<T> key) {
    return inForce.get(key);
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
    return name();
  }
}

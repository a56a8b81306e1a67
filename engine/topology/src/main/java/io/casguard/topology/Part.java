package io.casguard.topology;

import java.util.List;
import java.util.Optional;

/// A part of a server that is not a virtual directory: `outlookAnywhere`, `pop3`, `certificate`,
/// `settings`, `legacy.exchange`.
///
/// @param host the server
/// @param keys the way to the part: one key, or two for a part of a part
public record Part(Server host, List<Key<Entity>> keys) implements Place {
  public Part {
    if (keys.isEmpty() || keys.size() > 2) {
      throw new IllegalArgumentException("a part is one or two keys deep: " + keys);
    }
    keys = List.copyOf(keys);
  }

  /// A part of a server.
  public static Part of(Server host, Key<Entity> part) {
    return new Part(host, List.of(part));
  }

  /// A part of a server's part.
  public static Part of(Server host, Key<Entity> part, Key<Entity> inner) {
    return new Part(host, List.of(part, inner));
  }

  /// The key that the server states it under: `outlookAnywhere`, `legacy.exchange`.
  public String key() {
    return String.join(".", keys.stream().map(Key::name).toList());
  }

  /// What the part states under a key, else what Setup leaves there.
  public <T> Known<T> get(Key<T> key) {
    return keys.size() == 1
        ? host.get(keys.getFirst(), key)
        : host.get(keys.getFirst(), keys.getLast(), key);
  }

  @Override
  public Path path() {
    Path path = host.path();
    for (Key<Entity> key : keys) {
      path = path.key(key.name());
    }
    return path;
  }

  @Override
  public Optional<Site> site() {
    return host.site();
  }

  @Override
  public Optional<Server> server() {
    return Optional.of(host);
  }

  @Override
  public String toString() {
    return key() + " of " + host;
  }
}

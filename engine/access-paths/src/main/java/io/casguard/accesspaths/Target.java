package io.casguard.accesspaths;

import io.casguard.topology.Key;
import io.casguard.topology.Url;
import java.util.Optional;

/// A server that a request can be sent to, and the address for it.
///
/// @param at the key of its directory that the address stands under; empty where it is the one that
///   the protocol always uses
record Target(String server, Url url, Optional<Key<Url>> at) {
  private static final Url SUPPOSED = Wordings.unsaid();

  Target(String server, Url url) {
    this(server, url, Optional.empty());
  }

  /// A server that is supposed to have an address, though nobody said which: unequal to every
  /// stated one.
  static Target supposed(String server, Key<Url> at) {
    return new Target(server, SUPPOSED, Optional.of(at));
  }

  /// True where nobody said which address it is.
  boolean isSupposed() {
    return url.equals(SUPPOSED);
  }
}

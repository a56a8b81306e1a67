package io.casguard.notification.incident;

import java.util.Locale;

/// What sort of thing is wrong.
public enum Kind {
  /// A guideline is broken at one place. Parts of the key: organization, guideline, fingerprint.
  VIOLATION,
  /// Users no longer arrive. Parts of the key: organization, protocol, entry, mailbox site,
  /// network.
  PATH;

  /// The kind in keys, tables and answers.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

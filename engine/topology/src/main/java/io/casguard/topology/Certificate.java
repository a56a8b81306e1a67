package io.casguard.topology;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;

/// A certificate that was stated, of a server or of what stands in front of it.
///
/// @param stated its names
/// @param path where it is stated
public record Certificate(Entity stated, Path path) {
  /// What clients are shown at a host that leads to a server: the certificate of the published name
  /// where one is stated, else that of the server. Setup's own is never meant: nobody states that
  /// it is still there.
  public static Known<Certificate> seenAt(String host, Server server) {
    Optional<PublishedName> listener =
        server
            .organization()
            .publishedNameOf(host)
            .filter(
                name -> name.get(Vocabulary.PUBLISHED_CERTIFICATE) instanceof Known.Value<Entity>);
    Known<Entity> seen =
        listener
            .map(name -> name.get(Vocabulary.PUBLISHED_CERTIFICATE))
            .orElseGet(() -> server.get(Vocabulary.SERVER_CERTIFICATE));
    Path at =
        listener
            .map(name -> name.path().key(Vocabulary.PUBLISHED_CERTIFICATE.name()))
            .orElseGet(() -> server.path().key(Vocabulary.SERVER_CERTIFICATE.name()));
    return seen.map(stated -> new Certificate(stated, at));
  }

  /// The subject's common name.
  public Known<String> subject() {
    return get(Vocabulary.SUBJECT);
  }

  /// Whether the subject or one of the alternative names is this host, or stands for it by an
  /// asterisk.
  public Holds covers(String host) {
    Known<SortedSet<String>> others = get(Vocabulary.ALTERNATIVE_NAMES);
    return Holds.of(subject(), name -> isNameOf(name, host))
        .or(Holds.of(others, names -> names.stream().anyMatch(name -> isNameOf(name, host))));
  }

  /// Whether a name of a certificate is a host's, or stands for it by an asterisk.
  public static boolean isNameOf(String name, String host) {
    String folded = host.toLowerCase(Locale.ROOT);
    int dot = folded.indexOf('.');
    return name.equalsIgnoreCase(folded)
        || (dot > 0 && name.equalsIgnoreCase("*" + folded.substring(dot)));
  }

  private <T> Known<T> get(Key<T> key) {
    return stated.stated(key).orElseGet(() -> new Known.Unsaid<>(path.key(key.name())));
  }
}

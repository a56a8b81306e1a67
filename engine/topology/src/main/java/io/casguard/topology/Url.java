package io.casguard.topology;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An address of a virtual directory as it was stated, right or wrong: a malformed one is a
/// guideline's business, not the reader's.
///
/// Two addresses are the same where they differ only in the case of scheme and host or in a
/// trailing slash.
public final class Url {
  private static final List<String> PRIVATE_ENDINGS = List.of(".local", ".lan", ".internal");

  private final String text;
  private final String scheme;
  private final @Nullable String host;
  private final String path;
  private final int port;
  private final boolean https;
  private final boolean address;
  private final boolean publicName;

  /// An address as it was stated. It is taken apart once, since guidelines ask for its parts again
  /// and again; a text that is no address has none.
  public Url(String text) {
    this.text = text;
    Optional<URI> uri = parsed(text);
    this.scheme = uri.map(URI::getScheme).map(found -> found.toLowerCase(Locale.ROOT)).orElse("");
    this.host = uri.map(URI::getHost).map(found -> found.toLowerCase(Locale.ROOT)).orElse(null);
    this.path = usual(uri.map(URI::getPath).map(Url::withoutSlash).orElse(""));
    this.port = uri.map(URI::getPort).orElse(-1);
    this.https = scheme.equals("https") && host != null;
    this.address = host().filter(Url::isAddress).isPresent();
    this.publicName = !address && host().filter(Url::isPublic).isPresent();
  }

  /// The address as it was stated.
  public String text() {
    return text;
  }

  /// True for an absolute https address with a host.
  public boolean isHttps() {
    return https;
  }

  /// The scheme in lower case; empty where there is none.
  public String scheme() {
    return scheme;
  }

  /// The host in lower case; empty where the text is no absolute address.
  public Optional<String> host() {
    return Optional.ofNullable(host);
  }

  /// The path without a trailing slash.
  public String path() {
    return path;
  }

  /// True where both lead to the same place.
  public boolean sameAs(Url other) {
    return folded().equals(other.folded());
  }

  /// True where the host is written as an IPv4 or IPv6 address.
  public boolean namesAnAddress() {
    return address;
  }

  /// True where the host may resolve on the Internet: a name of several labels that does not end
  /// like a private one.
  public boolean hasPublicName() {
    return publicName;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Url url && text.equals(url.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /// The address without what makes no difference: two are the same where these are.
  public String folded() {
    return host()
        .map(
            name ->
                scheme
                    + "://"
                    + name
                    + (port < 0 ? "" : ":" + port)
                    + path.toLowerCase(Locale.ROOT))
        .orElseGet(() -> withoutSlash(text));
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[")
        || host.chars().allMatch(it -> it == '.' || (it >= '0' && it <= '9'));
  }

  private static boolean isPublic(String name) {
    return name.contains(".") && PRIVATE_ENDINGS.stream().noneMatch(name::endsWith);
  }

  /// The one text that all addresses share that end like those Setup leaves, as nearly all do.
  private static String usual(String path) {
    for (DirectoryKind kind : DirectoryKind.values()) {
      if (kind.urlPath().equals(path)) {
        return kind.urlPath();
      }
    }
    return path;
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}

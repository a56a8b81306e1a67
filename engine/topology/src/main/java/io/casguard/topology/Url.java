package io.casguard.topology;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An address of a virtual directory as it was stated, right or wrong: a malformed one is a
/// guideline's business, not the reader's.
///
/// Two addresses are the same where they differ only in the case of scheme and host or in a
/// trailing slash.
public final class Url {
  private static final List<String> PRIVATE_ENDINGS = List.of(".local", ".lan", ".internal");

  private final String text;
  private final String scheme;
  private final Optional<String> host;
  private final String path;
  private final int port;

  /// An address as it was stated. It is taken apart once, since guidelines ask for its parts again
  /// and again; a text that is no address has none.
  public Url(String text) {
    this.text = text;
    Optional<URI> uri = parsed(text);
    this.scheme = uri.map(URI::getScheme).map(found -> found.toLowerCase(Locale.ROOT)).orElse("");
    this.host = uri.map(URI::getHost).map(found -> found.toLowerCase(Locale.ROOT));
    this.path = uri.map(URI::getPath).map(Url::withoutSlash).orElse("");
    this.port = uri.map(URI::getPort).orElse(-1);
  }

  /// The address as it was stated.
  public String text() {
    return text;
  }

  /// True for an absolute https address with a host.
  public boolean isHttps() {
    return scheme.equals("https") && host.isPresent();
  }

  /// The scheme in lower case; empty where there is none.
  public String scheme() {
    return scheme;
  }

  /// The host in lower case; empty where the text is no absolute address.
  public Optional<String> host() {
    return host;
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
    return host().filter(h -> h.startsWith("[") || h.matches("[0-9.]+")).isPresent();
  }

  /// True where the host may resolve on the Internet: a name of several labels that does not end
  /// like a private one.
  public boolean hasPublicName() {
    return host()
            .filter(
                name -> name.contains(".") && PRIVATE_ENDINGS.stream().noneMatch(name::endsWith))
            .isPresent()
        && !namesAnAddress();
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
    return host.map(
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

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}

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
public record Url(String text) {
  private static final List<String> PRIVATE_ENDINGS = List.of(".local", ".lan", ".internal");

  /// True for an absolute https address with a host.
  public boolean isHttps() {
    return scheme().equals("https") && host().isPresent();
  }

  /// The scheme in lower case; empty where there is none.
  public String scheme() {
    return uri().map(URI::getScheme).map(s -> s.toLowerCase(Locale.ROOT)).orElse("");
  }

  /// The host in lower case; empty where the text is no absolute address.
  public Optional<String> host() {
    return uri().map(URI::getHost).map(h -> h.toLowerCase(Locale.ROOT));
  }

  /// The path without a trailing slash.
  public String path() {
    return uri().map(URI::getPath).map(Url::withoutSlash).orElse("");
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
  public String toString() {
    return text;
  }

  /// The address without what makes no difference: two are the same where these are.
  public String folded() {
    return uri()
        .filter(uri -> uri.getHost() != null)
        .map(
            uri ->
                scheme()
                    + "://"
                    + host().orElse("")
                    + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                    + path().toLowerCase(Locale.ROOT))
        .orElse(withoutSlash(text));
  }

  /// The address in its parts; empty where the text is none, which every question above then says
  /// by its empty answer.
  private Optional<URI> uri() {
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

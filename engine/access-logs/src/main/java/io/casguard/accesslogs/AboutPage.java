package io.casguard.accesslogs;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The About page of Outlook Web Access 2007 (Options, About) as somebody pasted it: names and
/// values. Unknown names are kept and passed over. Its names are remembered, not found in a source.
/// Source: specification 6.
public final class AboutPage {
  private static final int MOST_LINES = 500;
  private static final int LONGEST = 1000;
  private static final String SECOND = "client access server name";
  private static final String MAILBOX = "mailbox server name";
  private static final String HOST = "outlook web access host address";
  private static final String PROXYING = "proxying client access server";

  private final Map<String, String> values;

  private AboutPage(Map<String, String> values) {
    this.values = values;
  }

  /// The page of a text of lines, name and value set apart by a colon or a tab.
  public static AboutPage of(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .limit(MOST_LINES)
        .filter(line -> line.length() <= LONGEST)
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              int at = tab > 0 ? tab : line.indexOf(':');
              if (at > 0) {
                String name =
                    line.substring(0, at).trim().replaceFirst(":$", "").toLowerCase(Locale.ROOT);
                String value = line.substring(at + 1).trim().replaceFirst("^:\\s*", "");
                if (!value.isEmpty()) {
                  values.putIfAbsent(name, value);
                }
              }
            });
    return new AboutPage(values);
  }

  /// What stands on it.
  public Map<String, String> values() {
    return Collections.unmodifiableMap(values);
  }

  /// The server that serves the session: of a proxied one the second.
  public Optional<String> clientAccessServer() {
    return value(SECOND);
  }

  /// The server that holds the mailbox.
  public Optional<String> mailboxServer() {
    return value(MAILBOX);
  }

  /// The first server, which only the page of a proxied session names.
  public Optional<String> proxyingServer() {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(PROXYING))
        .filter(entry -> entry.getKey().endsWith("name") || entry.getKey().equals(PROXYING))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The host of the address that serves the session.
  public Optional<String> host() {
    return value(HOST)
        .flatMap(
            address -> {
              try {
                return Optional.ofNullable(new URI(address).getHost());
              } catch (URISyntaxException noAddress) {
                return Optional.empty();
              }
            });
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}

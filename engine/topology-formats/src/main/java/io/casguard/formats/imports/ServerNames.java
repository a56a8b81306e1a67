package io.casguard.formats.imports;

import io.casguard.formats.shell.ShellObject;
import java.util.Optional;
import java.util.stream.Stream;

/// Which server an object belongs to, and how names in the directory are shortened. Source:
/// specification 4.6.
final class ServerNames {
  private ServerNames() {}

  /// The server that an object of a server cmdlet is.
  static Optional<String> ofServer(ShellObject object) {
    return firstOf(object, "Name", "Identity", "Fqdn");
  }

  /// The server that an object belongs to: a virtual directory, a mail service, a row of a report.
  static Optional<String> ofPart(ShellObject object) {
    return firstOf(object, "Server", "ServerName")
        .or(
            () ->
                object
                    .text("Identity")
                    .filter(identity -> identity.contains("\\"))
                    .map(ServerNames::shortName));
  }

  private static Optional<String> firstOf(ShellObject object, String... properties) {
    return Stream.of(properties)
        .map(object::text)
        .flatMap(Optional::stream)
        .map(ServerNames::shortName)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  /// The computer's own name of any spelling of a server: `LEE-CAS1\owa (Default Web Site)`,
  /// `lee-cas1.contoso.com`, `contoso.com/…/LEE-CAS1`, `CN=LEE-CAS1,CN=Servers,…`.
  static String shortName(String text) {
    String name = text;
    if (name.regionMatches(true, 0, "CN=", 0, 3)) {
      name = firstOfDistinguished(name);
    } else {
      int backslash = name.indexOf('\\');
      name = backslash > 0 ? name.substring(0, backslash) : name;
      name = name.substring(name.lastIndexOf('/') + 1);
    }
    int dot = name.indexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name).strip();
  }

  /// The name of a virtual directory without its server.
  static Optional<String> directoryName(ShellObject object) {
    return object
        .text("Name")
        .or(
            () ->
                object
                    .text("Identity")
                    .filter(identity -> identity.contains("\\"))
                    .map(identity -> identity.substring(identity.indexOf('\\') + 1)));
  }

  /// The site of a canonical or distinguished name: `contoso.com/Configuration/Sites/Leeds`,
  /// `CN=Leeds,CN=Sites,…`; a bare name is itself.
  static String siteName(String text) {
    if (text.regionMatches(true, 0, "CN=", 0, 3)) {
      return firstOfDistinguished(text);
    }
    int slash = text.length();
    do {
      slash = text.lastIndexOf('/', slash - 1);
    } while (slash > 0 && text.charAt(slash - 1) == '\\');
    return text.substring(slash + 1).replace("\\/", "/");
  }

  /// The root domain of the forest in a canonical name; empty where the name has none.
  static Optional<String> forest(String site) {
    int at = site.indexOf("/Configuration/Sites/");
    return at > 0 ? Optional.of(site.substring(0, at)) : Optional.empty();
  }

  private static String firstOfDistinguished(String name) {
    int end = 3;
    while (end < name.length() && (name.charAt(end) != ',' || name.charAt(end - 1) == '\\')) {
      end++;
    }
    return name.substring(3, end).replace("\\,", ",");
  }
}

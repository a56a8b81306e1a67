package io.casguard.guidelines;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import io.casguard.topology.Word;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Edits as lines of the Exchange Management Shell of Exchange Server 2007.
public final class Cmdlets {
  private static final String PLAIN = "[A-Za-z0-9:/._~%-]+";

  /// What stands in IIS, in the registry or nowhere, so that no `Set-*VirtualDirectory` states it.
  private static final Set<Key<?>> NOT_OF_THE_SHELL =
      Set.of(
          Vocabulary.NAME,
          Vocabulary.ANONYMOUS_AUTHENTICATION,
          Vocabulary.SSL_OFFLOADED,
          Vocabulary.PROXY_SUBDIRECTORY_KEY,
          Vocabulary.WHEN_CHANGED);

  /// A command, and what an edit adds to it.
  private record Phrase(String command, String argument) {}

  private Cmdlets() {}

  /// One line for each command, in the order of the edits; edits that no cmdlet makes have no line.
  public static List<String> of(List<Edit> edits) {
    Map<String, StringBuilder> lines = new LinkedHashMap<>();
    for (Edit edit : edits) {
      phrase(edit, edits)
          .ifPresent(
              phrase ->
                  lines
                      .computeIfAbsent(phrase.command(), command -> new StringBuilder(command))
                      .append(phrase.argument()));
    }
    return lines.values().stream().map(StringBuilder::toString).toList();
  }

  private static Optional<Phrase> phrase(Edit edit, List<Edit> edits) {
    if (edit.place() instanceof Directory directory) {
      return inDirectory(directory, edit);
    }
    if (edit.place() instanceof Part part && part.keys().size() == 1) {
      Key<?> key = part.keys().getFirst();
      if (key.equals(Vocabulary.OUTLOOK_ANYWHERE_KEY)) {
        return inOutlookAnywhere(part, edit, edits);
      }
      if (edit.key().equals(Vocabulary.X509_CERTIFICATE_NAME)) {
        String command = key.equals(Vocabulary.POP3) ? "Set-PopSettings" : "Set-ImapSettings";
        return Optional.of(
            phrase(command + " -Server " + text(part.host().name()), "X509CertificateName", edit));
      }
    }
    return edit.place() instanceof OutlookProvider provider
            && edit.key().equals(Vocabulary.CERT_PRINCIPAL_NAME)
        ? Optional.of(
            new Phrase(
                "Set-OutlookProvider " + text(provider.name()),
                " -CertPrincipalName " + principal(edit.value())))
        : Optional.empty();
  }

  private static Optional<Phrase> inDirectory(Directory directory, Edit edit) {
    Key<?> key = edit.key();
    if (key.equals(Vocabulary.SERVICE_INTERNAL_URI)) {
      return Optional.of(
          phrase(clientAccessServer(directory.host()), "AutoDiscoverServiceInternalUri", edit));
    }
    if (key.equals(Vocabulary.SITE_SCOPE)) {
      return Optional.of(
          phrase(clientAccessServer(directory.host()), "AutoDiscoverSiteScope", edit));
    }
    boolean elsewhere = key.equals(Vocabulary.REQUIRE_SSL) && directory.kind() != DirectoryKind.OAB;
    return elsewhere || NOT_OF_THE_SHELL.contains(key)
        ? Optional.empty()
        : Optional.of(phrase(command(directory), parameter(directory.kind(), key), edit));
  }

  private static String clientAccessServer(Server server) {
    return "Set-ClientAccessServer " + quoted(server.name());
  }

  private static String command(Directory directory) {
    return "Set-" + noun(directory.kind()) + "VirtualDirectory " + quoted(directory.identity());
  }

  /// What the shell calls a kind of virtual directory: `Set-OwaVirtualDirectory`.
  static String noun(DirectoryKind kind) {
    return switch (kind) {
      case OWA -> "Owa";
      case ACTIVE_SYNC -> "ActiveSync";
      case WEB_SERVICES -> "WebServices";
      case AUTODISCOVER -> "Autodiscover";
      case OAB -> "Oab";
      case UNIFIED_MESSAGING -> "UM";
    };
  }

  /// ActiveSync alone has its own names for the switches.
  private static String parameter(DirectoryKind kind, Key<?> key) {
    if (kind == DirectoryKind.ACTIVE_SYNC) {
      if (key.equals(Vocabulary.BASIC_AUTHENTICATION)) {
        return "BasicAuthEnabled";
      }
      if (key.equals(Vocabulary.WINDOWS_AUTHENTICATION)) {
        return "WindowsAuthEnabled";
      }
    }
    if (key.equals(Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER)) {
      return "RedirectToOptimalOWAServer";
    }
    if (key.equals(Vocabulary.INTERNAL_NLB_BYPASS_URL)) {
      return "InternalNLBBypassUrl";
    }
    if (key.equals(Vocabulary.REQUIRE_SSL)) {
      return "RequireSSL";
    }
    return capital(key);
  }

  /// Outlook Anywhere is set where it is enabled, and enabled with all its settings where it is
  /// not.
  private static Optional<Phrase> inOutlookAnywhere(Part part, Edit edit, List<Edit> edits) {
    Optional<Boolean> turned =
        edits.stream()
            .filter(other -> other.place().equals(part))
            .filter(other -> other.key().equals(Vocabulary.OUTLOOK_ANYWHERE_ENABLED))
            .map(other -> other.value().equals(new Known.Value<>(true)))
            .findFirst();
    String server = part.host().name();
    String command =
        turned
            .map(on -> (on ? "Enable" : "Disable") + "-OutlookAnywhere -Server " + text(server))
            .orElseGet(() -> "Set-OutlookAnywhere " + quoted(server + "\\Rpc (Default Web Site)"));
    if (edit.key().equals(Vocabulary.OUTLOOK_ANYWHERE_ENABLED)) {
      return Optional.of(new Phrase(command, ""));
    }
    return turned.equals(Optional.of(false))
        ? Optional.empty()
        : rpcParameter(part.host(), edit.key()).map(name -> phrase(command, name, edit));
  }

  /// The version as first released names the client's method otherwise, and lets nobody choose
  /// those of /Rpc. Source: AA997703.
  private static Optional<String> rpcParameter(Server server, Key<?> key) {
    boolean released =
        Holds.of(server.version(), it -> it.is2007() && it.servicePack() == 0) == Holds.YES;
    if (key.equals(Vocabulary.CLIENT_AUTHENTICATION)) {
      return Optional.of(released ? "ExternalAuthenticationMethod" : "ClientAuthenticationMethod");
    }
    if (key.equals(Vocabulary.IIS_AUTHENTICATION)) {
      return released ? Optional.empty() : Optional.of("IISAuthenticationMethods");
    }
    return Optional.of(key.equals(Vocabulary.SSL_OFFLOADING) ? "SSLOffloading" : capital(key));
  }

  private static String capital(Key<?> key) {
    return Character.toUpperCase(key.name().charAt(0)) + key.name().substring(1);
  }

  private static Phrase phrase(String command, String parameter, Edit edit) {
    return new Phrase(command, " -" + parameter + " " + value(edit.value()));
  }

  /// The shell's own form of a principal name begins with `msstd:`.
  private static String principal(Known<?> known) {
    return known instanceof Known.Value<?>(String name)
            && !name.toLowerCase(Locale.ROOT).startsWith("msstd:")
        ? text("msstd:" + name)
        : value(known);
  }

  private static String value(Known<?> known) {
    return switch (known) {
      case Known.Absent<?>() -> "$null";
      case Known.Value<?>(Boolean flag) -> "$" + flag;
      case Known.Value<?>(Word word) -> word.word();
      case Known.Value<?>(Collection<?> all) -> list(all);
      case Known.Value<?>(Object other) -> text(other.toString());
      case Known.Unsaid<?>(var what) ->
          throw new IllegalArgumentException("an edit states something: " + what);
    };
  }

  private static String list(Collection<?> all) {
    return all.isEmpty()
        ? "$null"
        : all.stream()
            .map(one -> one instanceof Word word ? word.word() : quoted(one.toString()))
            .collect(Collectors.joining(","));
  }

  private static String text(String text) {
    return text.matches(PLAIN) ? text : quoted(text);
  }

  /// The shell takes typographic single quotes for quotes too; each is doubled.
  private static String quoted(String text) {
    return "'" + text.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
  }
}

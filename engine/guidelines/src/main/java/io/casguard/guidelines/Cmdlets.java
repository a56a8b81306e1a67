package io.casguard.guidelines;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Edits as lines of the Exchange Management Shell of Exchange Server 2007.
public final class Cmdlets {
  private static final String PLAIN = "[A-Za-z0-9:/._~%-]+";

  private Cmdlets() {}

  /// One line for each virtual directory, in the order of the edits; edits that no cmdlet makes
  /// have no line.
  public static List<String> of(List<Edit> edits) {
    Map<Directory, StringBuilder> lines = new LinkedHashMap<>();
    for (Edit edit : edits) {
      if (edit.place() instanceof Directory directory) {
        lines
            .computeIfAbsent(directory, Cmdlets::command)
            .append(" -")
            .append(parameter(directory.kind(), edit.key()))
            .append(' ')
            .append(value(edit.value()));
      }
    }
    return lines.values().stream().map(StringBuilder::toString).toList();
  }

  private static StringBuilder command(Directory directory) {
    String noun =
        switch (directory.kind()) {
          case OWA -> "Owa";
          case ACTIVE_SYNC -> "ActiveSync";
          case WEB_SERVICES -> "WebServices";
          case AUTODISCOVER -> "Autodiscover";
          case OAB -> "Oab";
          case UNIFIED_MESSAGING -> "UM";
        };
    return new StringBuilder("Set-")
        .append(noun)
        .append("VirtualDirectory ")
        .append(quoted(directory.identity()));
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
    return Character.toUpperCase(key.name().charAt(0)) + key.name().substring(1);
  }

  private static String value(Known<?> known) {
    return switch (known) {
      case Known.Absent<?>() -> "$null";
      case Known.Value<?>(Boolean flag) -> "$" + flag;
      case Known.Value<?>(Object other) -> {
        String text = other.toString();
        yield text.matches(PLAIN) ? text : quoted(text);
      }
      case Known.Unsaid<?>(var what) ->
          throw new IllegalArgumentException("an edit states something: " + what);
    };
  }

  /// The shell takes typographic single quotes for quotes too; each is doubled.
  private static String quoted(String text) {
    return "'" + text.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
  }
}

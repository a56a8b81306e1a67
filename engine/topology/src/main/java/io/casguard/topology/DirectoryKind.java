package io.casguard.topology;

import java.util.Set;

/// A virtual directory of a Client Access server, by what it serves.
public enum DirectoryKind {
  OWA("owa", "owa", "/owa"),
  ACTIVE_SYNC("activeSync", "Microsoft-Server-ActiveSync", "/Microsoft-Server-ActiveSync"),
  WEB_SERVICES("webServices", "EWS", "/EWS/Exchange.asmx"),
  AUTODISCOVER("autodiscover", "Autodiscover", "/Autodiscover/Autodiscover.xml"),
  OAB("oab", "OAB", "/OAB"),
  UNIFIED_MESSAGING("unifiedMessaging", "UnifiedMessaging", "/UnifiedMessaging/Service.asmx");

  /// What serves mailboxes of Exchange 2000 and 2003.
  private static final Set<String> OLDER = Set.of("exchange", "public", "exchweb", "exadmin");

  private final String key;
  private final String virtualName;
  private final String urlPath;
  private final String folded;

  DirectoryKind(String key, String virtualName, String urlPath) {
    this.key = key;
    this.virtualName = virtualName;
    this.urlPath = urlPath;
    this.folded = Names.folded(key);
  }

  /// The key under a server in the manifest: `webServices`.
  public String key() {
    return key;
  }

  /// The protocol that it is there for; Availability shares the directory of Exchange Web Services.
  public Protocol protocol() {
    return switch (this) {
      case OWA -> Protocol.OWA;
      case ACTIVE_SYNC -> Protocol.ACTIVE_SYNC;
      case WEB_SERVICES -> Protocol.EWS;
      case AUTODISCOVER -> Protocol.AUTODISCOVER;
      case OAB -> Protocol.OAB;
      case UNIFIED_MESSAGING -> Protocol.UM;
    };
  }

  /// The path that its addresses end in: `/EWS/Exchange.asmx`.
  public String urlPath() {
    return urlPath;
  }

  /// The name that Setup gives it, as the shell prints it: `EWS (Default Web Site)`.
  public String defaultName() {
    return virtualName + " (Default Web Site)";
  }

  /// The key as paths compare it.
  String folded() {
    return folded;
  }

  /// Whether a directory with this name serves mailboxes of Exchange 2000 and 2003, though the
  /// shell lists it among those of Outlook Web Access. Such directories have no addresses and are
  /// never proxied to. Source: specification 1.3.
  public static boolean isOfOlderVersions(String name) {
    int end = name.indexOf(" (");
    return OLDER.contains(Names.folded(end < 0 ? name : name.substring(0, end)));
  }

  /// What the keys of a server's directories are; the path of the directory with the default name
  /// has no brackets.
  String identity(String name) {
    return name.equalsIgnoreCase(defaultName()) ? "" : name;
  }
}

package io.casguard.topology;

/// A virtual directory of a Client Access server, by what it serves.
public enum DirectoryKind {
  OWA("owa", "owa"),
  ACTIVE_SYNC("activeSync", "Microsoft-Server-ActiveSync"),
  WEB_SERVICES("webServices", "EWS"),
  AUTODISCOVER("autodiscover", "Autodiscover"),
  OAB("oab", "OAB"),
  UNIFIED_MESSAGING("unifiedMessaging", "UnifiedMessaging");

  private final String key;
  private final String virtualName;

  DirectoryKind(String key, String virtualName) {
    this.key = key;
    this.virtualName = virtualName;
  }

  /// The key under a server in the manifest: `webServices`.
  public String key() {
    return key;
  }

  /// The name that Setup gives it, as the shell prints it: `EWS (Default Web Site)`.
  public String defaultName() {
    return virtualName + " (Default Web Site)";
  }

  /// What the keys of a server's directories are; the path of the directory with the default name
  /// has no brackets.
  String identity(String name) {
    return name.equalsIgnoreCase(defaultName()) ? "" : name;
  }
}

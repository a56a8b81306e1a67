package io.casguard.topology;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A way of client access, with its spellings: the one table of protocol words.
public enum Protocol implements Word {
  OWA("owa", "owa", "Outlook Web Access", DirectoryKind.OWA),
  ACTIVE_SYNC("activesync", "activeSync", "Exchange ActiveSync", DirectoryKind.ACTIVE_SYNC),
  EWS("ews", "webServices", "Exchange Web Services", DirectoryKind.WEB_SERVICES),
  AVAILABILITY("availability", "availability", "Availability", DirectoryKind.WEB_SERVICES),
  AUTODISCOVER("autodiscover", "autodiscover", "Autodiscover", DirectoryKind.AUTODISCOVER),
  OAB("oab", "oab", "Offline address book", DirectoryKind.OAB),
  UM("um", "unifiedMessaging", "Unified Messaging", DirectoryKind.UNIFIED_MESSAGING),
  OUTLOOK_ANYWHERE("outlook-anywhere", "outlookAnywhere", "Outlook Anywhere", null),
  POP3("pop3", "pop3", "POP3", null),
  IMAP4("imap4", "imap4", "IMAP4", null),
  MAPI("mapi", "mapi", "MAPI", null);

  private final String word;
  private final String key;
  private final String title;
  private final Optional<DirectoryKind> directory;

  Protocol(String word, String key, String title, @Nullable DirectoryKind directory) {
    this.word = word;
    this.key = key;
    this.title = title;
    this.directory = Optional.ofNullable(directory);
  }

  /// The word in the command line, the API and JSON: `ews`.
  @Override
  public String word() {
    return word;
  }

  /// The key in `intent` and `users.protocols`: `webServices`.
  public String key() {
    return key;
  }

  /// The name in sentences: `Exchange Web Services`.
  public String title() {
    return title;
  }

  /// The virtual directory that its requests arrive at; none for the protocols that do not speak to
  /// one.
  public Optional<DirectoryKind> directory() {
    return directory;
  }

  /// The protocol with this key of `intent` and `users.protocols`.
  public static Optional<Protocol> ofKey(String key) {
    return Arrays.stream(values()).filter(p -> p.key.equalsIgnoreCase(key)).findFirst();
  }
}

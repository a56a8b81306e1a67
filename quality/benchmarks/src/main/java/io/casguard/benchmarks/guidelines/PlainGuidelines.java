package io.casguard.benchmarks.guidelines;

import io.casguard.topology.DirectoryKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The floor: the ten guidelines as loops over plain records, written for nothing but this number.
/// No words, no remedies, no counts of people, nothing of what is unsaid.
final class PlainGuidelines {
  private final Estate estate;
  private final List<Estate.Found> found = new ArrayList<>();
  private final BitSet published = new BitSet();
  private final BitSet behindForm = new BitSet();
  private final Map<String, Estate.Name> names = new HashMap<>();
  private int facing;

  private PlainGuidelines(Estate estate) {
    this.estate = estate;
  }

  /// What the ten guidelines find.
  static List<Estate.Found> check(Estate estate) {
    var floor = new PlainGuidelines(estate);
    floor.index();
    for (Estate.Site site : estate.sites()) {
      floor.check(site);
    }
    return floor.found;
  }

  private void index() {
    for (Estate.Name name : estate.names()) {
      names.put(name.host(), name);
      for (int server : name.servers()) {
        published.set(server);
        if (name.formsAtPublisher()) {
          behindForm.set(server);
        }
      }
    }
    for (Estate.Site site : estate.sites()) {
      facing += site.internetFacing() ? 1 : 0;
    }
  }

  private void check(Estate.Site site) {
    boolean mailboxes = false;
    boolean clientAccess = false;
    boolean owaPublished = false;
    boolean devicesPublished = false;
    for (Estate.Server server : site.servers()) {
      mailboxes |= server.mailbox2007();
      clientAccess |= server.clientAccess2007();
      if (server.clientAccess2007()) {
        for (Estate.Directory directory : server.directories()) {
          owaPublished |= directory.kind() == DirectoryKind.OWA && directory.externalUrl() != null;
          devicesPublished |=
              directory.kind() == DirectoryKind.ACTIVE_SYNC && directory.externalUrl() != null;
        }
      }
    }
    if (mailboxes && !clientAccess) {
      found.add(new Estate.Found("CAP-101", site.name()));
    }
    if (mailboxes && site.internetFacing() && facing > 1 && !owaPublished) {
      found.add(new Estate.Found("CAP-204", site.name()));
    }
    boolean redirected = site.internetFacing() && facing > 1 && owaPublished;
    for (Estate.Server server : site.servers()) {
      if (server.clientAccess2007()) {
        boolean outside =
            site.internetFacing() && (estate.names().isEmpty() || published.get(server.id()));
        for (Estate.Directory directory : server.directories()) {
          check(site, server, directory, outside);
          if (redirected
              && !directory.windows()
              && (directory.kind() == DirectoryKind.WEB_SERVICES
                  || (directory.kind() == DirectoryKind.ACTIVE_SYNC && !devicesPublished))) {
            add("CAP-210", directory);
          }
        }
      }
    }
  }

  private void check(
      Estate.Site site, Estate.Server server, Estate.Directory directory, boolean outside) {
    internal(server, directory);
    if (outside && directory.kind() != DirectoryKind.UNIFIED_MESSAGING) {
      external(directory);
    }
    boolean owa = directory.kind() == DirectoryKind.OWA;
    if (!site.internetFacing()) {
      if (directory.externalUrl() != null) {
        add(owa ? "CAP-104" : "CAP-202", directory);
      }
      if (owa && (directory.forms() || !directory.windows())) {
        add("CAP-103", directory);
      }
    }
    if (owa) {
      if (!directory.redirects()) {
        add("CAP-107", directory);
      }
      if (behindForm.get(server.id()) && (directory.forms() || !directory.basic())) {
        add("CAP-109", directory);
      }
    }
  }

  private void internal(Estate.Server server, Estate.Directory directory) {
    String url = directory.internalUrl();
    String host = host(url);
    if (!url.startsWith("https://") && directory.kind() != DirectoryKind.OAB) {
      add("CAP-106", directory);
    }
    boolean hop =
        directory.kind() == DirectoryKind.OWA
            || directory.kind() == DirectoryKind.ACTIVE_SYNC
            || directory.kind() == DirectoryKind.WEB_SERVICES;
    if (hop && !host.equalsIgnoreCase(server.fqdn()) && !host.equalsIgnoreCase(server.name())) {
      // An address, another server, an external name or an alias: only the words differ.
      add("CAP-106", directory);
    }
    if (!path(url).equalsIgnoreCase(directory.kind().urlPath())) {
      add("CAP-106", directory);
    }
  }

  private void external(Estate.Directory directory) {
    String url = directory.externalUrl();
    if (url == null) {
      return;
    }
    int before = found.size();
    if (!url.startsWith("https://")) {
      add("CAP-102", directory);
    }
    String host = host(url);
    if (!isPublic(host)) {
      add("CAP-102", directory);
    }
    if (!path(url).equalsIgnoreCase(directory.kind().urlPath())) {
      add("CAP-102", directory);
    }
    if (found.size() == before && names.containsKey(host)) {
      Set<String> certificate = Objects.requireNonNull(names.get(host)).certificate();
      if (!certificate.contains(host)
          && !certificate.contains("*" + host.substring(host.indexOf('.')))) {
        add("CAP-102", directory);
      }
    }
  }

  private void add(String guideline, Estate.Directory directory) {
    found.add(new Estate.Found(guideline, directory.identity()));
  }

  /// Whether a host may exist on the Internet.
  static boolean isPublic(String host) {
    return host.indexOf('.') > 0
        && !host.endsWith(".local")
        && !host.endsWith(".lan")
        && !host.endsWith(".internal")
        && !Character.isDigit(host.charAt(host.length() - 1));
  }

  /// The host of an address.
  static String host(String url) {
    int from = url.indexOf("//") + 2;
    int to = url.indexOf('/', from);
    return url.substring(from, to < 0 ? url.length() : to);
  }

  /// The path of an address.
  static String path(String url) {
    int from = url.indexOf('/', url.indexOf("//") + 2);
    return from < 0 ? "" : url.substring(from);
  }
}

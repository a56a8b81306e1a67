package io.casguard.formats.imports;

import io.casguard.formats.Manifest;
import io.casguard.formats.YamlText;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Role;
import io.casguard.topology.Topology;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the shell cannot tell, asked as commented keys of a manifest that a person fills in.
///
/// Each question is one line: without its `#` it is an answer, and the rest of the file stays
/// right. Source: specification 10.
public final class Questions {
  private static final String HEAD =
      """
      # What the shell cannot tell. Take the # off the lines that you can answer, and put your own values in.
      # `casguard import` keeps this file as it is, and asks below about sites and servers that are new.
      """;

  private final StringBuilder text = new StringBuilder();
  private final Entity spec;
  private final Optional<Entity> answered;
  private int count;

  private Questions(Topology imported, Optional<Topology> answered) {
    this.spec = imported.spec();
    this.answered = answered.map(Topology::spec);
  }

  /// A text to write, and how many questions it has.
  public record Asked(String text, int count) {}

  /// The whole file for an organization that nobody answered questions about yet.
  public static Asked first(Topology imported) {
    Questions questions = new Questions(imported, Optional.empty());
    questions.text.append(HEAD);
    questions.document(imported.organization());
    return new Asked(questions.text.toString(), questions.count);
  }

  /// What to add to the file about things that it does not name yet; empty where it names all.
  public static Optional<Asked> more(Topology imported, Topology answered) {
    Questions questions = new Questions(imported, Optional.of(answered));
    questions.text.append("---\n# New since the last import.\n");
    questions.document(imported.organization());
    return questions.count == 0
        ? Optional.empty()
        : Optional.of(new Asked(questions.text.toString(), questions.count));
  }

  private void document(String organization) {
    line(0, "apiVersion: " + Manifest.API_VERSION);
    line(0, "kind: " + Manifest.KIND);
    line(0, "metadata: {name: " + YamlText.of(organization) + "}");
    line(0, "spec:");
    line(2, "defaults: none");
    if (answered.isEmpty()) {
      line(2, "");
      line(2, "# Goals: one address for everybody?");
      ask(2, "intent: {singleUrl: true}");
      publishing();
    }
    sites();
    servers(Vocabulary.SERVERS_WITHOUT_SITE, 2, spec, answered);
    links();
  }

  /// The names that clients use: those of the external addresses are known, what stands behind and
  /// in front of them is not.
  private void publishing() {
    SortedMap<String, SortedSet<String>> hosts = new TreeMap<>();
    allServers()
        .forEach(
            (name, server) ->
                externalHosts(server)
                    .forEach(host -> hosts.computeIfAbsent(host, _ -> new TreeSet<>()).add(name)));
    line(2, "");
    line(
        2,
        "# The names that clients use, where they resolve, and what stands in front (none, isa, proxy). Take the # off all"
            + " these lines.");
    ask(2, "publishing:");
    if (hosts.isEmpty()) {
      ask(2, "  mail.example.com: {from: [internet, intranet], servers: []}");
    }
    hosts.forEach(
        (host, servers) ->
            ask(
                2,
                "  "
                    + YamlText.of(host)
                    + ": {from: [internet, intranet], servers: "
                    + servers.stream().map(YamlText::of).toList()
                    + ", through: isa, formsAtPublisher: true, delegation: basic, certificate: {subject: "
                    + YamlText.of(host)
                    + ", alternativeNames: ["
                    + YamlText.of(host)
                    + "]}}"));
  }

  private Map<String, Entity> allServers() {
    SortedMap<String, Entity> all = new TreeMap<>(spec.parts(Vocabulary.SERVERS_WITHOUT_SITE));
    spec.parts(Vocabulary.SITES)
        .values()
        .forEach(site -> all.putAll(site.parts(Vocabulary.SERVERS)));
    return all;
  }

  private static SortedSet<String> externalHosts(Entity server) {
    SortedSet<String> hosts = new TreeSet<>();
    for (DirectoryKind kind : DirectoryKind.values()) {
      server
          .parts(Vocabulary.directoriesOf(kind))
          .values()
          .forEach(
              directory ->
                  directory
                      .stated(Vocabulary.EXTERNAL_URL)
                      .flatMap(Known::toOptional)
                      .flatMap(Url::host)
                      .ifPresent(hosts::add));
    }
    return hosts;
  }

  private void sites() {
    Map<String, Entity> sites = spec.parts(Vocabulary.SITES);
    Map<String, Entity> known = known(answered, Vocabulary.SITES);
    boolean any = false;
    for (Map.Entry<String, Entity> site : sites.entrySet()) {
      boolean isNew = !known.containsKey(site.getKey());
      Optional<Entity> before = Optional.ofNullable(known.get(site.getKey()));
      if (!isNew && newServers(Vocabulary.SERVERS, site.getValue(), before).isEmpty()) {
        continue;
      }
      if (!any) {
        line(2, "");
        line(2, "sites:");
        any = true;
      }
      line(4, YamlText.of(site.getKey()) + ": {");
      if (isNew) {
        ask(
            6,
            "internetFacing: true,       # do clients on the Internet reach its Client Access servers?");
        ask(
            6,
            "intent: {owa: proxy},       # proxy or redirect, for each protocol, for its users who arrive elsewhere");
      }
      flowServers(site.getValue(), before);
      line(6, "}");
    }
  }

  private static Map<String, Entity> known(
      Optional<Entity> thing, Key<SortedMap<String, Entity>> key) {
    SortedMap<String, Entity> known = Entity.items();
    thing.ifPresent(it -> known.putAll(it.parts(key)));
    return known;
  }

  private static Map<String, Entity> newServers(
      Key<SortedMap<String, Entity>> key, Entity holder, Optional<Entity> before) {
    SortedMap<String, Entity> fresh = Entity.items();
    fresh.putAll(holder.parts(key));
    fresh.keySet().removeAll(known(before, key).keySet());
    fresh.values().removeIf(server -> lines(server).isEmpty());
    return fresh;
  }

  private void flowServers(Entity site, Optional<Entity> before) {
    Map<String, Entity> servers = newServers(Vocabulary.SERVERS, site, before);
    if (servers.isEmpty()) {
      return;
    }
    line(6, "servers: {");
    servers.forEach((name, server) -> server(8, name, server, 8, ","));
    line(6, "},");
  }

  private void servers(
      Key<SortedMap<String, Entity>> key, int indent, Entity holder, Optional<Entity> before) {
    Map<String, Entity> servers = newServers(key, holder, before);
    if (!servers.isEmpty()) {
      line(indent, "");
      line(indent, key.name() + ":");
      servers.forEach((name, server) -> server(indent + 2, name, server, indent + 4, ""));
    }
  }

  /// @param closing the indentation of the closing brace, deeper than the name where that stands in
  ///   a block
  private void server(int indent, String name, Entity server, int closing, String end) {
    line(indent, YamlText.of(name) + ": {");
    lines(server).forEach(question -> ask(indent + 2, question + ","));
    line(closing, "}" + end);
  }

  /// The questions about a server, each a key with a value as an example.
  private static List<String> lines(Entity server) {
    Optional<Version> version = server.stated(Vocabulary.VERSION).flatMap(Known::toOptional);
    if (version.filter(Version::isLegacy).isPresent()) {
      return List.of(
          "addresses: [10.0.0.1]",
          "hotfixes: [KB937031]",
          "legacy: {exchange: {formsAuthentication: false, windowsAuthentication: true, requireSsl: false}, activeSync:"
              + " {windowsAuthentication: true, requireSsl: false}, pop3: {enabled: false}, imap4: {enabled: false}}");
    }
    if (version.filter(known -> !known.is2007()).isPresent()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of("rollup: 10", "addresses: [10.0.0.1]"));
    boolean isClientAccess =
        server
            .stated(Vocabulary.ROLES)
            .flatMap(Known::toOptional)
            .map(roles -> roles.contains(Role.CLIENT_ACCESS))
            .orElseGet(() -> server.stated(Vocabulary.OWA_DIRECTORIES).isPresent());
    if (isClientAccess) {
      lines.addAll(
          List.of(
              "certificate: {subject: mail.example.com, alternativeNames: [mail.example.com], trustedByServers: true,"
                  + " trustedByClients: true}",
              "servicePrincipalNames: [HTTP/mail.example.com]",
              "settings: {allowProxyingWithoutSsl: false, allowInternalUntrustedCerts: true, allowCrossSiteSessions: false,"
                  + " blockLegacyMailboxes: false}",
              "pop3: {enabled: false}",
              "imap4: {enabled: false}"));
      lines.addAll(directories(server));
    }
    return lines;
  }

  /// What stands in IIS alone, asked of the one directory that a server has of a kind.
  private static List<String> directories(Entity server) {
    List<String> lines = new ArrayList<>();
    if (hasOne(server, Vocabulary.OWA_DIRECTORIES)) {
      lines.add("owa: {requireSsl: true, anonymousAuthentication: false, sslOffloaded: false}");
    }
    if (hasOne(server, Vocabulary.ACTIVE_SYNC_DIRECTORIES)) {
      lines.add(
          "activeSync: {requireSsl: true, anonymousAuthentication: false, proxySubdirectory: {present: true, windowsAuthentication: true}}");
    }
    if (hasOne(server, Vocabulary.WEB_SERVICES_DIRECTORIES)) {
      lines.add("webServices: {requireSsl: true, anonymousAuthentication: false}");
    }
    return lines;
  }

  private static boolean hasOne(Entity server, Key<SortedMap<String, Entity>> key) {
    Map<String, Entity> directories = server.parts(key);
    return directories.size() == 1 && directories.containsKey("");
  }

  private void links() {
    Map<String, Entity> links = spec.parts(Vocabulary.SITE_LINKS);
    Map<String, Entity> known = known(answered, Vocabulary.SITE_LINKS);
    boolean any = false;
    for (Map.Entry<String, Entity> link : links.entrySet()) {
      if (known.containsKey(link.getKey())) {
        continue;
      }
      if (!any) {
        line(2, "");
        line(2, "siteLinks:");
        any = true;
      }
      line(4, "- {");
      line(
          8,
          "sites: "
              + link.getValue().stated(Vocabulary.LINKED_SITES).flatMap(Known::toOptional).stream()
                  .flatMap(SortedSet::stream)
                  .map(YamlText::of)
                  .toList()
              + ",");
      ask(8, "rpc: true,                  # does RPC pass between these sites?");
      ask(8, "replicationInterval: 180m,");
      line(6, "}");
    }
  }

  private void ask(int indent, String question) {
    count++;
    line(indent, "# " + question);
  }

  private void line(int indent, String content) {
    text.repeat(' ', content.isEmpty() ? 0 : indent).append(content).append('\n');
  }
}

package io.casguard.topologies;

import io.casguard.formats.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A random organization that keeps every guideline by construction, as the documents that its
/// administrators would write: one for each site, and one for what the sites share.
///
/// The first site is published, directly or by ISA Server. Of the others, some publish addresses of
/// their own and are redirected to, the rest publish nothing and are proxied to.
final class ConformingManifest {
  private static final int SITES = 6;
  private static final int SERVERS_OF_A_KIND = 3;

  private final Random random;
  private final List<Site> sites = new ArrayList<>();
  private final boolean isa;
  private final String version;

  /// A site as it is written.
  private record Site(String name, boolean publishes, List<String> servers, List<String> publics) {
    String host() {
      return name + ".example.com";
    }
  }

  ConformingManifest(long seed) {
    random = new Random(seed);
    isa = random.nextBoolean();
    version = List.of("8.1.240.6", "8.2.176.2", "8.3.83.6").get(random.nextInt(3));
    int count = 1 + random.nextInt(SITES);
    for (int i = 0; i < count; i++) {
      addSite("site" + i, i == 0 || random.nextInt(3) == 0);
    }
  }

  /// The documents in the order of sites and servers.
  List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    files.add(document("shared", shared()));
    sites.forEach(site -> files.add(document(site.name(), of(site, site.servers()))));
    return files;
  }

  /// The same documents, they and their servers in another order.
  List<SourceFile> shuffled(Random order) {
    List<SourceFile> files = new ArrayList<>();
    files.add(document("shared", shared()));
    for (Site site : sites) {
      List<String> servers = new ArrayList<>(site.servers());
      Collections.shuffle(servers, order);
      files.add(document(site.name(), of(site, servers)));
    }
    Collections.shuffle(files, order);
    return files;
  }

  private void addSite(String name, boolean publishes) {
    Site site = new Site(name, publishes, new ArrayList<>(), new ArrayList<>());
    int publishing = 1 + random.nextInt(SERVERS_OF_A_KIND);
    for (int i = 0; i < publishing; i++) {
      String server = (name + "-cas" + i).toUpperCase(Locale.ROOT);
      site.publics().add(server);
      site.servers().add(publishes ? publisher(site, server) : target(server));
    }
    int mailboxes = 1 + random.nextInt(SERVERS_OF_A_KIND);
    for (int i = 0; i < mailboxes; i++) {
      site.servers()
          .add(
              "        %s: {roles: [Mailbox], version: %s}\n"
                  .formatted((name + "-mbx" + i).toUpperCase(Locale.ROOT), version));
    }
    sites.add(site);
  }

  private String publisher(Site site, String server) {
    return """
            %1$s:
              roles: [ClientAccess, HubTransport]
              version: %2$s
              owa: {externalUrl: "https://%3$s/owa", formsAuthentication: %4$s}
              activeSync: {externalUrl: "https://%3$s/Microsoft-Server-ActiveSync", windowsAuthentication: true}
              webServices: {externalUrl: "https://%3$s/EWS/Exchange.asmx"}
              oab: {externalUrl: "https://%3$s/OAB"}
    """
        .formatted(server, version, site.host(), !isa);
  }

  private String target(String server) {
    return """
            %s:
              roles: [ClientAccess, HubTransport]
              version: %s
              owa: {windowsAuthentication: true, basicAuthentication: %s, formsAuthentication: false}
              activeSync: {windowsAuthentication: true}
    """
        .formatted(server, version, random.nextBoolean());
  }

  private static String of(Site site, List<String> servers) {
    return """
      sites:
        %s:
          internetFacing: %s
          intent: {%s}
          servers:
    """
            .formatted(
                site.name(),
                site.publishes(),
                site.publishes() ? "owa: redirect" : "owa: proxy, activeSync: proxy")
        + String.join("", servers);
  }

  private String shared() {
    StringBuilder text = new StringBuilder("  domain: example.com\n  smtpDomains: [example.com]\n");
    if (sites.size() > 1) {
      text.append("  siteLinks:\n");
    }
    sites.stream()
        .skip(1)
        .forEach(
            site ->
                text.append(
                    "    - {sites: [site0, %s], cost: %d, replicationInterval: 15m, rpc: true}\n"
                        .formatted(site.name(), 50 + random(site, 100))));
    text.append("  publishing:\n");
    sites.stream()
        .filter(Site::publishes)
        .forEach(
            site ->
                text.append(
                    "    %s: {from: [internet, intranet], servers: %s, affinity: cookie, through: %s}\n"
                        .formatted(
                            site.host(),
                            site.publics(),
                            isa ? "isa, formsAtPublisher: true, delegation: basic" : "none")));
    text.append("  users:\n");
    sites.forEach(
        site ->
            text.append(
                "    - {name: %1$s-staff, mailboxServer: %2$s-MBX0, count: %3$d}\n"
                    .formatted(
                        site.name(),
                        site.name().toUpperCase(Locale.ROOT),
                        1 + random(site, 3000))));
    return text.toString();
  }

  /// The same number for the same site, however often the documents are written.
  private static int random(Site site, int bound) {
    return new Random(site.toString().hashCode()).nextInt(bound);
  }

  private static SourceFile document(String name, String spec) {
    return new SourceFile(
        name + ".yaml",
        """
        apiVersion: casguard.io/v1
        kind: Topology
        metadata:
          name: example
        spec:
        """
            + spec);
  }
}

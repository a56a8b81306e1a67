package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.RCA_MOB;
import static io.casguard.topology.Protocol.ACTIVE_SYNC;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.MAILBOX_SERVER;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.ROLLUP;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds servers that cannot tell a device where to go.
final class DevicesFindASiteThatPublishesNothing implements Rule {
  /// The rollup of SP1 that answers, as later service packs do.
  private static final int ROLLUP_THAT_ANSWERS = 4;

  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-316")
          .says(
              "Where a site with mailboxes has no external URL for ActiveSync, the servers that devices reach have SP1 with Rollup 4, or later.")
          .because(
              """
              A device that sets itself up asks Autodiscover for the address of its mailbox's site. Where that site has none, a server before SP1 Rollup 4 answers with an error instead of giving the address of an Internet-facing site.
              """)
          .source(
              RCA_MOB,
              "“Active Directory currently not available” where the site of the mailbox has no external URL; fixed in SP1 Rollup 4 (KB 952152)")
          .example(
              "SP1 with Rollup 4, and SP3",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP1, rollup: 4, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-CAS2: {activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {activeSync: {windowsAuthentication: true}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Every site has an address, and no device arrives at Leeds",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP1, rollup: 1, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {version: 2007, owa: {}}
              """)
          .example(
              "Nobody in Leeds has a device",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP1, rollup: 1, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {activeSync: {}}
                    LEE-MBX1: {roles: [Mailbox]}
              users:
                - {name: leeds-office, mailboxServer: LEE-MBX1, count: 40, protocols: {owa: 40}}
              """)
          .example(
              "SP1 with an earlier rollup, and the version as first released",
              """
              domain: example.com
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      version: 2007 SP1
                      rollup: 3  # CAP-316
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                    SEA-CAS2:
                      version: 2007  # CAP-316
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {activeSync: {windowsAuthentication: true}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(VERSION, ROLLUP, EXTERNAL_URL, INTERNET_FACING, PROTOCOLS, MAILBOX_SERVER)
          .consequence(
              "A device of a site without an address cannot set itself up: Autodiscover answers “Active Directory currently not available”.")
          .verify(
              "The Remote Connectivity Analyzer's ActiveSync test with Autodiscover succeeds for a mailbox of such a site.")
          .hits(Hits.MAILBOXES_OF_OTHER_SITES, ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    List<Site> silent =
        organization.sites().stream()
            .filter(site -> site.has2007(Role.MAILBOX) == Holds.YES)
            .filter(site -> site.publishes(DirectoryKind.ACTIVE_SYNC) == Holds.NO)
            .filter(site -> !site.users(ACTIVE_SYNC).equals(new Known.Value<>(0)))
            .toList();
    List<Path> open =
        Each.few(
            organization.sites().stream()
                .filter(site -> site.has2007(Role.MAILBOX) != Holds.NO)
                .filter(
                    site ->
                        site.has2007(Role.MAILBOX)
                                .and(site.publishes(DirectoryKind.ACTIVE_SYNC).not())
                            == Holds.UNSAID)
                .map(Site::path));
    return Each.serverInSite(
        GUIDELINE, organization, (site, server) -> tell(organization, site, server, silent, open));
  }

  private static Verdict tell(
      Organization organization, Site site, Server server, List<Site> silent, List<Path> open) {
    Holds late = isLate(server);
    if (late == Holds.NO) {
      return GUIDELINE.conforms(server);
    }
    if (site.facing().holds() == Holds.NO) {
      return GUIDELINE.notApplicable(server, () -> "no device arrives at " + site);
    }
    if (silent.isEmpty() && open.isEmpty()) {
      return GUIDELINE.notApplicable(
          server, () -> "every site with mailboxes and devices has an external URL for ActiveSync");
    }
    if (late == Holds.UNSAID) {
      return GUIDELINE.notChecked(
          server, "the rollup of " + server + " is unsaid", server.path().key(ROLLUP.name()));
    }
    if (site.facing().holds() == Holds.UNSAID) {
      return GUIDELINE.notChecked(
          server,
          "it is unsaid whether " + site + " is Internet-facing",
          site.path().key(Vocabulary.INTERNET_FACING.name()));
    }
    return silent.isEmpty()
        ? GUIDELINE.notChecked(
            server, "it is unsaid whether every site has an external URL for ActiveSync", open)
        : departs(organization, server, silent.getFirst()).departs();
  }

  /// Whether the server is older than SP1 with the rollup.
  private static Holds isLate(Server server) {
    Holds released = Holds.of(server.version(), version -> version.servicePack() == 0);
    Holds first = Holds.of(server.version(), version -> version.servicePack() == 1);
    Holds before =
        switch (server.get(ROLLUP)) {
          case Known.Value<Integer>(Integer rollup) -> Holds.of(rollup < ROLLUP_THAT_ANSWERS);
          case Known.Absent<Integer>() -> Holds.YES;
          case Known.Unsaid<Integer> _ -> Holds.UNSAID;
        };
    return released.or(first.and(before));
  }

  private static Violation departs(Organization organization, Server server, Site silent) {
    boolean released =
        Holds.of(server.version(), version -> version.servicePack() == 0) == Holds.YES;
    return GUIDELINE
        .violated(
            organization,
            server,
            server.path().key(released ? VERSION.name() : ROLLUP.name()),
            WARNING,
            "runs "
                + server.version().toOptional().map(Version::title).orElse("an early version")
                + (released ? "" : " with a rollup before 4")
                + " while "
                + silent
                + " has no external URL for ActiveSync")
        .step(
            "Bring "
                + server
                + " to SP3, or to SP1 with Rollup 4 at least, the Internet-facing servers first.");
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.ACTIVE_SYNC_ENABLED;
import static io.casguard.topology.Vocabulary.COUNT;
import static io.casguard.topology.Vocabulary.HOTFIXES;
import static io.casguard.topology.Vocabulary.LEGACY_ACTIVE_SYNC;
import static io.casguard.topology.Vocabulary.LEGACY_KEY;
import static io.casguard.topology.Vocabulary.MAILBOX_SERVER;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLIC_FOLDERS_ONLY;
import static io.casguard.topology.Vocabulary.USERS;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds Exchange 2003 back ends that refuse proxied devices.
final class LegacyBackEndLetsDevicesIn implements Rule {
  private static final String HOTFIX = "937031";

  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-323")
          .says(
              "An Exchange 2003 server whose people have devices accepts Integrated Windows authentication on Microsoft-Server-ActiveSync.")
          .because(
              """
              A Client Access server passes a device on to the back end of the mailbox, in whatever site that is, and logs on there with Integrated authentication. Exchange 2003 leaves it off; hotfix 937031 lets System Manager turn it on.
              """)
          .source(
              Source.Text.MS_EAS03,
              "without Integrated on the back end, ActiveSync of 2003 mailboxes fails with event 1036")
          .source(
              Source.Text.RCA401,
              "install hotfix 937031, then set Integrated in Exchange System Manager; IIS Manager's setting is undone")
          .example(
              "Integrated is on at the back end",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1: {version: 2003 SP2, hotfixes: [KB937031], legacy: {activeSync: {windowsAuthentication: true}}}
              users: [{name: veterans, mailboxServer: OLD-BE1, count: 40}]
              """)
          .example(
              "Nobody there has a device, and a front end has no mailboxes",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1: {version: 2003 SP2}
                OLD-FE1: {version: 2003 SP2, roles: [FrontEnd]}
                OLD-PF1: {version: 2003 SP2, publicFoldersOnly: true}
              users: [{name: veterans, mailboxServer: OLD-BE1, count: 40, protocols: {owa: 40}}]
              """)
          .example(
              "Left as Setup made it",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1: {version: 2003 SP2}  # CAP-323
              users: [{name: veterans, mailboxServer: OLD-BE1, count: 40}]
              """)
          .example(
              "The hotfix is there, and nobody ticked Integrated",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1:
                  version: 2003 SP2
                  hotfixes: [KB937031]
                  legacy:
                    activeSync:
                      windowsAuthentication: false  # CAP-323
              users: [{name: veterans, mailboxServer: OLD-BE1, count: 40, protocols: {activeSync: 12}}]
              """)
          .reads(
              WINDOWS_AUTHENTICATION,
              HOTFIXES,
              PUBLIC_FOLDERS_ONLY,
              MAILBOX_SERVER,
              COUNT,
              PROTOCOLS,
              ACTIVE_SYNC_ENABLED)
          .consequence(
              "Devices of people whose mailboxes are here get HTTP 401, and the Client Access server logs Exchange ActiveSync 1036.")
          .verify(
              "Synchronize a device of this server through Exchange 2007; event 1036 no longer appears on the Client Access server.")
          .hits(Hits.MAILBOXES_OF_THE_SERVER, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return BackEnds.each(GUIDELINE, organization, server -> Stream.of(tell(server)));
  }

  private static Verdict tell(Server server) {
    Part at = Part.of(server, LEGACY_KEY, LEGACY_ACTIVE_SYNC);
    Path path = at.path().key(WINDOWS_AUTHENTICATION.name());
    Holds integrated = Holds.of(at.get(WINDOWS_AUTHENTICATION), on -> on);
    Holds devices = BackEnds.haveDevices(server);
    if (integrated == Holds.YES) {
      return GUIDELINE.conforms(at);
    }
    if (devices == Holds.NO) {
      return GUIDELINE.notApplicable(at, () -> "nobody whose mailbox is there has a device");
    }
    if (integrated == Holds.UNSAID) {
      return GUIDELINE.notChecked(
          at,
          "whether "
              + at
              + " accepts Integrated is unsaid, and the shell of Exchange 2007 cannot show it",
          path);
    }
    return devices == Holds.UNSAID
        ? GUIDELINE.notChecked(
            at,
            "whether anybody whose mailbox is at " + server + " has a device is unsaid",
            Path.SPEC.key(USERS.name()))
        : departs(at, path).departs();
  }

  private static Violation departs(Part at, Path path) {
    Server server = at.host();
    Violation found =
        GUIDELINE
            .violated(
                server.organization(),
                at,
                path,
                ERROR,
                "does not accept Integrated Windows authentication, and devices are passed on to it")
            .remedy(Edit.set(at, WINDOWS_AUTHENTICATION, true));
    boolean fixed =
        server.get(HOTFIXES).toOptional().stream()
            .flatMap(all -> all.stream())
            .anyMatch(name -> name.endsWith(HOTFIX));
    return Optional.of(found)
        .filter(_ -> fixed)
        .orElseGet(() -> found.step("Install hotfix " + HOTFIX + " on " + server + "."))
        .step(
            "Exchange System Manager > "
                + server
                + " > Protocols > HTTP > Exchange Virtual Server > Microsoft-Server-ActiveSync > Properties > Access > Authentication: tick Integrated Windows Authentication. What is set in IIS Manager is undone by DS2MB.");
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.RCA451;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.SITE_INTENT;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Intent;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A checker that finds sites of which a redirection is wanted that Exchange 2007 does not have.
final class OnlyOwaIsMeantToBeRedirected implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-207")
          .says("Redirection is wanted for Outlook Web Access only.")
          .because(
              """
              Exchange 2007 redirects Outlook Web Access. Web Services are proxied whatever their external URL; POP3 and IMAP4 are refused across sites; Outlook Anywhere goes straight to the mailbox server.
              ActiveSync answers 451 where the other site has an external URL. A device that knows the answer goes there by itself; for the others it is a failure.
              """)
          .source(SB, "Redirection only works with OWA.")
          .source(
              RCA451,
              "Exchange 2007 answers 451 where another Client Access server with an external URL is better for the device")
          .example(
              "OWA of Leeds is redirected, the rest is proxied; nobody said what York wants",
              """
              sites:
                leeds:
                  intent: {owa: redirect, activeSync: proxy, webServices: proxy}
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
                york:
                  servers:
                    YRK-CAS1: {owa: {}}
                    YRK-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "Mailboxes of 2010 have rules of their own",
              """
              sites:
                leeds:
                  intent: {imap4: redirect}
                  servers:
                    LEE-EX1: {version: 2010 SP3, roles: [ClientAccess, Mailbox]}
              """)
          .example(
              "Devices are to be redirected: they are answered 451, and it depends on them",
              """
              sites:
                leeds:
                  intent:
                    owa: redirect
                    activeSync: redirect  # CAP-207
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}, activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "What Exchange 2007 cannot do",
              """
              sites:
                leeds:
                  intent:
                    owa: redirect
                    webServices: redirect  # CAP-207
                    pop3: redirect  # CAP-207
                    outlookAnywhere: redirect  # CAP-207
                  servers:
                    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "A closed site kept an address of Web Services for it",
              """
              sites:
                leeds:
                  internetFacing: false
                  intent:
                    webServices: redirect  # CAP-207
                  servers:
                    LEE-CAS1: {webServices: {externalUrl: https://leeds.example.com/EWS/Exchange.asmx}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(SITE_INTENT, INTERNET_FACING, EXTERNAL_URL)
          .consequence("What is wanted does not happen: requests are not redirected.")
          .verify(
              "casguard simulate with this protocol, a server of another site and a mailbox of this one says what happens instead.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.EWS);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return organization.sites().stream().flatMap(OnlyOwaIsMeantToBeRedirected::tell);
  }

  private static Stream<Verdict> tell(Site site) {
    List<Protocol> redirected =
        Arrays.stream(Protocol.values())
            .filter(protocol -> protocol != Protocol.OWA && site.intended(protocol).isRedirect())
            .toList();
    if (!(site.get(SITE_INTENT) instanceof Known.Value<?>)) {
      return Stream.of(
          GUIDELINE.notApplicable(site, () -> "nobody said what is wanted of " + site));
    }
    return switch (site.has2007(Role.MAILBOX)) {
      case NO ->
          Stream.of(
              GUIDELINE.notApplicable(site, () -> site + " has no mailboxes of Exchange 2007"));
      case UNSAID ->
          Stream.of(
              GUIDELINE.notChecked(
                  site,
                  "it is unsaid which servers of " + site + " are Mailbox servers of 2007",
                  unsaid(site)));
      case YES ->
          redirected.isEmpty()
              ? Stream.of(GUIDELINE.conforms(site))
              : redirected.stream().map(protocol -> departs(site, protocol, redirected).departs());
    };
  }

  private static Violation departs(Site site, Protocol protocol, List<Protocol> redirected) {
    boolean devices = protocol == Protocol.ACTIVE_SYNC;
    Violation found =
        GUIDELINE
            .violated(
                site.organization(),
                site,
                site.path().key(SITE_INTENT.name()).key(protocol.key()),
                devices ? WARNING : ERROR,
                "is meant to be redirected to for "
                    + protocol.key()
                    + (devices
                        ? ": answered as 451; it depends on the devices"
                        : ", which is not possible in Exchange 2007"),
                protocol)
            .check(protocol.key());
    return devices
        ? found
            .because(
                "Devices that do not follow a 451 no longer synchronize when they arrive elsewhere.")
            .source(RCA451, FOUND)
            .step(
                "Find out whether the devices follow a 451 (protocol 12.1 by some texts, 14.0 for certain); for those that do not, take the external URL of ActiveSync away and state intent: {activeSync: proxy}.")
        : found
            .remedy(edits(site, redirected))
            .step("Say what is wanted instead; no setting of Exchange 2007 makes it so.");
  }

  /// A site that is closed to the Internet is then meant to be proxied to, so that the addresses go
  /// too that were kept for a redirection.
  private static List<Edit> edits(Site site, List<Protocol> redirected) {
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.set(site, SITE_INTENT, possible(site, redirected)));
    if (site.facing().isStatedNo()) {
      redirected.stream()
          .filter(protocol -> protocol != Protocol.ACTIVE_SYNC)
          .flatMap(protocol -> protocol.directory().stream())
          .filter(kind -> kind != DirectoryKind.AUTODISCOVER)
          .distinct()
          .flatMap(site::directories)
          .filter(at -> at.get(EXTERNAL_URL) instanceof Known.Value<Url>)
          .forEach(at -> edits.add(Edit.clear(at, EXTERNAL_URL)));
    }
    return edits;
  }

  /// What is wanted, without what cannot be. One edit for all of a site's violations, so that each
  /// repairs the others too.
  private static SortedMap<String, Intent> possible(Site site, List<Protocol> redirected) {
    SortedMap<String, Intent> wanted =
        new TreeMap<>(site.get(SITE_INTENT).toOptional().orElseGet(TreeMap::new));
    redirected.stream()
        .filter(protocol -> protocol != Protocol.ACTIVE_SYNC)
        .forEach(protocol -> wanted.remove(protocol.key()));
    return wanted;
  }

  private static List<Path> unsaid(Site site) {
    return site.servers().stream()
        .filter(server -> server.is(Role.MAILBOX).and(server.is2007()) == Holds.UNSAID)
        .flatMap(server -> Each.unsaidKind(server, Role.MAILBOX).stream())
        .toList();
  }
}

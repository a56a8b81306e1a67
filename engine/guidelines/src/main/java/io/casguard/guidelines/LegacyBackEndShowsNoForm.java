package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.ACTIVE_SYNC_ENABLED;
import static io.casguard.topology.Vocabulary.COUNT;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.LEGACY_ACTIVE_SYNC;
import static io.casguard.topology.Vocabulary.LEGACY_EXCHANGE;
import static io.casguard.topology.Vocabulary.LEGACY_KEY;
import static io.casguard.topology.Vocabulary.LEGACY_PUBLIC;
import static io.casguard.topology.Vocabulary.MAILBOX_SERVER;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLIC_FOLDERS_ONLY;
import static io.casguard.topology.Vocabulary.REQUIRE_SSL;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Certainty;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds Exchange 2003 back ends that cannot be proxied to.
final class LegacyBackEndShowsNoForm implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-108")
          .says(
              "An Exchange 2003 server that holds mailboxes shows no logon form, and its /Exchange accepts Integrated Windows authentication and requires no SSL.")
          .because(
              """
              A Client Access server proxies /exchange, /public and ActiveSync of a mailbox on Exchange 2003 straight to its back end, over plain HTTP and with Integrated authentication.
              A form cannot be answered there, and required SSL cannot be met. A 2003 front end may keep its form: nothing is proxied to it.
              The additional directory of KB 817379 (exchange-oma) helps devices of a single 2003 server only; what comes through /exchange still meets the form.
              """)
          .source(
              Source.Text.SA,
              "The same for Exchange Server 2003 back-end servers you must not enable forms authentication")
          .source(
              Source.Text.MS_OWA, "the back end needs Integrated authentication on its /Exchange")
          .source(
              Source.Text.KB817379,
              "required SSL or forms on the back end's /Exchange break ActiveSync and Outlook Mobile Access")
          .source(Source.Text.RCA500, "forms or required SSL on /Exchange: HTTP 500 to devices")
          .example(
              "A back end as Setup leaves it",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1:
                  version: 2003 SP2
                  legacy: {activeSync: {windowsAuthentication: true}}
              users: [{name: veterans, mailboxServer: OLD-BE1, count: 40}]
              """)
          .example(
              "A front end and a server for public folders alone may show forms",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-FE1: {version: 2003 SP2, roles: [FrontEnd], legacy: {exchange: {formsAuthentication: true, requireSsl: true}}}
                OLD-PF1: {version: 2003 SP2, publicFoldersOnly: true, legacy: {exchange: {formsAuthentication: true}}}
              """)
          .example(
              "No Exchange 2007 server proxies to it",
              """
              servers:
                OLD-BE1: {version: 2003 SP2, legacy: {exchange: {formsAuthentication: true}}}
              """)
          .example(
              "Devices that are refused are named by CAP-323",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1: {version: 2003 SP2, legacy: {activeSync: {windowsAuthentication: false}}}
              users: [{name: veterans, mailboxServer: OLD-BE1, count: 40}]
              """)
          .example(
              "A form, required SSL and no Integrated",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1:
                  version: 2003 SP2
                  legacy:
                    exchange:
                      formsAuthentication: true  # CAP-108
                      requireSsl: true  # CAP-108
                      windowsAuthentication: false  # CAP-108
              """)
          .example(
              "The form was noted at /public: it belongs to the whole virtual server",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1:
                  version: 2003 SP2
                  legacy:
                    public:
                      formsAuthentication: true  # CAP-108
              """)
          .reads(
              FORMS_AUTHENTICATION,
              WINDOWS_AUTHENTICATION,
              REQUIRE_SSL,
              PUBLIC_FOLDERS_ONLY,
              MAILBOX_SERVER,
              COUNT,
              PROTOCOLS,
              ACTIVE_SYNC_ENABLED)
          .consequence(
              "People whose mailboxes are here are asked for their password again and again (401, 440) or see an error when they come through Exchange 2007; their devices get HTTP 500.")
          .verify(
              "Open https://<name of the Client Access server>/exchange with a mailbox of this server: the inbox opens after one logon. Exchange Management Shell cannot show these settings.")
          .hits(Hits.MAILBOXES_OF_THE_SERVER, Protocol.OWA, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return BackEnds.each(
        GUIDELINE,
        organization,
        server -> Stream.of(exchange(server), elsewhere(server)).flatMap(all -> all));
  }

  private static Stream<Verdict> exchange(Server server) {
    Part exchange = Part.of(server, LEGACY_KEY, LEGACY_EXCHANGE);
    List<Verdict> wrong =
        Stream.of(
                is(exchange, FORMS_AUTHENTICATION) == Holds.YES ? form(exchange) : none(),
                is(exchange, WINDOWS_AUTHENTICATION) == Holds.NO
                    ? integrated(exchange, "integrated")
                    : none(),
                is(exchange, REQUIRE_SSL) == Holds.YES ? ssl(exchange) : none())
            .flatMap(Optional::stream)
            .toList();
    List<Path> unsaid =
        Stream.of(FORMS_AUTHENTICATION, WINDOWS_AUTHENTICATION, REQUIRE_SSL)
            .filter(key -> is(exchange, key) == Holds.UNSAID)
            .map(key -> exchange.path().key(key.name()))
            .toList();
    Stream<Verdict> open =
        unsaid.isEmpty()
            ? Stream.of()
            : Stream.of(
                GUIDELINE.notChecked(
                    exchange,
                    "how "
                        + exchange
                        + " is set up is unsaid, and the shell of Exchange 2007 cannot show it",
                    unsaid));
    return wrong.isEmpty() && unsaid.isEmpty()
        ? Stream.of(GUIDELINE.conforms(exchange))
        : Stream.concat(wrong.stream(), open);
  }

  /// One switch of the virtual server shows the form in all its directories: it is named once.
  private static Stream<Verdict> elsewhere(Server server) {
    Part devices = Part.of(server, LEGACY_KEY, LEGACY_ACTIVE_SYNC);
    boolean refused =
        is(devices, WINDOWS_AUTHENTICATION) == Holds.NO
            && BackEnds.haveDevices(server) == Holds.YES;
    Stream<Verdict> form =
        is(Part.of(server, LEGACY_KEY, LEGACY_EXCHANGE), FORMS_AUTHENTICATION) == Holds.YES
            ? Stream.of()
            : Stream.of(Part.of(server, LEGACY_KEY, LEGACY_PUBLIC), devices)
                .filter(part -> is(part, FORMS_AUTHENTICATION) == Holds.YES)
                .limit(1)
                .flatMap(part -> form(part).stream());
    return Stream.concat(
        form, refused ? integrated(devices, "devices").stream() : Stream.<Verdict>of());
  }

  private static Optional<Verdict> form(Part at) {
    List<Edit> edits =
        Stream.<Key<Entity>>of(LEGACY_EXCHANGE, LEGACY_PUBLIC, LEGACY_ACTIVE_SYNC)
            .map(key -> Part.of(at.host(), LEGACY_KEY, key))
            .filter(part -> is(part, FORMS_AUTHENTICATION) == Holds.YES)
            .map(part -> Edit.set(part, FORMS_AUTHENTICATION, false))
            .toList();
    return Optional.of(
        violated(at, FORMS_AUTHENTICATION, "forms", "shows a logon form, which nobody can answer")
            .remedy(edits)
            .step(
                "Exchange System Manager > "
                    + at.host()
                    + " > Protocols > HTTP > Exchange Virtual Server > Properties > Settings: clear Enable Forms Based Authentication.")
            .departs());
  }

  private static Optional<Verdict> integrated(Part at, String check) {
    return Optional.of(
        violated(
                at,
                WINDOWS_AUTHENTICATION,
                check,
                "does not accept Integrated Windows authentication")
            .source(Source.Text.MS_OWA, Certainty.FOUND)
            .remedy(Edit.set(at, WINDOWS_AUTHENTICATION, true))
            .step(
                "Exchange System Manager > "
                    + at.host()
                    + " > Protocols > HTTP > Exchange Virtual Server > Exchange > Properties > Access > Authentication: tick Integrated Windows Authentication. What is set in IIS Manager is undone by DS2MB.")
            .departs());
  }

  private static Optional<Verdict> ssl(Part at) {
    return Optional.of(
        violated(
                at,
                REQUIRE_SSL,
                "ssl",
                "requires SSL, and Client Access servers come over plain HTTP")
            .source(Source.Text.KB817379, Certainty.FOUND)
            .remedy(Edit.set(at, REQUIRE_SSL, false))
            .step(
                "IIS Manager on "
                    + at.host()
                    + " > Default Web Site > Exchange > Properties > Directory Security > Secure communications > Edit: clear Require secure channel (SSL).")
            .departs());
  }

  private static Violation violated(Part at, Key<Boolean> key, String check, String message) {
    return GUIDELINE
        .violated(at.host().organization(), at, at.path().key(key.name()), ERROR, message)
        .check(check);
  }

  private static Holds is(Part part, Key<Boolean> key) {
    return Holds.of(part.get(key), on -> on);
  }

  private static Optional<Verdict> none() {
    return Optional.empty();
  }
}

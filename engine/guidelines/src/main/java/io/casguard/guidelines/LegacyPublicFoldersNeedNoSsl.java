package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.LEGACY_KEY;
import static io.casguard.topology.Vocabulary.LEGACY_PUBLIC;
import static io.casguard.topology.Vocabulary.PUBLIC_FOLDERS_ONLY;
import static io.casguard.topology.Vocabulary.REQUIRE_SSL;
import static io.casguard.topology.Vocabulary.USERS;

import io.casguard.topology.Certainty;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import java.util.stream.Stream;

/// A checker that finds public folders that the Availability service cannot read.
final class LegacyPublicFoldersNeedNoSsl implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-335")
          .says("While mailboxes are on Exchange 2003, /public of its servers requires no SSL.")
          .because(
              """
              Free and busy times of people on Exchange 2003, and of all who use Outlook 2003, stand in a public folder. The Availability service reads them from /public over plain HTTP.
              """)
          .source(
              Source.Text.EV4003,
              "/public required SSL: 403, and event MSExchange Availability 4003",
              Certainty.INFERRED)
          .source(
              Source.Text.AVAIL,
              "for a mailbox on Exchange 2003, Availability connects to /public over HTTP")
          .example(
              "/public as Setup leaves it, and a front end that requires SSL",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1: {version: 2003 SP2}
                OLD-PF1: {version: 2003 SP2, publicFoldersOnly: true, legacy: {public: {requireSsl: false}}}
                OLD-FE1: {version: 2003 SP2, roles: [FrontEnd], legacy: {public: {requireSsl: true}}}
              """)
          .example(
              "The public-folder server requires SSL",
              """
              sites: {seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}}
              servers:
                OLD-BE1: {version: 2003 SP2}
                OLD-PF1:
                  version: 2003 SP2
                  publicFoldersOnly: true
                  legacy:
                    public:
                      requireSsl: true  # CAP-335
              """)
          .reads(REQUIRE_SSL, PUBLIC_FOLDERS_ONLY)
          .consequence(
              "Free and busy times of people on Exchange 2003 are missing (hash marks), and the Client Access server logs MSExchange Availability 4003.")
          .verify(
              "Plan a meeting with somebody on Exchange 2003 in OWA: the times are shown, and event 4003 no longer appears.")
          .hits(Hits.EVERYBODY, Protocol.AVAILABILITY);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Holds mailboxes = BackEnds.exist(organization);
    return organization.servers().stream().flatMap(server -> tell(server, mailboxes));
  }

  private static Stream<Verdict> tell(Server server, Holds mailboxes) {
    Holds keeps = BackEnds.isLegacy(server).and(server.is(Role.FRONT_END).not());
    return switch (keeps) {
      case NO -> Stream.of();
      case UNSAID -> Stream.of(BackEnds.kindUnsaid(GUIDELINE, server));
      case YES -> Stream.of(tell(Part.of(server, LEGACY_KEY, LEGACY_PUBLIC), mailboxes));
    };
  }

  private static Verdict tell(Part at, Holds mailboxes) {
    Path path = at.path().key(REQUIRE_SSL.name());
    return switch (Holds.of(at.get(REQUIRE_SSL), on -> on)) {
      case NO -> GUIDELINE.conforms(at);
      case UNSAID ->
          GUIDELINE.notChecked(
              at,
              "whether "
                  + at
                  + " requires SSL is unsaid, and the shell of Exchange 2007 cannot show it",
              path);
      case YES ->
          mailboxes == Holds.YES
              ? departs(at, path).departs()
              : GUIDELINE.notChecked(
                  at,
                  "whether anybody has a mailbox on Exchange 2003, or uses Outlook 2003, is unsaid",
                  Path.SPEC.key(USERS.name()));
    };
  }

  private static Violation departs(Part at, Path path) {
    return GUIDELINE
        .violated(
            at.host().organization(),
            at,
            path,
            ERROR,
            "requires SSL, and the Availability service reads it over plain HTTP")
        .remedy(Edit.set(at, REQUIRE_SSL, false))
        .step(
            "IIS Manager on "
                + at.host()
                + " > Default Web Site > Public > Properties > Directory Security > Secure communications > Edit: clear Require secure channel (SSL).");
  }
}

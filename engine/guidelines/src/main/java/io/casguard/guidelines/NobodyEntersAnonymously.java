package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.RCAANON;
import static io.casguard.topology.Vocabulary.ANONYMOUS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds virtual directories that let anybody in.
final class NobodyEntersAnonymously implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-310")
          .says("OWA, ActiveSync and Web Services do not allow anonymous access.")
          .because(
              """
              A request that IIS lets in as anonymous is never asked who sends it; devices and Outlook then fail without being asked for a password.
              """)
          .source(RCAANON, "anonymous authentication must be disabled on the virtual directory")
          .example(
              "As Setup leaves it",
              """
              sites: {seattle: {servers: {SEA-CAS1: {owa: {anonymousAuthentication: false}}}}}
              """)
          .example(
              "The address book is no door to mailboxes",
              """
              sites: {seattle: {servers: {SEA-CAS1: {oab: {anonymousAuthentication: true}}}}}
              """)
          .example(
              "Three open doors",
              """
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      owa:
                        anonymousAuthentication: true  # CAP-310
                      activeSync:
                        anonymousAuthentication: true  # CAP-310
                      webServices:
                        anonymousAuthentication: true  # CAP-310
              """)
          .reads(ANONYMOUS_AUTHENTICATION)
          .consequence("Requests are let in without asking who sends them, and then fail.")
          .verify("Without credentials the answer is 401.")
          .hits(Hits.EVERYBODY, Protocol.OWA, Protocol.ACTIVE_SYNC, Protocol.EWS);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directory(
        GUIDELINE,
        organization,
        Set.of(DirectoryKind.OWA, DirectoryKind.ACTIVE_SYNC, DirectoryKind.WEB_SERVICES),
        NobodyEntersAnonymously::tell);
  }

  private static Verdict tell(Directory at) {
    return switch (Holds.of(at.get(ANONYMOUS_AUTHENTICATION), on -> on)) {
      case NO -> GUIDELINE.conforms(at);
      case UNSAID ->
          GUIDELINE.notChecked(
              at,
              "whether " + at + " allows anonymous access is unsaid",
              at.path().key(ANONYMOUS_AUTHENTICATION.name()));
      case YES ->
          GUIDELINE
              .violated(
                  at.host().organization(),
                  at,
                  at.path().key(ANONYMOUS_AUTHENTICATION.name()),
                  ERROR,
                  "allows anonymous access",
                  at.kind().protocol())
              .remedy(Edit.set(at, ANONYMOUS_AUTHENTICATION, false))
              .step("In IIS Manager, turn anonymous access off on " + at + ".")
              .departs();
    };
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.EXBPAOWA;
import static io.casguard.guidelines.Source.Text.RCA4034;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SSL;
import static io.casguard.topology.Vocabulary.REQUIRE_SSL;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedSsl;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds virtual directories that take passwords without SSL.
final class PasswordsTravelEncrypted implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-306")
          .says("OWA, ActiveSync and Web Services require SSL.")
          .because(
              """
              Without it passwords travel in clear. Setup requires SSL on all three. Where a device in front ends SSL for OWA, and says so in the publishing, OWA goes without.
              The offline address book of 2007 does without SSL by default; that is no fault.
              """)
          .source(EXBPAOWA, "the analyzer reads whether SSL is required on owa")
          .source(RCA4034, "where it is required, a client without gets 403.4")
          .example(
              "As Setup leaves it; the address book needs none",
              """
              sites: {seattle: {servers: {SEA-CAS1: {oab: {requireSsl: false}}}}}
              """)
          .example(
              "A device in front ends SSL for OWA",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa, requireSsl: false, sslOffloaded: true}}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], protocols: [owa], through: proxy, ssl: offload}
              """)
          .example(
              "Everything in clear",
              """
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      owa:
                        requireSsl: false  # CAP-306
                      activeSync:
                        requireSsl: false  # CAP-306
                      webServices:
                        requireSsl: false  # CAP-306
              """)
          .reads(REQUIRE_SSL, PUBLISHED_SSL, PUBLISHED_SERVERS, PUBLISHED_PROTOCOLS)
          .consequence("Passwords of people who come by http travel in clear.")
          .verify("http:// instead of https:// is answered 403.4.")
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
        PasswordsTravelEncrypted::tell);
  }

  private static Verdict tell(Directory at) {
    return switch (at.get(REQUIRE_SSL)) {
      case Known.Unsaid<Boolean>(Path what) ->
          GUIDELINE.notChecked(at, "whether " + at + " requires SSL is unsaid", what);
      case Known.Value<Boolean>(Boolean required) when required -> GUIDELINE.conforms(at);
      case Known.Value<Boolean> _, Known.Absent<Boolean> _ -> open(at);
    };
  }

  private static Verdict open(Directory at) {
    if (at.kind() == DirectoryKind.OWA && isOffloaded(at)) {
      return GUIDELINE.notApplicable(at, () -> "a device in front ends SSL");
    }
    return GUIDELINE
        .violated(
            at.host().organization(),
            at,
            at.path().key(REQUIRE_SSL.name()),
            WARNING,
            "does not require SSL",
            at.kind().protocol())
        .remedy(Edit.set(at, REQUIRE_SSL, true))
        .step("In IIS Manager, require a secure channel (SSL) on " + at + ".")
        .departs();
  }

  private static boolean isOffloaded(Directory owa) {
    return owa.host().organization().publishedNamesOf(owa.host()).stream()
        .filter(name -> name.passes(Protocol.OWA))
        .anyMatch(name -> name.get(PUBLISHED_SSL).equals(new Known.Value<>(PublishedSsl.OFFLOAD)));
  }
}

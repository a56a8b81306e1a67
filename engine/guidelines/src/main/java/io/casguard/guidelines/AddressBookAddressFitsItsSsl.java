package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.BOOKOAB;
import static io.casguard.guidelines.Source.Text.RCA4034;
import static io.casguard.topology.Vocabulary.INTERNAL_URL;
import static io.casguard.topology.Vocabulary.REQUIRE_SSL;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Url;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds address books that nobody inside can download.
final class AddressBookAddressFitsItsSsl implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-321")
          .says("Where the offline address book requires SSL, its internal URL is https.")
          .because(
              """
              Setup leaves the internal URL of the offline address book http, and SSL not required. Who requires SSL and leaves the address sends Outlook to an address that is answered 403.4.
              """)
          .source(
              BOOKOAB,
              "RequireSSL of the OAB directory is off by default; whoever turns it on changes the URL to https")
          .source(RCA4034, "http is answered 403.4 where SSL is required")
          .example(
              "As Setup leaves it: http, and SSL not required",
              """
              domain: example.com
              sites:
                leeds: {servers: {LEE-CAS1: {roles: [ClientAccess]}}}
              """)
          .example(
              "SSL required, and https",
              """
              domain: example.com
              sites:
                leeds: {servers: {LEE-CAS1: {oab: {requireSsl: true, internalUrl: https://lee-cas1.example.com/OAB}}}}
              """)
          .example(
              "There is no directory",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS2: {owa: {}, oab: null}
              """)
          .example(
              "Outlook is sent to http, and refused",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      oab:
                        requireSsl: true
                        internalUrl: http://lee-cas1.example.com/OAB  # CAP-321
              """)
          .reads(REQUIRE_SSL, INTERNAL_URL)
          .consequence(
              "Outlook inside downloads no offline address book from here: 403.4, shown as 0x8004010F.")
          .verify(
              "Open the https address with /oab.xml behind the book's folder, or let Outlook download the address book: no error.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.OAB);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directory(
        GUIDELINE, organization, Set.of(DirectoryKind.OAB), oab -> tell(organization, oab));
  }

  private static Verdict tell(Organization organization, Directory oab) {
    Holds required = Holds.of(oab.get(REQUIRE_SSL), on -> on);
    if (required == Holds.NO) {
      return GUIDELINE.conforms(oab);
    }
    return switch (oab.get(INTERNAL_URL)) {
      case Known.Absent<Url>() -> GUIDELINE.notApplicable(oab, () -> oab + " has no internal URL");
      case Known.Unsaid<Url>(Path what) ->
          GUIDELINE.notChecked(oab, "the internal URL of " + oab + " is unsaid", what);
      case Known.Value<Url>(Url url) -> {
        if (!url.scheme().equals("http")) {
          yield GUIDELINE.conforms(oab);
        }
        yield required == Holds.UNSAID
            ? GUIDELINE.notChecked(
                oab,
                "whether " + oab + " requires SSL is unsaid",
                oab.path().key(REQUIRE_SSL.name()))
            : departs(organization, oab, url).departs();
      }
    };
  }

  private static Violation departs(Organization organization, Directory oab, Url url) {
    Violation found =
        GUIDELINE.violated(
            organization,
            oab,
            oab.path().key(INTERNAL_URL.name()),
            ERROR,
            "requires SSL and has the internal URL " + url);
    return url.host()
        .map(
            host ->
                found.remedy(
                    Edit.set(
                        oab,
                        INTERNAL_URL,
                        new Url("https://" + host + DirectoryKind.OAB.urlPath()))))
        .orElse(found)
        .step(
            "See that the computers of the domain trust the certificate: the download does not ask, it fails.");
  }
}

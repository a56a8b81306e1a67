package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.GENIE;
import static io.casguard.guidelines.Source.Text.SETCAS;
import static io.casguard.topology.Vocabulary.FQDN;
import static io.casguard.topology.Vocabulary.SERVICE_INTERNAL_URI;

import io.casguard.topology.Directory;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Url;
import java.util.stream.Stream;

/// A checker that finds Client Access servers without a service connection point.
final class EveryServerIsFoundByAutodiscover implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-311")
          .says(
              "The service connection point of each Client Access server has an address: AutoDiscoverServiceInternalUri is not empty.")
          .because(
              """
              Outlook on a computer of the domain reads the service connection points from Active Directory and asks the address that stands there. A server without one is never asked; where all are without one, Outlook inside finds no free/busy, no offline address book and no out-of-office assistant.
              """)
          .source(
              SETCAS,
              "AutoDiscoverServiceInternalUri is the address of the Autodiscover service in the service connection point")
          .source(
              GENIE, "Outlook 2007 of a domain member looks for the service connection point first")
          .example(
              "Setup leaves the server's own name",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
              """)
          .example(
              "The name of an array",
              """
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {autodiscover: {serviceInternalUri: https://autodiscover.example.com/Autodiscover/Autodiscover.xml}}
              """)
          .example(
              "There is no Autodiscover at the server, and a Client Access server of 2010 is no business of this guideline",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {autodiscover: null, owa: {}}
                    LEE-CAS2: {version: 2010 SP3, roles: [ClientAccess], autodiscover: {serviceInternalUri: null}}
              """)
          .example(
              "One of two servers is never found",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-CAS2:
                      autodiscover:
                        serviceInternalUri: null  # CAP-311
              """)
          .example(
              "Nobody finds Autodiscover",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      autodiscover:
                        serviceInternalUri: null  # CAP-311
              """)
          .reads(SERVICE_INTERNAL_URI, FQDN)
          .consequence("Outlook inside never asks this server where its services are.")
          .verify(
              "Get-ClientAccessServer | fl Name,AutoDiscoverServiceInternalUri shows an address; Outlook's Test E-mail AutoConfiguration finds it by SCP.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.AUTODISCOVER);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    boolean nobody =
        ServiceConnectionPoints.known(organization, SERVICE_INTERNAL_URI)
            .allMatch(point -> point.get(SERVICE_INTERNAL_URI) instanceof Known.Absent<Url>);
    return ServiceConnectionPoints.each(
        GUIDELINE, organization, SERVICE_INTERNAL_URI, point -> tell(organization, point, nobody));
  }

  private static Verdict tell(Organization organization, Directory point, boolean nobody) {
    return switch (point.get(SERVICE_INTERNAL_URI)) {
      case Known.Value<Url> _ -> GUIDELINE.conforms(point);
      case Known.Unsaid<Url>(Path what) ->
          GUIDELINE.notChecked(
              point, "AutoDiscoverServiceInternalUri of " + point.host() + " is unsaid", what);
      case Known.Absent<Url>() -> empty(organization, point, nobody).departs();
    };
  }

  private static Violation empty(Organization organization, Directory point, boolean nobody) {
    Violation found =
        GUIDELINE
            .violated(
                organization,
                point,
                point.path().key(SERVICE_INTERNAL_URI.name()),
                nobody ? ERROR : WARNING,
                "has an empty AutoDiscoverServiceInternalUri"
                    + (nobody ? ", like every other server" : ""))
            .because(
                nobody
                    ? "Outlook inside finds Autodiscover at no service connection point: free/busy, offline address book and out-of-office assistant are missing."
                    : GUIDELINE.consequence());
    return ServiceConnectionPoints.ownAddress(point.host()) instanceof Known.Value<Url>(Url own)
        ? found.remedy(Edit.set(point, SERVICE_INTERNAL_URI, own))
        : found.step(
            "Set-ClientAccessServer '"
                + point.host().name()
                + "' -AutoDiscoverServiceInternalUri https://<full name of the server>/Autodiscover/Autodiscover.xml");
  }
}

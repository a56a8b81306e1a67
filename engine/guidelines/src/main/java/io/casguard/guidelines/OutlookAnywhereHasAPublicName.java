package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.OACERT;
import static io.casguard.guidelines.Source.Text.RCAEXPR;
import static io.casguard.topology.Vocabulary.ALTERNATIVE_NAMES;
import static io.casguard.topology.Vocabulary.EXTERNAL_HOSTNAME;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_ENABLED;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.SUBJECT;

import io.casguard.topology.Certificate;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Url;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds Outlook Anywhere under a name that Outlook outside cannot use.
final class OutlookAnywhereHasAPublicName implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-318")
          .says(
              "Outlook Anywhere has an external host name that exists on the Internet and that the certificate names.")
          .because(
              """
              Autodiscover gives the external host name to Outlook outside. Where there is none, its answer lacks the section for outside, EXPR; where it does not resolve outside, or is not in the certificate, Outlook cannot connect.
              """)
          .source(RCAEXPR, "the EXPR element is missing where Outlook Anywhere is not configured")
          .source(OACERT, "the name that Outlook connects to is one of the certificate")
          .example(
              "The published name, which the certificate names",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
                      certificate: {subject: mail.example.com, alternativeNames: [lee-cas1.example.com]}
              """)
          .example(
              "Not enabled, and an asterisk at the publisher",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-CAS2:
                      outlookAnywhere: {enabled: true, externalHostname: mail.example.com}
                      certificate: {subject: lee-cas2.example.com, alternativeNames: []}
              publishing:
                mail.example.com: {from: [internet], servers: [LEE-CAS2], through: isa, certificate: {subject: "*.example.com"}}
              """)
          .example(
              "No name",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: null  # CAP-318
              publishing:
                mail.example.com: {from: [internet], servers: [LEE-CAS1], certificate: {subject: mail.example.com}}
              """)
          .example(
              "A name of inside",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: lee-cas1.corp.local  # CAP-318
                    LEE-CAS2:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: inside.example.com  # CAP-318
              publishing:
                inside.example.com: {from: [intranet], servers: [LEE-CAS2]}
              """)
          .example(
              "A name that is not in the certificate",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: outlook.example.com  # CAP-318
                      certificate: {subject: mail.example.com, alternativeNames: [mail.example.com]}
              """)
          .reads(
              OUTLOOK_ANYWHERE_ENABLED,
              EXTERNAL_HOSTNAME,
              SUBJECT,
              ALTERNATIVE_NAMES,
              PUBLISHED_SERVERS,
              PUBLISHED_PROTOCOLS,
              PUBLISHED_FROM)
          .consequence("Outlook outside cannot connect.")
          .verify(
              "The Remote Connectivity Analyzer's Outlook Anywhere test succeeds with Autodiscover.")
          .hits(Hits.EVERYBODY, Protocol.OUTLOOK_ANYWHERE);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return OutlookAnywhere.each(GUIDELINE, organization, OutlookAnywhereHasAPublicName::tell);
  }

  private static Verdict tell(Part rpc) {
    return switch (rpc.get(EXTERNAL_HOSTNAME)) {
      case Known.Unsaid<String>(Path what) ->
          GUIDELINE.notChecked(rpc, "the external host name of " + rpc.host() + " is unsaid", what);
      case Known.Absent<String>() -> renamed(rpc, "empty", "has no external host name");
      case Known.Value<String>(String host) -> {
        Optional<PublishedName> name = rpc.host().organization().publishedNameOf(host);
        Holds outside =
            Holds.of(new Url("https://" + host).hasPublicName())
                .and(name.map(it -> it.isOpenTo(Network.INTERNET)).orElse(Holds.YES));
        yield switch (outside) {
          case YES -> certified(rpc, host);
          case NO ->
              renamed(
                  rpc,
                  "host",
                  "has the external host name " + host + ", which does not exist on the Internet");
          case UNSAID ->
              GUIDELINE.notChecked(
                  rpc,
                  "it is unsaid whether the Internet reaches " + host,
                  name.stream().map(it -> it.path().key(PUBLISHED_FROM.name())).toList());
        };
      }
    };
  }

  private static Verdict certified(Part rpc, String host) {
    return switch (Certificate.seenAt(host, rpc.host())) {
      case Known.Unsaid<Certificate>(Path what) ->
          GUIDELINE.notChecked(
              rpc, "the certificate that people see at " + host + " is unsaid", what);
      case Known.Absent<Certificate>() -> uncertified(rpc, host);
      case Known.Value<Certificate>(Certificate certificate) ->
          switch (certificate.covers(host)) {
            case YES -> GUIDELINE.conforms(rpc);
            case NO -> uncertified(rpc, host);
            case UNSAID ->
                GUIDELINE.notChecked(
                    rpc,
                    "the other names of the certificate that people see at " + host + " are unsaid",
                    certificate.path().key(ALTERNATIVE_NAMES.name()));
          };
    };
  }

  private static Verdict uncertified(Part rpc, String host) {
    return violated(
            rpc,
            "certificate",
            "has the external host name " + host + ", which the certificate does not name")
        .step(
            "Give "
                + rpc.host()
                + ", or what publishes it, a certificate whose subject is "
                + host
                + ": New-ExchangeCertificate, then Enable-ExchangeCertificate -Services IIS.")
        .departs();
  }

  private static Verdict renamed(Part rpc, String check, String message) {
    Violation found = violated(rpc, check, message);
    return OutlookAnywhere.hostnameFor(rpc.host())
        .map(name -> found.remedy(Edit.set(rpc, EXTERNAL_HOSTNAME, name)))
        .orElseGet(
            () ->
                found.step(
                    "Set-OutlookAnywhere '"
                        + rpc.host().name()
                        + "\\Rpc (Default Web Site)' -ExternalHostname <the name that the Internet knows>"))
        .departs();
  }

  private static Violation violated(Part rpc, String check, String message) {
    return GUIDELINE
        .violated(
            rpc.host().organization(),
            rpc,
            rpc.path().key(EXTERNAL_HOSTNAME.name()),
            ERROR,
            message)
        .check(check);
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.SETOA;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_ENABLED;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SSL;
import static io.casguard.topology.Vocabulary.PUBLISHING;
import static io.casguard.topology.Vocabulary.SSL_OFFLOADING;
import static io.casguard.topology.Vocabulary.THROUGH;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.PublishedSsl;
import io.casguard.topology.Publisher;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds SSL given up for an offloader that is not there.
final class OutlookAnywhereKeepsItsSsl implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-319")
          .says("SSLOffloading of Outlook Anywhere is on only where something in front ends SSL.")
          .because(
              """
              With SSLOffloading the server no longer requires SSL on /Rpc, because a device in front is to have ended it. Without such a device, passwords may cross the network in clear.
              """)
          .source(SETOA, "SSLOffloading clears Require SSL on the Rpc virtual directory")
          .example(
              "Off",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com, sslOffloading: false}}
                    LEE-CAS2: {roles: [ClientAccess]}
              """)
          .example(
              "On, behind an offloader",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1: {outlookAnywhere: {enabled: true, externalHostname: mail.example.com, sslOffloading: true}}
              publishing:
                mail.example.com: {from: [internet], servers: [LEE-CAS1], through: proxy, ssl: offload}
              """)
          .example(
              "On, and the publisher only passes SSL through",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: mail.example.com
                        sslOffloading: true  # CAP-319
              publishing:
                mail.example.com: {from: [internet], servers: [LEE-CAS1], through: proxy, ssl: tunnel}
              """)
          .example(
              "On, and nothing in front",
              """
              domain: example.com
              sites:
                leeds:
                  internetFacing: true
                  servers:
                    LEE-CAS1:
                      outlookAnywhere:
                        enabled: true
                        externalHostname: mail.example.com
                        sslOffloading: true  # CAP-319
              publishing:
                mail.example.com: {from: [internet], servers: [LEE-CAS1], through: none}
              """)
          .reads(
              OUTLOOK_ANYWHERE_ENABLED,
              SSL_OFFLOADING,
              PUBLISHED_SSL,
              THROUGH,
              PUBLISHED_SERVERS,
              PUBLISHED_PROTOCOLS)
          .consequence("The server takes passwords of Outlook Anywhere without SSL.")
          .verify(
              "Get-OutlookAnywhere | fl SSLOffloading is False; IIS requires SSL on /Rpc again.")
          .hits(Hits.EVERYBODY, Protocol.OUTLOOK_ANYWHERE);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return OutlookAnywhere.each(GUIDELINE, organization, OutlookAnywhereKeepsItsSsl::tell);
  }

  private static Verdict tell(Part rpc) {
    return switch (rpc.get(SSL_OFFLOADING)) {
      case Known.Unsaid<Boolean>(Path what) ->
          GUIDELINE.notChecked(rpc, "SSLOffloading of " + rpc.host() + " is unsaid", what);
      case Known.Absent<Boolean>() -> GUIDELINE.conforms(rpc);
      case Known.Value<Boolean>(Boolean on) -> on ? offloaded(rpc) : GUIDELINE.conforms(rpc);
    };
  }

  private static Verdict offloaded(Part rpc) {
    Organization organization = rpc.host().organization();
    List<PublishedName> names = OutlookAnywhere.namesOf(rpc.host());
    Holds inFront =
        organization.publishedNames().isEmpty()
            ? Holds.UNSAID
            : names.stream().map(OutlookAnywhereKeepsItsSsl::endsSsl).reduce(Holds.NO, Holds::or);
    return switch (inFront) {
      case YES -> GUIDELINE.conforms(rpc);
      case UNSAID ->
          GUIDELINE.notChecked(
              rpc,
              "it is unsaid what stands in front of " + rpc.host() + ", and whether it ends SSL",
              names.isEmpty()
                  ? List.of(Path.SPEC.key(PUBLISHING.name()))
                  : names.stream().map(name -> name.path().key(PUBLISHED_SSL.name())).toList());
      case NO ->
          GUIDELINE
              .violated(
                  organization,
                  rpc,
                  rpc.path().key(SSL_OFFLOADING.name()),
                  WARNING,
                  "has SSLOffloading on, and nothing that is declared in front of it ends SSL")
              .remedy(Edit.set(rpc, SSL_OFFLOADING, false))
              .departs();
    };
  }

  private static Holds endsSsl(PublishedName name) {
    Holds something = Holds.of(name.get(Vocabulary.THROUGH), it -> it != Publisher.NONE);
    Holds offloads = Holds.of(name.get(PUBLISHED_SSL), ssl -> ssl == PublishedSsl.OFFLOAD);
    return offloads == Holds.UNSAID && something == Holds.NO ? Holds.NO : offloads;
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.KB932605;
import static io.casguard.guidelines.Source.Text.POPX;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.topology.Vocabulary.ALLOW_CROSS_SITE_SESSIONS;
import static io.casguard.topology.Vocabulary.IMAP_ENABLED;
import static io.casguard.topology.Vocabulary.MAILBOX_SERVER;
import static io.casguard.topology.Vocabulary.MAIL_SERVICE_ENABLED;
import static io.casguard.topology.Vocabulary.POPULATION_FROM;
import static io.casguard.topology.Vocabulary.POP_ENABLED;
import static io.casguard.topology.Vocabulary.PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_NAME;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.X509_CERTIFICATE_NAME;

import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds people who use POP3 or IMAP4 and whose site does not offer it.
final class MailProtocolsAreOfferedInTheSite implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-206")
          .says(
              "Each site whose people use POP3 or IMAP4 from outside offers it at a server of its own, under a name of its own that is in its certificate.")
          .because(
              """
              POP3 and IMAP4 are not proxied between Client Access servers of Exchange 2007. A server opens mailboxes of its own site only, unless AllowCrossSiteSessions was set at it, so there is no common address: each site needs its own name, certificate and hole in the firewall.
              """)
          .source(
              SB,
              "Proxying does not work with POP3 or IMAP4 ... make sure your certificate, DNS, and firewall is configured to allow POP3 or IMAP4 connectivity to the CAS in that user’s specific site ... you cannot have 1 common URL.")
          .source(
              POPX,
              "event 1008: the user's mailbox is in another site; set AllowCrossSiteSessions to true, or connect to a server of the site")
          .source(KB932605, "a mailbox of Exchange 2003 is proxied by the protocol itself")
          .example(
              "The name of the site, in its certificate",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1: {owa: {}, pop3: {enabled: true, publishedName: pop.example.com, x509CertificateName: pop.example.com}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  servers:
                    LEE-CAS1: {owa: {}, pop3: {enabled: true, x509CertificateName: POP.leeds.example.com}}
                    LEE-MBX1: {roles: [Mailbox]}
              publishing:
                pop.leeds.example.com: {from: [internet], servers: [LEE-CAS1], protocols: [pop3]}
              users:
                - {name: leeds-sales, mailboxServer: LEE-MBX1, count: 40, protocols: {pop3: 12}}
              """)
          .example(
              "PopEnabled is on for everybody, which says nothing; people inside need no name, and some may not use it",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-MBX1: {roles: [Mailbox]}
              users:
                - {name: leeds-sales, mailboxServer: LEE-MBX1, count: 40, popEnabled: true, imapEnabled: true}
                - {name: leeds-office, mailboxServer: LEE-MBX1, count: 40, from: [leeds], protocols: {imap4: 3}}
                - {name: leeds-guests, mailboxServer: LEE-MBX1, count: 4, popEnabled: false, protocols: {pop3: 4}}
              """)
          .example(
              "Seattle opens mailboxes of other sites",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      settings: {allowCrossSiteSessions: {imap4: true, pop3: false}}
                      owa: {}
                      imap4: {enabled: true, publishedName: imap.example.com, x509CertificateName: imap.example.com}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-MBX1: {roles: [Mailbox]}
              users:
                - {name: leeds-sales, mailboxServer: LEE-MBX1, count: 40, protocols: {imap4: 12}}
              """)
          .example(
              "A mailbox of 2003 is proxied",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1: {owa: {}, pop3: {enabled: true, publishedName: pop.example.com, x509CertificateName: pop.example.com}}
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  servers:
                    LEE-BE1: {version: 2003 SP2}
              users:
                - {name: leeds-sales, mailboxServer: LEE-BE1, count: 40, protocols: {pop3: 12}}
              """)
          .example(
              "Used, and stopped",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      owa: {}
                      pop3:
                        enabled: false  # CAP-206
                        publishedName: pop.example.com
                        x509CertificateName: pop.example.com
                    LEE-MBX1: {roles: [Mailbox]}
              users:
                - {name: leeds-sales, mailboxServer: LEE-MBX1, count: 40, protocols: {pop3: 12}}
              """)
          .example(
              "Under another name than that of the certificate, and under none",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      owa: {}
                      imap4:
                        enabled: true
                        publishedName: imap.example.com
                        x509CertificateName: sea-cas1.example.com  # CAP-206
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  servers:
                    LEE-CAS1:
                      owa: {}
                      pop3:
                        enabled: true
                        publishedName: null  # CAP-206
                        x509CertificateName: pop.example.com
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .example(
              "One name for two sites",
              """
              domain: example.com
              sites:
                seattle:
                  servers:
                    SEA-CAS1:
                      owa: {}
                      pop3:
                        enabled: true
                        publishedName: pop.example.com  # CAP-206
                        x509CertificateName: pop.example.com
                    SEA-MBX1: {roles: [Mailbox]}
                leeds:
                  servers:
                    LEE-CAS1: {owa: {}, pop3: {enabled: true, publishedName: pop.example.com, x509CertificateName: pop.example.com}}
                    LEE-MBX1: {roles: [Mailbox]}
              """)
          .reads(
              MAIL_SERVICE_ENABLED,
              PUBLISHED_NAME,
              X509_CERTIFICATE_NAME,
              ALLOW_CROSS_SITE_SESSIONS,
              PROTOCOLS,
              PUBLISHED_PROTOCOLS,
              POPULATION_FROM,
              MAILBOX_SERVER,
              POP_ENABLED,
              IMAP_ENABLED,
              PUBLISHED_SERVERS,
              PUBLISHED_FROM)
          .consequence(
              "People of this site are refused: a server of another site answers their logon with event 1008, or there is nothing to connect to.")
          .verify(
              "From outside, log on at the name of the site by POP3 or IMAP4 with SSL: no certificate warning, no event 1008 at the server.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.POP3, Protocol.IMAP4);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Stream.concat(
        Each.serverOfNoKnownSite(GUIDELINE, organization),
        Stream.of(Protocol.POP3, Protocol.IMAP4)
            .flatMap(
                protocol -> {
                  MailService service = MailService.of(organization, protocol);
                  return organization.sites().stream().map(site -> tell(site, service));
                }));
  }

  private static Verdict tell(Site site, MailService service) {
    String title = service.protocol().title();
    Holds used = site.has2007(Role.MAILBOX).and(service.isUsedFromOutside(site));
    if (used == Holds.NO) {
      return GUIDELINE.notApplicable(
          site, () -> "nobody says that people of " + site + " use " + title + " from outside");
    }
    List<MailService.Offer> offers =
        site.clientAccessServers().stream()
            .map(server -> service.offer(site, server))
            .sorted(
                Comparator.comparingInt((MailService.Offer offer) -> offer.faults().size())
                    .thenComparingInt(offer -> offer.unsaid().size()))
            .toList();
    if (offers.stream().anyMatch(offer -> offer.faults().isEmpty() && offer.unsaid().isEmpty())) {
      return GUIDELINE.conforms(site);
    }
    Holds elsewhere = service.crossesInto(site);
    if (elsewhere == Holds.YES) {
      return GUIDELINE.notApplicable(
          site, () -> "a server of another site opens mailboxes of every site by " + title);
    }
    List<Path> open =
        Stream.of(
                service.unsaid(site).stream(),
                offers.stream()
                    .filter(offer -> offer.faults().isEmpty())
                    .flatMap(offer -> offer.unsaid().stream()))
            .flatMap(paths -> paths)
            .toList();
    return used == Holds.UNSAID || elsewhere == Holds.UNSAID || !open.isEmpty()
        ? GUIDELINE.notChecked(
            site,
            "it is unsaid whether, or how, " + site + " offers " + title,
            open.isEmpty() ? List.of(site.path()) : open)
        : departs(site, service, offers.stream().findFirst()).departs();
  }

  private static Violation departs(
      Site site, MailService service, Optional<MailService.Offer> best) {
    Protocol protocol = service.protocol();
    if (best.isEmpty()) {
      return GUIDELINE
          .violated(
              site.organization(),
              site,
              site.path(),
              ERROR,
              "has people who use " + protocol.title() + " and no Client Access server",
              protocol)
          .check(protocol.word())
          .step("Install a Client Access server in " + site + ", or move the mailboxes.");
    }
    List<MailService.Fault> faults = best.get().faults();
    Violation found =
        GUIDELINE
            .violated(
                site.organization(),
                site,
                faults.getFirst().at(),
                ERROR,
                String.join(
                    ", and ", faults.stream().map(MailService.Fault::text).distinct().toList()),
                protocol)
            .check(faults.getFirst().check());
    if (faults.stream().allMatch(fault -> fault.check().equals(MailService.CERTIFICATE))) {
      found =
          found.because(
              "Mail programs outside warn of the certificate of this site, or refuse it.");
    }
    if (faults.stream().noneMatch(fault -> fault.remedy().isEmpty())) {
      found = found.remedy(faults.stream().flatMap(fault -> fault.remedy().stream()).toList());
    }
    for (MailService.Fault fault : faults) {
      found = found.step(fault.step());
    }
    return found;
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Source.Text.RCAAUTH;
import static io.casguard.topology.Vocabulary.BASIC_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.CLIENT_CERT_AUTH;
import static io.casguard.topology.Vocabulary.DELEGATION;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.PUBLISHING;
import static io.casguard.topology.Vocabulary.THROUGH;

import io.casguard.topology.ClientCertAuth;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Site;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds Internet-facing ActiveSync directories that devices cannot log on to.
final class DevicesCanLogOn implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-308")
          .says(
              "ActiveSync of an Internet-facing site accepts Basic authentication or client certificates.")
          .because(
              """
              Devices know no other way to log on. A publisher in front that logs on for them, by NTLM or Kerberos, is the exception.
              """)
          .source(RCAAUTH, "a device needs Basic authentication")
          .example(
              "As Setup leaves it; inside sites are not entered",
              """
              sites:
                seattle: {internetFacing: true, servers: {SEA-CAS1: {activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}}}
                leeds: {internetFacing: false, servers: {LEE-CAS1: {activeSync: {basicAuthentication: false, windowsAuthentication: true}}}}
              """)
          .example(
              "Client certificates, or a publisher that logs on by Kerberos",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: null, activeSync: {basicAuthentication: false, clientCertAuth: Required}}
                    SEA-CAS2: {owa: null, activeSync: {basicAuthentication: false, windowsAuthentication: true}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS2], through: isa, delegation: kerberos}
              """)
          .example(
              "Neither",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: null
                      activeSync:
                        basicAuthentication: false  # CAP-308
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, delegation: basic}
              """)
          .reads(
              BASIC_AUTHENTICATION,
              CLIENT_CERT_AUTH,
              DELEGATION,
              THROUGH,
              PUBLISHED_SERVERS,
              PUBLISHED_PROTOCOLS,
              INTERNET_FACING)
          .consequence("Devices that enter here are refused.")
          .verify("A device synchronizes, or Test-ActiveSyncConnectivity succeeds.")
          .hits(Hits.EVERYBODY, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Each.directoryInSite(
        GUIDELINE, organization, DirectoryKind.ACTIVE_SYNC, DevicesCanLogOn::tell);
  }

  private static Verdict tell(Site site, Directory at) {
    Holds logsOn =
        Holds.of(at.get(BASIC_AUTHENTICATION), on -> on)
            .or(Holds.of(at.get(CLIENT_CERT_AUTH), it -> it != ClientCertAuth.IGNORE))
            .or(isDelegatedTo(at));
    if (logsOn == Holds.YES) {
      return GUIDELINE.conforms(at);
    }
    return Each.atInternetSite(GUIDELINE, site, at, () -> facing(site, at, logsOn));
  }

  private static Verdict facing(Site site, Directory at, Holds logsOn) {
    return logsOn == Holds.NO
        ? GUIDELINE
            .violated(
                site.organization(),
                at,
                at.path().key(BASIC_AUTHENTICATION.name()),
                ERROR,
                "accepts neither Basic nor client certificates, and devices enter here")
            .remedy(Edit.set(at, BASIC_AUTHENTICATION, true))
            .departs()
        : GUIDELINE.notChecked(
            at,
            "it is unsaid how devices log on to " + at,
            at.path().key(BASIC_AUTHENTICATION.name()),
            Path.SPEC.key(PUBLISHING.name()));
  }

  /// Where nothing is said of publishing at all, somebody may stand in front.
  private static Holds isDelegatedTo(Directory at) {
    Organization organization = at.host().organization();
    List<PublishedName> names = organization.publishedNamesOf(at.host(), Protocol.ACTIVE_SYNC);
    return organization.publishedNames().isEmpty()
        ? Holds.UNSAID
        : names.stream().map(PublishedName::logsOnIntegrated).reduce(Holds.NO, Holds::or);
  }
}

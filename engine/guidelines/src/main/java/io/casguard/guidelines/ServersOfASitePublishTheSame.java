package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.BB885049;
import static io.casguard.guidelines.Source.Text.RCA451;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.SITE_INTENT;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A checker that finds servers of one site that publish different addresses for one protocol.
final class ServersOfASitePublishTheSame implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-302")
          .says(
              "All Client Access servers of a site have the same external URL for OWA, and the same for ActiveSync, or none has one.")
          .because(
              """
              One server with an external URL is enough to make the site count as published. Which URL people get then depends on which server is found; and a server without one answers a device 451, although the mailbox is in its own site.
              A server that is kept for use from inside may go without.
              """)
          .source(RCA451, "451 also comes from a server of the same site that has no external URL")
          .source(BB885049, "people are redirected to the external URL of their site", INFERRED)
          .example(
              "Two servers behind one name, and a third site without any",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-CAS2: {owa: {externalUrl: https://mail.example.com/owa/}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "Two names for OWA, and ActiveSync at one of two published servers",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-CAS2:
                      owa:
                        externalUrl: https://mail2.example.com/owa  # CAP-302
                      activeSync:
                        externalUrl: null  # CAP-302
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1, SEA-CAS2]}
              """)
          .example(
              "Nobody said what is published",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: null, activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}}
                    SEA-CAS2:
                      owa: null
                      activeSync:
                        externalUrl: null  # CAP-302
              """)
          .example(
              "A server for people inside: worth knowing, no more",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                      webServices: {externalUrl: https://mail.example.com/EWS/Exchange.asmx}
                      oab: {externalUrl: https://mail.example.com/OAB}
                    SEA-INSIDE:
                      activeSync:
                        externalUrl: null  # CAP-302
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1]}
              """)
          .reads(EXTERNAL_URL, INTERNET_FACING, SITE_INTENT, PUBLISHED_SERVERS, PUBLISHED_PROTOCOLS)
          .consequence(
              "Which address people of this site are sent to depends on which server is found.")
          .verify(
              "Get-OwaVirtualDirectory and Get-ActiveSyncVirtualDirectory: ExternalUrl is the same at every server of the site.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.OWA, Protocol.ACTIVE_SYNC);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return Stream.concat(
            Each.serverOfNoKnownSite(GUIDELINE, organization),
            Stream.of(DirectoryKind.OWA, DirectoryKind.ACTIVE_SYNC)
                .flatMap(kind -> organization.sites().stream().flatMap(site -> tell(site, kind))))
        .distinct();
  }

  private static Stream<Verdict> tell(Site site, DirectoryKind kind) {
    List<Directory> all = site.directories(kind).toList();
    if (site.intended(kind.protocol()).isProxy()) {
      return all.stream()
          .map(
              at ->
                  GUIDELINE.notApplicable(at, () -> site + " is meant to be reached by proxying"));
    }
    Optional<Path> open = ExternalNames.unsaid(site, kind).findFirst();
    Optional<Url> common = common(all);
    return all.stream().map(at -> tell(site, at, common, open));
  }

  private static Verdict tell(Site site, Directory at, Optional<Url> common, Optional<Path> open) {
    Known<Url> own = at.get(EXTERNAL_URL);
    if (common.isPresent()
        && own instanceof Known.Value<Url>(Url mine)
        && !mine.sameAs(common.get())) {
      return departs(
              at,
              common.get(),
              WARNING,
              "publishes " + mine + ", and other servers of " + site + " publish " + common.get())
          .departs();
    }
    if (common.isPresent() && own instanceof Known.Absent<Url> && !hasAnother(at)) {
      Url url = common.get();
      return missing(site, at)
          .map(
              severity ->
                  departs(
                          at,
                          url,
                          severity,
                          "has no external URL, and other servers of " + site + " publish " + url)
                      .departs())
          .orElseGet(
              () ->
                  GUIDELINE.notApplicable(
                      at, () -> at.host() + " is not published: it is for people inside"));
    }
    return open.map(
            path -> GUIDELINE.notChecked(at, "an external URL of " + site + " is unsaid", path))
        .orElseGet(() -> GUIDELINE.conforms(at));
  }

  /// A server may have a second directory for people inside.
  private static boolean hasAnother(Directory at) {
    return at.host().publishes(at.kind()) == Holds.YES;
  }

  /// A server of the own site that a device reaches and that has no URL answers 451. One that
  /// nobody outside reaches may go without, which for OWA is worth no word.
  private static Optional<Severity> missing(Site site, Directory at) {
    Organization organization = site.organization();
    boolean entry =
        organization.publishedNamesOf(at.host()).stream()
            .anyMatch(name -> name.passes(at.kind().protocol()));
    boolean unsaid = organization.publishedNames().isEmpty();
    if (at.kind() == DirectoryKind.OWA) {
      return entry || unsaid ? Optional.of(WARNING) : Optional.empty();
    }
    if (entry) {
      return Optional.of(ERROR);
    }
    return Optional.of(unsaid && site.facing().isYes() ? WARNING : INFO);
  }

  private static Violation departs(Directory at, Url common, Severity severity, String message) {
    return GUIDELINE
        .violated(
            at.host().organization(),
            at,
            at.path().key(EXTERNAL_URL.name()),
            severity,
            message,
            at.kind().protocol())
        .because(
            at.kind() == DirectoryKind.OWA
                ? GUIDELINE.consequence()
                : "Devices that reach this server are answered HTTP 451 with the address of another one, although their mailbox is in this site.")
        .remedy(Edit.set(at, EXTERNAL_URL, common));
  }

  /// The URL that most servers have; of two as frequent ones the first by name of its server.
  private static Optional<Url> common(List<Directory> all) {
    List<Url> urls =
        all.stream().flatMap(at -> at.get(EXTERNAL_URL).toOptional().stream()).toList();
    if (urls.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> counts =
        urls.stream().collect(Collectors.groupingBy(Url::folded, Collectors.counting()));
    return urls.stream()
        .min(Comparator.comparing((Url url) -> counts.getOrDefault(url.folded(), 0L)).reversed());
  }
}

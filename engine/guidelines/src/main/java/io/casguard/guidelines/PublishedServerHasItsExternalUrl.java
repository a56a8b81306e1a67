package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.RCAURL;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.topology.Certainty.INFERRED;
import static io.casguard.topology.Vocabulary.ALTERNATIVE_NAMES;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_CERTIFICATE;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.SERVER_CERTIFICATE;
import static io.casguard.topology.Vocabulary.SUBJECT;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds published servers whose external URL is missing or cannot work outside.
final class PublishedServerHasItsExternalUrl implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-102")
          .says(
              "A Client Access server that is published on the Internet has its public name in its external URLs, and in the certificate that people see.")
          .because(
              """
              The external URL is what other servers and Autodiscover tell people outside. It is an absolute https address whose host resolves on the Internet and whose path is that of the directory.
              Outlook Web Access by proxy works without it, since the first server does not look at its own.
              """)
          .source(
              SA,
              "Only in the CAS which will be published on the internet you must set up the externalURL attribute with your external name")
          .source(
              RCAURL,
              "the external URL of ActiveSync is https://<host>/Microsoft-Server-ActiveSync")
          .example(
              "Seattle is published under its name; a slash at the end and capitals mean nothing",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://Mail.Example.com/owa/}
                      activeSync: {externalUrl: https://mail.example.com/Microsoft-Server-ActiveSync}
                      certificate: {subject: sea-cas1.example.com, alternativeNames: [mail.example.com, autodiscover.example.com]}
              """)
          .example(
              "The listener of ISA has the certificate, and one of two servers is for inside",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}
                    SEA-CAS2: {owa: {}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1], through: isa, certificate: {subject: "*.example.com"}}
              """)
          .example(
              "Nothing was set at the published server",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa:
                        externalUrl: null  # CAP-102
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS1]}
              """)
          .example(
              "Addresses that mean nothing outside",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      certificate: {subject: mail.example.com}
                      owa:
                        externalUrl: https://sea-cas1.corp.local/owa  # CAP-102
                      activeSync:
                        externalUrl: http://mail.example.com/Microsoft-Server-ActiveSync  # CAP-102
                      webServices:
                        externalUrl: https://mail.example.com/EWS  # CAP-102
                      oab:
                        externalUrl: https://oab.example.com/OAB  # CAP-102
              """)
          .reads(
              EXTERNAL_URL,
              INTERNET_FACING,
              PUBLISHED_FROM,
              PUBLISHED_SERVERS,
              PUBLISHED_PROTOCOLS,
              SUBJECT,
              ALTERNATIVE_NAMES)
          .consequence(
              "People outside are told no address of this server, or one that does not work there; Outlook Web Access by its typed name still works.")
          .verify(
              "From outside, the Remote Connectivity Analyzer reads this address from Autodiscover and reaches it without a certificate warning.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.OWA);

  private static final List<DirectoryKind> KINDS =
      List.of(
          DirectoryKind.ACTIVE_SYNC,
          DirectoryKind.OAB,
          DirectoryKind.OWA,
          DirectoryKind.WEB_SERVICES);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    boolean named =
        organization.publishedNames().stream()
            .anyMatch(name -> name.isOpenTo(Network.INTERNET) != Holds.NO);
    return Each.serverInSiteInDetail(
        GUIDELINE, organization, (site, server) -> tell(site, server, named));
  }

  private static List<Verdict> tell(Site site, Server server, boolean named) {
    if (site.facing().isStatedNo()) {
      return List.of(GUIDELINE.notApplicable(server, () -> site + " is not Internet-facing"));
    }
    if (!site.facing().isStatedYes()) {
      return List.of(
          GUIDELINE.notChecked(
              server,
              "whether "
                  + site
                  + " is Internet-facing is not stated, and must not be inferred from the URLs that are judged",
              site.path().key(INTERNET_FACING.name())));
    }
    if (named && isKeptInside(server)) {
      return List.of(GUIDELINE.notApplicable(server, () -> server + " is published under no name"));
    }
    return KINDS.stream()
        .flatMap(
            kind ->
                Each.directories(GUIDELINE, server, kind, PublishedServerHasItsExternalUrl::tell))
        .toList();
  }

  /// True where no name that is published to the Internet leads to the server.
  private static boolean isKeptInside(Server server) {
    return server.organization().publishedNamesOf(server).stream()
        .allMatch(name -> name.isOpenTo(Network.INTERNET) == Holds.NO);
  }

  private static Stream<Verdict> tell(List<Directory> all) {
    return all.stream().flatMap(at -> tell(at, all));
  }

  private static Stream<Verdict> tell(Directory at, List<Directory> all) {
    return switch (at.get(EXTERNAL_URL)) {
      case Known.Unsaid<Url>(Path what) ->
          Stream.of(GUIDELINE.notChecked(at, "the external URL of " + at + " is unsaid", what));
      case Known.Absent<Url>() ->
          at.kind() != DirectoryKind.OWA
                  || all.stream().anyMatch(it -> it.get(EXTERNAL_URL) instanceof Known.Value<Url>)
              ? Stream.of(
                  GUIDELINE.notApplicable(
                      at, () -> "an empty one here is no business of this guideline"))
              : Stream.of(empty(at.host(), at));
      case Known.Value<Url>(Url url) -> {
        List<Verdict> faults = faults(at, url);
        yield faults.isEmpty() ? Stream.of(certificate(at.host(), at, url)) : faults.stream();
      }
    };
  }

  private static Verdict empty(Server server, Directory owa) {
    Violation found = violated(owa, WARNING, "empty", "is published and has no external URL");
    return ExternalNames.of(owa)
        .map(url -> found.remedy(Edit.set(owa, EXTERNAL_URL, url)))
        .orElseGet(() -> found.step(ExternalNames.step(server, DirectoryKind.OWA)))
        .departs();
  }

  private static List<Verdict> faults(Directory at, Url url) {
    boolean absolute = url.host().isPresent() && (url.isHttps() || url.scheme().equals("http"));
    if (!absolute) {
      return List.of(
          repaired(
              at,
              url,
              violated(
                  at,
                  WARNING,
                  "scheme",
                  "has the external URL " + url + ", which is no absolute https address")));
    }
    List<Verdict> faults = new ArrayList<>();
    if (!url.isHttps()) {
      faults.add(
          repaired(
              at,
              url,
              violated(
                  at,
                  at.kind() == DirectoryKind.OAB ? INFO : WARNING,
                  "scheme",
                  "has the external URL " + url + ", which is not https")));
    }
    if (!url.hasPublicName()) {
      faults.add(
          violated(
                  at,
                  WARNING,
                  "host",
                  "has the external URL " + url + ", whose host does not exist on the Internet")
              .step("Put the public name of " + at.host() + " into the external URL.")
              .departs());
    }
    if (!hasItsPath(at, url)) {
      faults.add(
          repaired(
              at,
              url,
              violated(
                  at,
                  WARNING,
                  "path",
                  "has the external URL " + url + ", whose path is not " + at.kind().urlPath())));
    }
    return faults;
  }

  /// Devices are strict about the case of theirs.
  private static boolean hasItsPath(Directory at, Url url) {
    String right = at.kind().urlPath();
    return at.kind() == DirectoryKind.ACTIVE_SYNC
        ? url.path().equals(right)
        : url.path().equalsIgnoreCase(right);
  }

  private static Verdict repaired(Directory at, Url url, Violation found) {
    return url.host()
        .map(
            host ->
                found.remedy(
                    Edit.set(at, EXTERNAL_URL, new Url("https://" + host + at.kind().urlPath()))))
        .orElseGet(
            () ->
                found.step(
                    "Write the external URL of "
                        + at
                        + " as https://<public name>"
                        + at.kind().urlPath()
                        + "."))
        .departs();
  }

  /// The certificate is that of the published name's listener, else that of the server. Setup's own
  /// is not judged: nobody states that it is still there.
  private static Verdict certificate(Server server, Directory at, Url url) {
    String host = url.host().orElse("");
    Optional<PublishedName> name = server.organization().publishedNameOf(host);
    Known<Entity> listener =
        name.<Known<Entity>>map(it -> it.get(PUBLISHED_CERTIFICATE)).orElseGet(Known.Absent::new);
    Known<Entity> seen =
        listener instanceof Known.Value<Entity> ? listener : server.get(SERVER_CERTIFICATE);
    return switch (seen) {
      case Known.Value<Entity>(Entity stated) ->
          covers(stated, host)
              ? GUIDELINE.conforms(at)
              : violated(
                      at,
                      WARNING,
                      "certificate",
                      "has the external host " + host + ", which the certificate does not name")
                  .source(SA, INFERRED)
                  .step(
                      "Give "
                          + server
                          + " a certificate that names "
                          + host
                          + ": New-ExchangeCertificate, then Enable-ExchangeCertificate -Services IIS.")
                  .departs();
      case Known.Absent<Entity>() ->
          violated(
                  at,
                  WARNING,
                  "certificate",
                  "has the external host " + host + " and no certificate")
              .source(SA, INFERRED)
              .step("Give " + server + " a certificate that names " + host + ".")
              .departs();
      case Known.Unsaid<Entity>(Path what) ->
          GUIDELINE.notChecked(
              at, "the certificate that people see at " + host + " is unsaid", what);
    };
  }

  private static boolean covers(Entity certificate, String host) {
    String domain = host.contains(".") ? host.substring(host.indexOf('.')) : host;
    return Stream.concat(
            certificate.stated(SUBJECT).flatMap(Known::toOptional).stream(),
            certificate.stated(ALTERNATIVE_NAMES).flatMap(Known::toOptional).stream()
                .flatMap(names -> names.stream()))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.equals(host) || name.equals("*" + domain));
  }

  private static Violation violated(Directory at, Severity severity, String check, String message) {
    return GUIDELINE
        .violated(
            at.host().organization(),
            at,
            at.path().key(EXTERNAL_URL.name()),
            severity,
            message,
            at.kind().protocol())
        .check(check);
  }
}

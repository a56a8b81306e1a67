package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.KB940726;
import static io.casguard.guidelines.Source.Text.NONE_FOUND;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Vocabulary.FQDN;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.SERVICE_INTERNAL_URI;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.Optional;
import java.util.stream.Stream;

/// A checker that finds service connection points that lead astray.
final class AutodiscoverAddressIsOfTheSite implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-312")
          .says(
              "The address in the service connection point is https, and not that of a server of another site.")
          .because(
              """
              The service connection points are chosen by site, so that people ask a server nearby. An address that leads to another site sends them over the wide area network, one that is not https to a server that refuses it or asks for a certificate that does not fit.
              """)
          .source(NONE_FOUND, "the address is that of a server of the own site, by https", ASSUMED)
          .source(
              KB940726,
              "internal addresses and the service connection point bear the name that is in the certificate")
          .example(
              "The own name, and that of a neighbour in the site",
              """
              domain: example.com
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds:
                  servers:
                    LEE-CAS1: {roles: [ClientAccess]}
                    LEE-CAS2: {autodiscover: {serviceInternalUri: https://lee-cas1.example.com/autodiscover/autodiscover.xml}}
              """)
          .example(
              "A published name that answers inside, because the certificate bears it",
              """
              domain: example.com
              sites:
                seattle: {servers: {SEA-CAS1: {fqdn: mail.example.com, roles: [ClientAccess]}}}
                leeds:
                  servers:
                    LEE-CAS1: {autodiscover: {serviceInternalUri: https://mail.example.com/Autodiscover/Autodiscover.xml}}
              publishing:
                mail.example.com: {from: [internet, intranet], servers: [SEA-CAS1]}
              """)
          .example(
              "An empty one is the business of CAP-311",
              """
              domain: example.com
              sites:
                leeds: {servers: {LEE-CAS1: {autodiscover: {serviceInternalUri: null}}}}
              """)
          .example(
              "People of Leeds ask Seattle",
              """
              domain: example.com
              sites:
                seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
                leeds:
                  servers:
                    LEE-CAS1:
                      autodiscover:
                        serviceInternalUri: https://sea-cas1.example.com/Autodiscover/Autodiscover.xml  # CAP-312
              """)
          .example(
              "Not by https",
              """
              domain: example.com
              sites:
                leeds:
                  servers:
                    LEE-CAS1:
                      autodiscover:
                        serviceInternalUri: http://lee-cas1.example.com/Autodiscover/Autodiscover.xml  # CAP-312
              """)
          .reads(SERVICE_INTERNAL_URI, PUBLISHED_FROM, FQDN)
          .consequence(
              "Outlook inside asks a server of another site over the wide area network, or warns of a certificate.")
          .verify(
              "Outlook's Test E-mail AutoConfiguration shows under Log an https address of the site, without a certificate warning.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.AUTODISCOVER);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return ServiceConnectionPoints.each(
        GUIDELINE, organization, SERVICE_INTERNAL_URI, point -> tell(organization, point));
  }

  private static Verdict tell(Organization organization, Directory point) {
    return switch (point.get(SERVICE_INTERNAL_URI)) {
      case Known.Absent<Url>() ->
          GUIDELINE.notApplicable(point, () -> "an empty address is the business of CAP-311");
      case Known.Unsaid<Url>(Path what) ->
          GUIDELINE.notChecked(
              point, "AutoDiscoverServiceInternalUri of " + point.host() + " is unsaid", what);
      case Known.Value<Url>(Url url) ->
          url.isHttps() ? led(organization, point, url) : insecure(organization, point, url);
    };
  }

  private static Verdict insecure(Organization organization, Directory point, Url url) {
    Violation found =
        violated(organization, point, "is found at " + url + ", which is no https address")
            .check("scheme");
    Optional<Server> foreign = url.host().flatMap(host -> foreign(organization, point, host));
    return url.host()
        .filter(_ -> foreign.isEmpty())
        .map(
            host ->
                found.remedy(
                    Edit.set(
                        point,
                        SERVICE_INTERNAL_URI,
                        new Url("https://" + host + DirectoryKind.AUTODISCOVER.urlPath()))))
        .orElseGet(() -> repaired(found, point))
        .departs();
  }

  private static Verdict led(Organization organization, Directory point, Url url) {
    String host = url.host().orElse("");
    Holds inside =
        organization
            .publishedNameOf(host)
            .map(name -> name.isOpenTo(Network.INTRANET))
            .orElse(Holds.NO);
    Optional<Server> foreign = foreign(organization, point, host);
    if (inside == Holds.YES || foreign.isEmpty()) {
      return GUIDELINE.conforms(point);
    }
    Server server = foreign.get();
    Optional<Path> open = open(point, server, host, inside);
    return open.isPresent()
        ? GUIDELINE.notChecked(
            point, "it is unsaid whether " + host + " leads to another site", open.get())
        : repaired(
                violated(
                        organization,
                        point,
                        "is found at "
                            + url
                            + ", which is "
                            + server
                            + server.site().map(site -> " in " + site).orElse(""))
                    .check("foreign"),
                point)
            .departs();
  }

  /// The server of another site, known or perhaps, that a host is the name of.
  private static Optional<Server> foreign(Organization organization, Directory point, String host) {
    return Stream.concat(
            organization.serversAtHost(host).stream(),
            organization.serverNamed(host.split("\\.", 2)[0]).stream())
        .filter(server -> server.isNamed(host) != Holds.NO)
        .filter(server -> server != point.host())
        .filter(server -> !(server.location() instanceof Known.Absent<Site>))
        .filter(
            server ->
                server.site().isEmpty()
                    || point.site().isEmpty()
                    || server.site().get() != point.site().get())
        .findFirst();
  }

  /// What would have to be stated to know that the host leads to another site.
  private static Optional<Path> open(Directory point, Server foreign, String host, Holds inside) {
    if (inside == Holds.UNSAID) {
      return point
          .host()
          .organization()
          .publishedNameOf(host)
          .map(name -> name.path().key(PUBLISHED_FROM.name()));
    }
    if (foreign.isNamed(host) == Holds.UNSAID) {
      return Optional.of(foreign.path().key(Vocabulary.FQDN.name()));
    }
    return Stream.of(foreign, point.host())
        .filter(server -> server.site().isEmpty())
        .map(Server::path)
        .findFirst();
  }

  private static Violation violated(Organization organization, Directory point, String message) {
    return GUIDELINE.violated(
        organization, point, point.path().key(SERVICE_INTERNAL_URI.name()), WARNING, message);
  }

  private static Violation repaired(Violation found, Directory point) {
    return ServiceConnectionPoints.ownAddress(point.host()) instanceof Known.Value<Url>(Url own)
        ? found.remedy(Edit.set(point, SERVICE_INTERNAL_URI, own))
        : found.step(
            "Put the full name of "
                + point.host()
                + ", or a name that answers inside, into AutoDiscoverServiceInternalUri.");
  }
}

package io.casguard.guidelines;

import static io.casguard.topology.Vocabulary.CLIENT_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.EXTERNAL_HOSTNAME;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_ENABLED;
import static io.casguard.topology.Vocabulary.OUTLOOK_ANYWHERE_KEY;
import static io.casguard.topology.Vocabulary.PUBLISHED_SSL;
import static io.casguard.topology.Vocabulary.SSL_OFFLOADING;

import io.casguard.topology.Certificate;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.PublishedSsl;
import io.casguard.topology.RpcAuthentication;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the guidelines ask alike of Outlook Anywhere.
final class OutlookAnywhere {
  private OutlookAnywhere() {}

  /// Outlook Anywhere at every Exchange 2007 Client Access server where it is enabled.
  static Stream<Verdict> each(
      Guideline guideline, Organization organization, Function<Part, Verdict> tell) {
    return Each.server(
        guideline,
        organization,
        server -> {
          Part rpc = at(server);
          return switch (isEnabledAt(server)) {
            case YES -> tell.apply(rpc);
            case NO ->
                guideline.notApplicable(rpc, () -> "Outlook Anywhere is not enabled at " + server);
            case UNSAID ->
                guideline.notChecked(
                    rpc,
                    "whether Outlook Anywhere is enabled at " + server + " is unsaid",
                    enabledPath(server));
          };
        });
  }

  static Part at(Server server) {
    return Part.of(server, OUTLOOK_ANYWHERE_KEY);
  }

  static Holds isEnabledAt(Server server) {
    return Holds.of(server.get(OUTLOOK_ANYWHERE_KEY, OUTLOOK_ANYWHERE_ENABLED), on -> on);
  }

  /// Whether a server of the site offers it: one that is, or may be, a 2007 Client Access server.
  static Holds isEnabledIn(Site site) {
    return site.servers().stream()
        .map(server -> server.is2007ClientAccess().and(isEnabledAt(server)))
        .reduce(Holds.NO, Holds::or);
  }

  /// What would have to be stated to know whether a server of the site offers it.
  static List<Path> unsaidIn(Site site) {
    return site.servers().stream()
        .filter(server -> server.is2007ClientAccess().and(isEnabledAt(server)) == Holds.UNSAID)
        .map(OutlookAnywhere::enabledPath)
        .toList();
  }

  static Path enabledPath(Server server) {
    return at(server).path().key(OUTLOOK_ANYWHERE_ENABLED.name());
  }

  /// The names under which the Internet reaches it at a server.
  static List<PublishedName> namesOf(Server server) {
    return server.organization().publishedNamesOf(server, Protocol.OUTLOOK_ANYWHERE);
  }

  /// The name that Outlook outside can use at a server, where nothing said of its certificate
  /// speaks against it.
  static Optional<String> hostnameFor(Server server) {
    return namesOf(server).stream()
        .filter(name -> name.isOpenTo(Network.INTERNET) == Holds.YES)
        .map(PublishedName::name)
        .filter(name -> new Url("https://" + name).hasPublicName())
        .filter(name -> fits(name, server))
        .findFirst();
  }

  /// The statements that enable it at the site's first server that has a name on the Internet; none
  /// where there is none, or where one principal name for all would not fit another host.
  static Optional<List<Edit>> enabling(Site site) {
    boolean bound =
        OutlookProvider.expr(site.organization()).get(Vocabulary.CERT_PRINCIPAL_NAME)
            instanceof Known.Value<String>;
    return bound
        ? Optional.empty()
        : site.clientAccessServers().stream()
            .flatMap(server -> hostnameFor(server).map(name -> enabling(server, name)).stream())
            .findFirst();
  }

  /// What to do where the topology does not tell under which name.
  static String step(Site site) {
    return "Publish a server of "
        + site
        + " under a name of its own that is its certificate's subject, then: Enable-OutlookAnywhere -Server <server> -ExternalHostname <name> -ClientAuthenticationMethod Basic -SSLOffloading $false";
  }

  private static List<Edit> enabling(Server server, String name) {
    Part rpc = at(server);
    boolean offloaded =
        namesOf(server).stream()
            .anyMatch(
                it ->
                    Holds.of(it.get(PUBLISHED_SSL), ssl -> ssl == PublishedSsl.OFFLOAD)
                        == Holds.YES);
    return List.of(
        Edit.set(rpc, OUTLOOK_ANYWHERE_ENABLED, true),
        Edit.set(rpc, EXTERNAL_HOSTNAME, name),
        Edit.set(rpc, CLIENT_AUTHENTICATION, RpcAuthentication.BASIC),
        Edit.set(rpc, SSL_OFFLOADING, offloaded));
  }

  private static boolean fits(String name, Server server) {
    return switch (Certificate.seenAt(name, server)) {
      case Known.Unsaid<Certificate> _ -> true;
      case Known.Absent<Certificate>() -> false;
      case Known.Value<Certificate>(Certificate certificate) ->
          Holds.of(certificate.subject(), name::equalsIgnoreCase) == Holds.YES;
    };
  }
}

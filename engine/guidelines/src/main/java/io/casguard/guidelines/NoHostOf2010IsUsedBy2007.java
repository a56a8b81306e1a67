package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.PUBLISHED_FROM;
import static io.casguard.topology.Vocabulary.PUBLISHED_PROTOCOLS;
import static io.casguard.topology.Vocabulary.PUBLISHED_SERVERS;
import static io.casguard.topology.Vocabulary.ROLES;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A checker that finds external names that Exchange 2007 shares with Exchange 2010.
final class NoHostOf2010IsUsedBy2007 implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-327")
          .says("No external URL of an Exchange 2007 server has the host of one of Exchange 2010.")
          .because(
              """
              A Client Access server of Exchange 2010 never reads a mailbox of 2007: it sends people on to the external URL of 2007. Where that is its own name, they come back to it. Exchange 2007 needs a name of its own, like legacy.contoso.com.
              """)
          .source(
              Source.Text.BOOK10INT,
              "the servers of 2007 are published under a name of their own, legacy.contoso.com")
          .source(
              Source.Text.ZLOEBER,
              "an empty ExternalURL at the directories of 2007 makes 2010 proxy instead")
          .example(
              "2007 has moved to legacy.example.com",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1: {version: 2007 SP3, roles: [ClientAccess], owa: {externalUrl: https://legacy.example.com/owa}}
                    SEA-CAS10: {version: 2010 SP1, roles: [ClientAccess], owa: {externalUrl: https://mail.example.com/owa}}
              """)
          .example(
              "A site without external addresses is proxied to",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS10: {version: 2010 SP1, roles: [ClientAccess], owa: {externalUrl: https://mail.example.com/owa}}
                leeds:
                  internetFacing: false
                  servers:
                    LEE-CAS1: {roles: [ClientAccess], owa: {windowsAuthentication: true, formsAuthentication: false}}
              """)
          .example(
              "One name for both",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      version: 2007 SP3
                      roles: [ClientAccess]
                      owa:
                        externalUrl: https://mail.example.com/owa  # CAP-327
                    SEA-CAS10: {version: 2010 SP1, roles: [ClientAccess], owa: {externalUrl: https://mail.example.com/owa}}
              publishing:
                mail.example.com: {from: [internet], servers: [SEA-CAS10]}
                old.example.com: {from: [internet], servers: [SEA-CAS1]}
              """)
          .reads(EXTERNAL_URL, VERSION, ROLES)
          .reads(INTERNET_FACING, PUBLISHED_FROM, PUBLISHED_SERVERS, PUBLISHED_PROTOCOLS)
          .consequence(
              "People whose mailboxes are on Exchange 2007 are sent round in a circle from Exchange 2010, and their devices too.")
          .verify(
              "Open the shared name with a mailbox on Exchange 2007: Exchange 2010 sends to the other name, and the inbox opens there.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.OWA, Protocol.ACTIVE_SYNC);

  /// The hosts of Exchange 2010.
  ///
  /// @param beside whether there is, or may be, a server of 2010
  /// @param unsaid the first of them that is not said
  private record Hosts(Holds beside, Map<String, Server> owners, List<Path> unsaid) {}

  private static final Set<DirectoryKind> KINDS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(DirectoryKind.AUTODISCOVER)));

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    Hosts hosts = hosts(organization);
    return Each.directory(GUIDELINE, organization, KINDS, at -> tell(at, hosts));
  }

  private static Hosts hosts(Organization organization) {
    Map<String, Server> owners = new HashMap<>();
    List<Server> others =
        organization.servers().stream()
            .filter(server -> server.isAfter2007().and(server.is(Role.CLIENT_ACCESS)) != Holds.NO)
            .toList();
    others.stream()
        .filter(server -> server.isAfter2007() == Holds.YES)
        .flatMap(NoHostOf2010IsUsedBy2007::directories)
        .forEach(
            at ->
                at.get(EXTERNAL_URL)
                    .toOptional()
                    .flatMap(Url::host)
                    .ifPresent(host -> owners.putIfAbsent(host, at.host())));
    return new Hosts(
        others.isEmpty() ? Holds.NO : Holds.YES,
        owners,
        others.stream().flatMap(NoHostOf2010IsUsedBy2007::unsaid).limit(1).toList());
  }

  private static Stream<Directory> directories(Server server) {
    return KINDS.stream()
        .flatMap(kind -> server.directories(kind).toOptional().orElse(List.of()).stream());
  }

  private static Stream<Path> unsaid(Server server) {
    if (server.isAfter2007() == Holds.UNSAID || server.is(Role.CLIENT_ACCESS) == Holds.UNSAID) {
      return Each.unsaidKind(server, Role.CLIENT_ACCESS).stream();
    }
    return KINDS.stream()
        .filter(kind -> server.publishes(kind) == Holds.UNSAID)
        .map(kind -> server.path().key(kind.key()));
  }

  private static Verdict tell(Directory at, Hosts hosts) {
    if (hosts.beside() == Holds.NO) {
      return GUIDELINE.notApplicable(at, () -> "no Exchange 2010 server is beside it");
    }
    return switch (at.get(EXTERNAL_URL)) {
      case Known.Absent<Url>() -> GUIDELINE.conforms(at);
      case Known.Unsaid<Url>(Path what) ->
          GUIDELINE.notChecked(at, "the external URL of " + at + " is unsaid", what);
      case Known.Value<Url>(Url url) -> {
        String host = url.host().orElse("");
        Optional<Server> owner = Optional.ofNullable(hosts.owners().get(host));
        yield owner
            .map(other -> departs(at, host, other).departs())
            .orElseGet(
                () ->
                    hosts.unsaid().isEmpty()
                        ? GUIDELINE.conforms(at)
                        : GUIDELINE.notChecked(
                            at, "not every external URL of Exchange 2010 is said", hosts.unsaid()));
      }
    };
  }

  private static Violation departs(Directory at, String host, Server owner) {
    Optional<Url> own = ExternalNames.otherThan(host, at);
    boolean inside = at.site().filter(site -> site.facing().isStatedNo()).isPresent();
    Url fresh = own.orElseGet(() -> legacy(host, at));
    Stream<Directory> alike = at.site().stream().flatMap(site -> alike(site, at.kind(), host));
    return GUIDELINE
        .violated(
            at.host().organization(),
            at,
            at.path().key(EXTERNAL_URL.name()),
            ERROR,
            "has the external host " + host + ", which " + owner + " of Exchange 2010 has too",
            at.kind().protocol())
        .remedy(
            alike
                .map(
                    it -> inside ? Edit.clear(it, EXTERNAL_URL) : Edit.set(it, EXTERNAL_URL, fresh))
                .toList())
        .step(
            inside
                ? "Exchange 2010 then proxies to the site."
                : "Publish "
                    + fresh.host().orElse("")
                    + " in DNS and at the publisher, and put it into the certificate.");
  }

  /// The directories of the site that share the host: one address for all of them.
  private static Stream<Directory> alike(Site site, DirectoryKind kind, String host) {
    return site.directories(kind)
        .filter(
            it ->
                Holds.of(it.get(EXTERNAL_URL), url -> url.host().equals(Optional.of(host)))
                    == Holds.YES);
  }

  private static Url legacy(String host, Directory at) {
    String domain = host.contains(".") ? host.substring(host.indexOf('.')) : "";
    return new Url("https://legacy" + domain + at.kind().urlPath());
  }
}

package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.INFO;
import static io.casguard.guidelines.Source.Text.NONE_FOUND;
import static io.casguard.guidelines.Source.Text.SA;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Vocabulary.COST;
import static io.casguard.topology.Vocabulary.EXPORTED_AT;
import static io.casguard.topology.Vocabulary.REPLICATION_INTERVAL;
import static io.casguard.topology.Vocabulary.SERVER_WHEN_CHANGED;
import static io.casguard.topology.Vocabulary.VERSION;
import static io.casguard.topology.Vocabulary.WHEN_CHANGED;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import io.casguard.topology.Replication;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A checker that finds changes so fresh in an export that other sites may not know them yet.
final class ChangesHadTimeToReplicate implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-110")
          .says(
              "Before its result is judged, a change has had the time that Active Directory needs to replicate it to every site.")
          .because(
              """
              The first server reads the settings of the second from a domain controller of its own site. Until both sites' domain controllers agree, it proxies, redirects or refuses by what was stated before, and a shell that asks one domain controller shows what another does not know yet.
              """)
          .source(SA, "Give some time for Active Directory Replication")
          .source(
              NONE_FOUND,
              "inside a site a change needs up to three hops of about 15 seconds; it waits at each site link of the cheapest chain for one replication interval, 180 minutes unless set otherwise and never less than 15",
              ASSUMED)
          .example(
              "The last change was made on the evening before the export; zones are minded, and in Exchange 2003 nothing is looked at",
              """
              exportedAt: 2009-03-02T10:00:00Z
              sites:
                seattle: {servers: {SEA-MBX1: {roles: [Mailbox], whenChanged: "2009-03-02T09:30:00+09:00"}}}
                leeds:
                  servers:
                    LEE-CAS1:
                      roles: [ClientAccess]
                      whenChanged: 2009-03-01T18:00:00Z
                      owa: {whenChanged: 2009-03-01T18:00:00Z}
                      activeSync: {whenChanged: 2009-03-01T18:00:00Z}
                      webServices: {whenChanged: 2009-03-01T18:00:00Z}
                      autodiscover: null
                      oab: null
                      unifiedMessaging: null
              siteLinks:
                - {sites: [seattle, leeds]}
              servers:
                BE2003: {version: 2003 SP2, whenChanged: 2009-03-02T09:59:00Z}
              """)
          .example(
              "In the only site a minute is enough",
              """
              exportedAt: 2009-03-02T10:00:00Z
              sites:
                seattle: {servers: {SEA-MBX1: {roles: [Mailbox], whenChanged: 2009-03-02T09:59:00Z}}}
              """)
          .example(
              "A topology that is declared was exported at no time",
              """
              sites:
                seattle: {servers: {SEA-CAS1: {owa: {windowsAuthentication: true}}}}
                leeds: {servers: {LEE-MBX1: {}}}
              """)
          .example(
              "Outlook Web Access of Leeds was changed two hours before the export, and the link to Seattle opens every three hours",
              """
              exportedAt: 2009-03-02T10:00:00Z
              sites:
                seattle: {servers: {SEA-MBX1: {roles: [Mailbox], whenChanged: 2009-02-01T08:00:00Z}}}
                leeds:
                  servers:
                    LEE-CAS1:
                      roles: [ClientAccess]
                      whenChanged: 2009-02-01T08:00:00Z
                      owa:
                        whenChanged: 2009-03-02T08:00:00Z  # CAP-110
                      activeSync: null
                      webServices: null
                      autodiscover: null
                      oab: null
                      unifiedMessaging: null
              siteLinks:
                - {sites: [seattle, leeds], replicationInterval: 180m}
              """)
          .example(
              "An interval of five minutes is one of fifteen to Active Directory",
              """
              exportedAt: 2009-03-02T10:00:00Z
              sites:
                seattle: {servers: {SEA-MBX1: {roles: [Mailbox], whenChanged: 2009-02-01T08:00:00Z}}}
                leeds:
                  servers:
                    LEE-MBX1:
                      roles: [Mailbox]
                      whenChanged: 2009-03-02T09:50:00Z  # CAP-110
              siteLinks:
                - {sites: [seattle, leeds], replicationInterval: 5m}
              """)
          .example(
              "The cheapest way from Seattle to Leeds is the slow one, over York, which is half-way",
              """
              exportedAt: 2009-03-02T10:00:00Z
              sites:
                york: {servers: {YOR-MBX1: {roles: [Mailbox], whenChanged: 2009-03-02T06:30:00Z}}}
                leeds: {servers: {LEE-MBX1: {roles: [Mailbox], whenChanged: 2009-02-01T08:00:00Z}}}
                seattle:
                  servers:
                    SEA-MBX1:
                      roles: [Mailbox]
                      whenChanged: 2009-03-02T06:30:00Z  # CAP-110
              siteLinks:
                - {sites: [seattle, leeds], cost: 300, replicationInterval: 15m}
                - {sites: [seattle, york], cost: 100, replicationInterval: 180m}
                - {sites: [york, leeds], cost: 100, replicationInterval: 180m}
              """)
          .example(
              "A local time was written down as one of Greenwich",
              """
              exportedAt: 2009-03-02T10:00:00Z
              sites:
                seattle:
                  servers:
                    SEA-MBX1:
                      roles: [Mailbox]
                      whenChanged: 2009-03-02T11:00:00Z  # CAP-110
              """)
          .reads(EXPORTED_AT, SERVER_WHEN_CHANGED, WHEN_CHANGED, COST, REPLICATION_INTERVAL)
          .consequence(
              "For a while some servers act by the setting from before the change, and what is said of this export may be settled already.")
          .verify(
              "repadmin /showrepl names a success after the change for every partner, and an export from another domain controller shows the same values.")
          .hits(Hits.MAILBOXES_OF_THE_SITE, Protocol.OWA, Protocol.ACTIVE_SYNC, Protocol.EWS);

  /// An object of Active Directory and when it was last changed.
  private record Dated(Place place, Path path, Known<Instant> changed) {}

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    return switch (organization.get(EXPORTED_AT)) {
      case Known.Absent<Instant>() -> Stream.of(declared(organization));
      case Known.Unsaid<Instant>(Path what) ->
          Stream.of(
              isDeclared(organization)
                  ? declared(organization)
                  : GUIDELINE.notChecked(organization, "when the export was made is unsaid", what));
      case Known.Value<Instant>(Instant exported) -> {
        Replication replication = Replication.of(organization);
        yield organization.servers().stream()
            .flatMap(server -> tell(server, exported, replication));
      }
    };
  }

  private static Verdict declared(Organization organization) {
    return GUIDELINE.notApplicable(
        organization, () -> "the topology is declared, not exported from Active Directory");
  }

  /// An importer writes `defaults: none`; a time of change was taken from an export too.
  private static boolean isDeclared(Organization organization) {
    return organization.hasSetupDefaults()
        && organization.servers().stream().noneMatch(ChangesHadTimeToReplicate::isDated);
  }

  /// Whether a time of change is stated of a server or one of its virtual directories.
  private static boolean isDated(Server server) {
    if (server.get(SERVER_WHEN_CHANGED) instanceof Known.Value<Instant>) {
      return true;
    }
    for (DirectoryKind kind : DirectoryKind.values()) {
      for (Directory it : server.directories(kind).toOptional().orElse(List.of())) {
        if (it.get(WHEN_CHANGED) instanceof Known.Value<Instant>) {
          return true;
        }
      }
    }
    return false;
  }

  private static Stream<Verdict> tell(Server server, Instant exported, Replication replication) {
    return switch (server.is2007()) {
      case NO -> Stream.of();
      case UNSAID ->
          Stream.of(
              GUIDELINE.notChecked(
                  server,
                  "whether " + server + " is a 2007 server is unsaid",
                  server.path().key(VERSION.name())));
      case YES -> of2007(server, exported, replication);
    };
  }

  private static Stream<Verdict> of2007(Server server, Instant exported, Replication replication) {
    List<Verdict> departs = new ArrayList<>();
    List<Path> open = new ArrayList<>();
    for (Dated object : objects(server).toList()) {
      switch (object.changed()) {
        case Known.Absent<Instant>() -> {}
        case Known.Unsaid<Instant>(Path what) -> open.add(what);
        case Known.Value<Instant>(Instant changed) -> {
          Duration since = Duration.between(changed, exported);
          switch (isSettled(server, since, replication)) {
            case YES -> {}
            case NO -> departs.add(violated(object, since, replication).departs());
            case UNSAID -> open.add(whatIsMissing(server, replication));
          }
        }
      }
    }
    if (!open.isEmpty()) {
      departs.add(
          GUIDELINE.notChecked(
              server,
              "when "
                  + server
                  + " and its directories were changed, or how long replication from there takes, is unsaid",
              open));
    }
    return departs.isEmpty() ? Stream.of(GUIDELINE.conforms(server)) : departs.stream();
  }

  /// A server and its virtual directories, each an object of its own.
  private static Stream<Dated> objects(Server server) {
    Stream<Dated> itself =
        Stream.of(
            new Dated(
                server,
                server.path().key(SERVER_WHEN_CHANGED.name()),
                server.get(SERVER_WHEN_CHANGED)));
    return Stream.concat(
        itself, Stream.of(DirectoryKind.values()).flatMap(kind -> objects(server, kind)));
  }

  private static Stream<Dated> objects(Server server, DirectoryKind kind) {
    return switch (server.directories(kind)) {
      case Known.Absent<List<Directory>>() -> Stream.of();
      case Known.Unsaid<List<Directory>>(Path what) ->
          Stream.of(new Dated(server, what, new Known.Unsaid<>(what)));
      case Known.Value<List<Directory>>(List<Directory> all) ->
          all.stream()
              .map(it -> new Dated(it, it.path().key(WHEN_CHANGED.name()), it.get(WHEN_CHANGED)));
    };
  }

  /// Where the site is unsaid, a change of this minute is known nowhere else all the same.
  private static Holds isSettled(Server server, Duration since, Replication replication) {
    return switch (server.location()) {
      case Known.Value<Site>(Site site) -> replication.isKnownEverywhere(site, since);
      case Known.Absent<Site>(), Known.Unsaid<Site> _ ->
          since.compareTo(Replication.WITHIN_A_SITE) < 0 ? Holds.NO : Holds.UNSAID;
    };
  }

  private static Path whatIsMissing(Server server, Replication replication) {
    return server
        .site()
        .map(replication::toEverySite)
        .map(time -> time instanceof Known.Unsaid<Duration>(Path what) ? what : server.path())
        .orElseGet(server::path);
  }

  private static Violation violated(Dated object, Duration since, Replication replication) {
    Server server = object.place().server().orElseThrow();
    Violation found =
        GUIDELINE
            .violated(
                server.organization(),
                object.place(),
                object.path(),
                INFO,
                since.isNegative()
                    ? "was changed after the export was made, if both times are right"
                    : "was changed "
                        + words(since)
                        + " before the export; "
                        + worst(server, replication),
                object.place() instanceof Directory directory
                    ? new Protocol[] {directory.kind().protocol()}
                    : GUIDELINE.protocols().toArray(Protocol[]::new))
            .source(SA, ASSUMED);
    return since.isNegative()
        ? found
            .check("clock")
            .because(
                "Which of the two came first is not known, so nothing is known of replication.")
            .step(
                "Write both times with their offsets from UTC: the shell prints WhenChanged in the local time and the culture of its computer.")
        : found
            .step(
                "Let Active Directory replicate now, on a domain controller: repadmin /syncall /AdeP")
            .step(
                "Then export again, with -DomainController <a domain controller> on every Get- cmdlet, so that one of them answers all.");
  }

  private static String worst(Server server, Replication replication) {
    return server
        .site()
        .flatMap(site -> replication.toEverySite(site).toOptional())
        .map(time -> "it may take " + words(time) + " until every site knows")
        .orElse("no other domain controller may know yet");
  }

  /// Rounded up to minutes.
  private static String words(Duration time) {
    long minutes = time.plusSeconds(59).toMinutes();
    return minutes < 60
        ? minutes + " min"
        : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }
}

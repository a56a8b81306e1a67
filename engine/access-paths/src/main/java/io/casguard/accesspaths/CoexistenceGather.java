package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.CoexistenceFacts.Where;
import io.casguard.accesspaths.SiteDirectories.Candidate;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Gathers what the table of Exchange 2010 as the first server decides on, under one supposition.
final class CoexistenceGather {
  private static final SiteServers UNFIT = new SiteServers.Unfit();
  private static final External UNPUBLISHED = new External.Unpublished();

  private final Assumptions assumptions;
  private final Function<Site, SiteDirectories> sites;
  private final Server first;
  private final Server mailbox;
  private final Supposition supposition;
  private final TrailDraft trail;

  /// @param sites the directories of the protocol in a site
  CoexistenceGather(
      Assumptions assumptions,
      Function<Site, SiteDirectories> sites,
      Server first,
      Server mailbox,
      Walk walk) {
    this.assumptions = assumptions;
    this.sites = sites;
    this.first = first;
    this.mailbox = mailbox;
    this.supposition = walk.supposition();
    this.trail = walk.trail();
  }

  /// What a browser's request decides on.
  ///
  /// @param to2003 the published names that lead to Exchange 2003
  CoexistenceFacts browser(Where where, List<PublishedName> to2003) {
    return switch (where) {
      case Where.Nowhere() -> new CoexistenceFacts.Browser(where, UNFIT, UNPUBLISHED);
      case Where.OnLegacy _ -> new CoexistenceFacts.Browser(sentTo2003(to2003), UNFIT, UNPUBLISHED);
      case Where.Here() -> sentTo2007(where, serving());
      case Where.Elsewhere() -> browserElsewhere(where, serving());
    };
  }

  /// What a device's request decides on.
  CoexistenceFacts device(Where where, Optional<DeviceVersion> version) {
    ActiveSyncFacts.Device device =
        version.filter(it -> !ActiveSyncDevices.understands451(it)).isPresent()
            ? new ActiveSyncFacts.Device.Old()
            : new ActiveSyncFacts.Device.Current();
    return switch (where) {
      case Where.Nowhere(), Where.OnLegacy _ ->
          new CoexistenceFacts.Device(where, device, UNFIT, UNPUBLISHED);
      case Where.Here() -> {
        List<Candidate> servers = serving();
        List<Target> published =
            device instanceof ActiveSyncFacts.Device.Current
                ? Candidates.published(servers, supposition)
                : List.of();
        if (published.isEmpty()) {
          yield new CoexistenceFacts.Device(where, device, landing(servers), UNPUBLISHED);
        }
        chose(published);
        yield new CoexistenceFacts.Device(where, device, UNFIT, new External.Published(published));
      }
      case Where.Elsewhere() ->
          new CoexistenceFacts.Device(where, device, landing(serving()), UNPUBLISHED);
    };
  }

  /// Where the mailbox is; none where it is newer, or in another site and nobody said in which.
  Optional<Where> where() {
    return switch (Whereabouts.of(mailbox, first, supposition)) {
      case Whereabouts.Nowhere() -> {
        trail.restsOn(
            mailbox.name() + " holds no mailboxes",
            at(mailbox.path(), mailbox.name() + " is no mailbox server"));
        yield Optional.of(new Where.Nowhere());
      }
      case Whereabouts.OnLegacy() -> {
        trail.restsOn(
            "the mailbox is on " + mailbox.name() + ", Exchange 2003 or older",
            Wordings.release(mailbox));
        yield Optional.of(
            new Where.OnLegacy(
                mailbox.name(),
                mailbox
                    .fqdn()
                    .toOptional()
                    .map(fqdn -> new Url("http://" + fqdn + DirectoryKind.ACTIVE_SYNC.urlPath()))));
      }
      case Whereabouts.Here() -> {
        trail.restsOn(
            first.name() + " and the 2007 mailbox are in " + Wordings.siteOf(first),
            Wordings.place(first),
            Wordings.place(mailbox));
        yield Optional.of(new Where.Here());
      }
      case Whereabouts.Elsewhere(Known.Value<Site> _) -> {
        trail.restsOn(
            "the 2007 mailbox is in "
                + Wordings.siteOf(mailbox)
                + ", "
                + first.name()
                + " is in "
                + Wordings.siteOf(first),
            Wordings.place(mailbox),
            Wordings.place(first));
        yield Optional.of(new Where.Elsewhere());
      }
      case Whereabouts.Elsewhere _, Whereabouts.On2010(), Whereabouts.OnLater() -> Optional.empty();
    };
  }

  /// The ExternalURLs that are supposed to be there, though nobody said so, in another site than
  /// the first server's; no row says what a device gets where there is one.
  List<Path> addressesElsewhere(Where where) {
    return where instanceof Where.Elsewhere()
        ? serving().stream()
            .filter(candidate -> supposition.holds(candidate.externalUrl(), _ -> true))
            .map(candidate -> candidate.key(Vocabulary.EXTERNAL_URL.name()))
            .toList()
        : List.of();
  }

  private List<Candidate> serving() {
    return mailbox.site().map(sites).map(site -> Candidates.serving(site, supposition)).stream()
        .flatMap(List::stream)
        .toList();
  }

  private Where sentTo2003(List<PublishedName> to2003) {
    Optional<PublishedName> name = to2003.stream().findFirst();
    trail.restsOn(
        name.map(it -> it.name() + " leads to Exchange 2003")
            .orElse("no published name leads to Exchange 2003, and Exchange2003Url is unsaid"),
        at(
            name.map(PublishedName::path)
                .orElseGet(() -> Path.SPEC.key(Vocabulary.PUBLISHING.name())),
            "what leads to Exchange 2003"));
    return new Where.OnLegacy(
        name.flatMap(it -> it.servers().stream().filter(CoexistenceGather::isLegacy).findFirst())
            .orElse(mailbox)
            .name(),
        name.map(it -> new Url("https://" + it.name() + "/exchange")));
  }

  static boolean isLegacy(Server server) {
    return Holds.of(server.version(), Version::isLegacy) == Holds.YES;
  }

  /// An ExternalURL before an InternalURL, and of several one whose directory shows a form where
  /// the first server's does.
  private CoexistenceFacts sentTo2007(Where here, List<Candidate> servers) {
    List<Target> addresses = addresses(servers, Candidate::externalUrl);
    if (addresses.isEmpty()) {
      addresses = addresses(servers, Candidate::internalUrl);
    }
    if (addresses.isEmpty()) {
      trail.restsOn(
          "no 2007 Client Access server of " + Wordings.siteOf(first) + " has an address",
          at(mailbox.path(), "the servers of " + Wordings.siteOf(first)));
      return new CoexistenceFacts.Browser(here, UNFIT, UNPUBLISHED);
    }
    chose(addresses);
    return new CoexistenceFacts.Browser(here, UNFIT, new External.Published(addresses));
  }

  private List<Target> addresses(List<Candidate> servers, Function<Candidate, Known<Url>> address) {
    List<Candidate> having =
        servers.stream()
            .filter(candidate -> supposition.holds(address.apply(candidate), _ -> true))
            .toList();
    List<Candidate> matching =
        having.size() < 2 ? having : having.stream().filter(this::logsOnAlike).toList();
    return (matching.isEmpty() ? having : matching)
        .stream()
            .map(
                candidate ->
                    new Target(
                        candidate.server().name(),
                        address.apply(candidate).toOptional().orElseGet(Wordings::unsaid)))
            .toList();
  }

  private boolean logsOnAlike(Candidate candidate) {
    Holds mine =
        SiteDirectories.at(first, DirectoryKind.OWA).map(Directory::showsForm).orElse(Holds.UNSAID);
    Holds theirs = candidate.stated().map(Directory::showsForm).orElse(Holds.UNSAID);
    Path myForms =
        first.path().key(DirectoryKind.OWA.key()).key(Vocabulary.FORMS_AUTHENTICATION.name());
    return supposition.holds(mine, myForms)
        == supposition.holds(theirs, candidate.key(Vocabulary.FORMS_AUTHENTICATION.name()));
  }

  private CoexistenceFacts browserElsewhere(Where elsewhere, List<Candidate> servers) {
    List<Target> published = Candidates.published(servers, supposition);
    if (!published.isEmpty()) {
      chose(published);
      return new CoexistenceFacts.Browser(elsewhere, UNFIT, new External.Published(published));
    }
    return new CoexistenceFacts.Browser(
        elsewhere,
        fit(
            servers,
            candidate ->
                supposition.holds(
                    candidate.integrated(),
                    candidate.key(Vocabulary.WINDOWS_AUTHENTICATION.name()))),
        UNPUBLISHED);
  }

  private SiteServers landing(List<Candidate> servers) {
    ActiveSyncLanding landing = new ActiveSyncLanding(supposition, assumptions);
    return fit(
        servers, candidate -> landing.at(candidate.server(), candidate.stated()).integrated());
  }

  private SiteServers fit(List<Candidate> servers, Predicate<Candidate> letsIn) {
    if (servers.isEmpty()) {
      trail.restsOn(
          Wordings.siteOf(mailbox) + " has no 2007 Client Access server for this",
          at(mailbox.path(), "the servers of " + Wordings.siteOf(mailbox)));
      return new SiteServers.None();
    }
    List<Target> fit = new ArrayList<>();
    for (Candidate candidate : servers) {
      if (supposition.holds(candidate.internalUrl(), _ -> true) && letsIn.test(candidate)) {
        fit.add(
            new Target(
                candidate.server().name(),
                candidate.internalUrl().toOptional().orElseGet(Wordings::unsaid)));
      }
    }
    if (fit.isEmpty()) {
      trail.restsOn(
          Wordings.names(servers)
              + (servers.size() == 1 ? " lacks" : " lack")
              + " an InternalURL or Integrated authentication",
          servers.stream()
              .map(candidate -> at(candidate.directory(), candidate.server().name()))
              .toList());
      return UNFIT;
    }
    return new SiteServers.Fit(fit);
  }

  private void chose(List<Target> targets) {
    trail.choseAmong(Candidates.names(targets), assumptions);
    trail.restsOn(
        trail.text()
            + "; "
            + targets.getFirst().server()
            + " has the address "
            + targets.getFirst().url(),
        trail.because());
  }
}

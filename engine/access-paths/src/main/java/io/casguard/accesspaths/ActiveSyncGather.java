package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.ActiveSyncFacts.Device;
import io.casguard.accesspaths.ActiveSyncFacts.Own;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox;
import io.casguard.accesspaths.SiteDirectories.Candidate;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gathers what the Exchange ActiveSync table decides on, under one supposition, and notes each
/// clause that it passes.
///
/// A column is gathered only where the columns before it leave the matter open, so that nothing
/// irrelevant is ever called unsaid.
final class ActiveSyncGather {
  private static final Device CURRENT = new Device.Current();
  private static final Own UNPUBLISHED_ITSELF = new Own.Unpublished();
  private static final SiteServers UNFIT = new SiteServers.Unfit();
  private static final External UNPUBLISHED = new External.Unpublished();

  private final ActiveSyncSites sites;
  private final Assumptions assumptions;
  private final Optional<DeviceVersion> device;
  private final Server first;
  private final Server mailboxServer;
  private final Walk walk;
  private final Supposition supposition;
  private final TrailDraft trail;

  ActiveSyncGather(
      ActiveSyncSites sites,
      Assumptions assumptions,
      Request request,
      Walk walk,
      Server first,
      Server mailboxServer) {
    this.sites = sites;
    this.assumptions = assumptions;
    this.device = request.way().device();
    this.first = first;
    this.mailboxServer = mailboxServer;
    this.walk = walk;
    this.supposition = walk.supposition();
    this.trail = walk.trail();
  }

  /// The facts; none where the mailbox is in another site and nobody said in which.
  Optional<ActiveSyncFacts> gather() {
    return switch (Whereabouts.of(mailboxServer, first, supposition)) {
      case Whereabouts.Nowhere() -> {
        trail.restsOn(
            mailboxServer.name() + " holds no mailboxes",
            at(mailboxServer.path(), mailboxServer.name() + " is no mailbox server"));
        yield Optional.of(settled(new WhereMailbox.Nowhere()));
      }
      case Whereabouts.OnLegacy() -> Optional.of(onLegacy());
      case Whereabouts.On2010() -> Optional.of(on2010());
      case Whereabouts.OnLater() ->
          Optional.of(tooNew("is newer than any server that Exchange 2007 knows of"));
      case Whereabouts.Here() -> Optional.of(here());
      case Whereabouts.Elsewhere(Known<Site> site) -> elsewhere(site);
    };
  }

  private ActiveSyncFacts onLegacy() {
    boolean refused =
        supposition.holds(
            first.get(Vocabulary.SETTINGS_KEY, Vocabulary.BLOCK_LEGACY_MAILBOXES), on -> on);
    Path block =
        first
            .path()
            .key(Vocabulary.SETTINGS_KEY.name())
            .key(Vocabulary.BLOCK_LEGACY_MAILBOXES.name());
    String where = "the mailbox is on " + mailboxServer.name() + ", Exchange 2003 or older";
    if (refused) {
      trail.restsOn(
          where + ", and " + first.name() + " has BlockLegacyMailboxes set",
          Wordings.release(mailboxServer),
          at(block, "BlockLegacyMailboxes at " + first.name()));
      return settled(new WhereMailbox.OnRefusedLegacy());
    }
    trail.restsOn(where, Wordings.release(mailboxServer));
    Optional<Url> url =
        mailboxServer
            .fqdn()
            .toOptional()
            .map(fqdn -> new Url("http://" + fqdn + DirectoryKind.ACTIVE_SYNC.urlPath()));
    return settled(new WhereMailbox.OnLegacy(mailboxServer.name(), url));
  }

  private ActiveSyncFacts on2010() {
    boolean knowsOf2010 = supposition.holds(first.version(), version -> version.servicePack() >= 2);
    if (!knowsOf2010) {
      return tooNew("is an Exchange 2010 server, and " + first.name() + " is older than 2007 SP2");
    }
    boolean old = device.filter(version -> !ActiveSyncDevices.understands451(version)).isPresent();
    if (old) {
      trail.restsOn(
          "the mailbox is on an Exchange 2010 server, and the device speaks " + device.get(),
          Wordings.release(mailboxServer));
      return new ActiveSyncFacts(
          new WhereMailbox.OnNewer(), new Device.Old(), UNPUBLISHED_ITSELF, UNFIT, UNPUBLISHED);
    }
    if (device.isEmpty()) {
      trail.remark("a device that speaks less than 12.1 gets 403 in place of a 451 (A-3b)");
    }
    List<Target> published =
        Candidates.publishedOn2010(mailboxServer.site(), DirectoryKind.ACTIVE_SYNC, supposition);
    if (published.isEmpty()) {
      String none = "no ExternalURL of Exchange 2010 in " + Wordings.siteOf(mailboxServer);
      trail.restsOn(
          "the mailbox is on an Exchange 2010 server, and there is " + none,
          at(mailboxServer.path(), none));
    } else {
      trail.choseAmong(Candidates.names(published), assumptions);
      trail.restsOn(
          "the mailbox is on an Exchange 2010 server, and "
              + published.getFirst().server()
              + " publishes "
              + published.getFirst().url(),
          Wordings.release(mailboxServer),
          Wordings.release(first));
    }
    return new ActiveSyncFacts(
        new WhereMailbox.OnNewer(), CURRENT, UNPUBLISHED_ITSELF, UNFIT, external(published));
  }

  private ActiveSyncFacts tooNew(String why) {
    trail.restsOn(mailboxServer.name() + " " + why, Wordings.release(mailboxServer));
    return settled(new WhereMailbox.OnTooNew());
  }

  private ActiveSyncFacts here() {
    String together = "the mailbox and " + first.name() + " are in " + Wordings.siteOf(first);
    Evidence own =
        at(
            SiteDirectories.at(first, DirectoryKind.ACTIVE_SYNC)
                .map(directory -> directory.path())
                .orElseGet(() -> first.path().key(DirectoryKind.ACTIVE_SYNC.key()))
                .key(Vocabulary.EXTERNAL_URL.name()),
            "the ExternalURL of " + first.name());
    WhereMailbox here = new WhereMailbox.Here(first.name());
    if (Candidates.publishes(first, DirectoryKind.ACTIVE_SYNC, supposition)) {
      trail.restsOn(
          together + ", and " + first.name() + " has an ExternalURL",
          Wordings.place(mailboxServer),
          Wordings.place(first),
          own);
      return new ActiveSyncFacts(here, CURRENT, new Own.Published(), UNFIT, UNPUBLISHED);
    }
    // That the first server is among them does not matter: it has no ExternalURL.
    List<Target> published =
        first.site().map(site -> sites.published(site, walk)).orElse(List.of());
    if (published.isEmpty()) {
      trail.restsOn(
          together + ", and no other server there has an ExternalURL",
          Wordings.place(mailboxServer),
          Wordings.place(first));
    } else {
      trail.choseAmong(Candidates.names(published), assumptions);
      Target better = published.getFirst();
      trail.restsOn(
          together
              + "; "
              + first.name()
              + " has no ExternalURL, and "
              + better.server()
              + " publishes "
              + better.url(),
          own,
          Candidates.publishes(better, sites.at(first.site().orElseThrow()).candidates()));
    }
    return new ActiveSyncFacts(here, CURRENT, UNPUBLISHED_ITSELF, UNFIT, external(published));
  }

  private Optional<ActiveSyncFacts> elsewhere(Known<Site> site) {
    trail.passes(
        Clause.A_4,
        Wordings.apart(first, mailboxServer),
        Wordings.place(mailboxServer),
        Wordings.place(first));
    return site.toOptional().map(there -> elsewhere(there));
  }

  private ActiveSyncFacts elsewhere(Site site) {
    ActiveSyncSites.Found found = sites.found(site, walk, () -> found(site));
    if (found.external() instanceof External.Published(List<Target> published)) {
      trail.choseAmong(Candidates.names(published), assumptions);
    }
    return new ActiveSyncFacts(
        new WhereMailbox.Elsewhere(),
        CURRENT,
        UNPUBLISHED_ITSELF,
        found.servers(),
        found.external());
  }

  private ActiveSyncSites.Found found(Site site) {
    List<Candidate> servers = Candidates.serving(sites.at(site), supposition);
    List<Target> published = Candidates.published(servers, supposition);
    return new ActiveSyncSites.Found(servers(site, servers, published), external(published));
  }

  private SiteServers servers(Site site, List<Candidate> servers, List<Target> published) {
    if (servers.isEmpty()) {
      trail.restsOn(
          site + " has no 2007 Client Access server with an activeSync directory",
          at(site.path(), "the servers of " + site));
      return new SiteServers.None();
    }
    trail.passes(
        Clause.A_4E,
        site + " has " + Wordings.names(servers),
        servers.stream()
            .map(candidate -> at(candidate.server().path(), "a Client Access server"))
            .toArray(Evidence[]::new));
    if (!published.isEmpty()) {
      Target better = published.getFirst();
      trail.restsOn(
          better.server() + " publishes " + better.url(), Candidates.publishes(better, servers));
      return UNFIT;
    }
    trail.passes(
        Clause.A_4B,
        "no server of " + site + " has an ExternalURL",
        servers.stream()
            .map(
                candidate ->
                    at(
                        candidate.key(Vocabulary.EXTERNAL_URL.name()),
                        candidate.server().name() + " has no ExternalURL"))
            .toArray(Evidence[]::new));
    return fit(servers);
  }

  private SiteServers fit(List<Candidate> servers) {
    ActiveSyncLanding landing = new ActiveSyncLanding(supposition, assumptions);
    List<Target> fit = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    List<Evidence> because = new ArrayList<>();
    for (Candidate candidate : servers) {
      if (!supposition.holds(candidate.internalUrl(), _ -> true)) {
        String lacks = candidate.server().name() + " has no InternalURL";
        lacking.add(lacks);
        because.add(at(candidate.key(Vocabulary.INTERNAL_URL.name()), lacks));
        continue;
      }
      ActiveSyncLanding.Finding found = landing.at(candidate.server(), candidate.stated());
      if (found.integrated()) {
        trail.passes(found.clause(), found.text(), found.because());
        fit.add(
            new Target(
                candidate.server().name(),
                candidate.internalUrl().toOptional().orElseGet(Wordings::unsaid)));
      } else {
        lacking.add(found.text() + " (" + found.clause() + ")");
        because.add(found.because());
      }
    }
    trail.restsOn(String.join("; ", lacking), because);
    return fit.isEmpty() ? UNFIT : new SiteServers.Fit(fit);
  }

  private static External external(List<Target> published) {
    return published.isEmpty() ? UNPUBLISHED : new External.Published(published);
  }

  private static ActiveSyncFacts settled(WhereMailbox mailbox) {
    return new ActiveSyncFacts(mailbox, CURRENT, UNPUBLISHED_ITSELF, UNFIT, UNPUBLISHED);
  }
}

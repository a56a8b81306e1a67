package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.AvailabilityFacts.Servers;
import io.casguard.accesspaths.AvailabilityFacts.Servers.Fit;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Availability: specification 2.4. The mailbox is that of the person who is asked about.
///
/// Other forests are not simulated.
final class AvailabilityProcedure implements AtServer {
  private static final Servers NONE = new Servers.None();

  private final Proxying proxying;
  private final WebServiceSites sites;
  private final List<Server> publicFolderServers;
  private final SettledOnce<Site, Servers> settled = new SettledOnce<>();

  AvailabilityProcedure(Organization organization, Proxying proxying, WebServiceSites sites) {
    this.proxying = proxying;
    this.sites = sites;
    this.publicFolderServers =
        organization.servers().stream()
            .filter(AvailabilityProcedure::keepsOnlyPublicFolders)
            .sorted(Comparator.comparing(server -> server.name().toLowerCase(Locale.ROOT)))
            .toList();
  }

  private static boolean keepsOnlyPublicFolders(Server server) {
    return Holds.of(server.version(), Version::isLegacy) == Holds.YES
        && Holds.of(server.get(Vocabulary.PUBLIC_FOLDERS_ONLY), only -> only) == Holds.YES;
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, AvailabilityFailures.NO_MAILBOX);
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    Ending ending = answered(first, mailbox, walk);
    return ending.outcome() instanceof Outcome.Fail
        ? ending.remarking(
            "only the free/busy times of people at "
                + mailbox.name()
                + " are missing; the rest of the request succeeds (V-3)")
        : ending;
  }

  private Ending answered(Server first, Server mailbox, Walk walk) {
    TrailDraft trail = walk.trail();
    return switch (Whereabouts.of(mailbox, first, walk.supposition())) {
      case Whereabouts.Nowhere() ->
          trail.end(decided(new WhereMailbox.Nowhere(), Wordings.noMailboxes(mailbox), trail));
      case Whereabouts.OnLegacy() -> publicFolder(first, mailbox, walk);
      case Whereabouts.On2010(), Whereabouts.OnLater() ->
          trail.end(decided(new WhereMailbox.OnNewer(), Wordings.runs(mailbox), trail));
      case Whereabouts.Here() -> {
        trail.restsOn(
            Wordings.together(first, mailbox), Wordings.place(mailbox), Wordings.place(first));
        yield trail.end(
            AvailabilityTable.decide(
                new AvailabilityFacts(new WhereMailbox.Here(first.name()), NONE)));
      }
      case Whereabouts.Elsewhere(Known<Site> site) ->
          elsewhere(first, mailbox, site.toOptional(), walk);
    };
  }

  private static Decision decided(WhereMailbox mailbox, Evidence why, TrailDraft trail) {
    trail.restsOn(why.text(), why);
    return AvailabilityTable.decide(new AvailabilityFacts(mailbox, NONE));
  }

  private Ending elsewhere(Server first, Server mailbox, Optional<Site> site, Walk walk) {
    TrailDraft trail = walk.trail();
    trail.passes(
        Clause.V_1, Wordings.apart(first, mailbox), Wordings.place(mailbox), Wordings.place(first));
    if (site.isEmpty()) {
      return trail.end(
          Decision.by(Clause.V_1, new Outcome.Undetermined(List.of(mailbox.path()))),
          "the site of " + mailbox.name() + " is unsaid",
          at(mailbox.path(), "the site is unsaid"));
    }
    Servers servers = servers(first, mailbox, site.get(), walk);
    Decision decision =
        AvailabilityTable.decide(new AvailabilityFacts(new WhereMailbox.Elsewhere(), servers));
    return servers instanceof Fit(List<Target> targets)
        ? proxying.proxied(AvailabilityHop.LEG, targets, first, mailbox, walk)
        : trail.end(decision);
  }

  private Servers servers(Server first, Server mailbox, Site site, Walk walk) {
    return settled.find(
        site,
        walk,
        () -> {
          List<SecondServer> all = sites.serversOf(site, first, mailbox, walk.supposition());
          WebServiceSites.found(site, all, Clause.V_2A, walk.trail());
          return all.isEmpty()
              ? NONE
              : Sieve.sift(all, AvailabilityHop.CHOICE, Fit::new, walk.trail());
        });
  }

  /// Read at a server that is kept for public folders alone where there is one, else at the
  /// mailbox's own.
  private Ending publicFolder(Server first, Server mailbox, Walk walk) {
    TrailDraft trail = walk.trail();
    Server keeper = publicFolderServers.stream().findFirst().orElse(mailbox);
    trail.passes(
        Clause.V_1E,
        keeper.name()
            + (keeper.equals(mailbox) ? " holds the mailbox" : " is kept for public folders"),
        at(keeper.path(), keeper.name()));
    return new LegacyHop(walk.supposition(), first, keeper, Vocabulary.LEGACY_PUBLIC)
        .refusal(AvailabilityHop.PUBLIC_FOLDER_CHECKS, trail)
        .orElseGet(
            () -> {
              Decision lookup =
                  AvailabilityTable.decide(
                      new AvailabilityFacts(new WhereMailbox.OnLegacy(), NONE));
              return trail.end(
                  lookup,
                  "the free/busy times are read from /public of " + keeper.name(),
                  Wordings.runs(mailbox),
                  at(
                      keeper
                          .path()
                          .key(Vocabulary.LEGACY_KEY.name())
                          .key(Vocabulary.LEGACY_PUBLIC.name())
                          .key(Vocabulary.REQUIRE_SSL.name()),
                      "/public of " + keeper.name() + " does not require SSL"));
            });
  }
}

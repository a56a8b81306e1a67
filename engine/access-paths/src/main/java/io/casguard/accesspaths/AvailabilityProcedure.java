package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.AvailabilityFacts.Servers;
import io.casguard.accesspaths.AvailabilityFacts.Servers.Fit;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
        && server.is(Role.FRONT_END) != Holds.YES
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
    AvailabilityFacts facts =
        switch (Whereabouts.of(mailbox, first, walk.supposition())) {
          case Whereabouts.Nowhere() ->
              alone(new WhereMailbox.Nowhere(), WebServiceText.nowhere(mailbox), trail);
          case Whereabouts.OnLegacy() ->
              alone(new WhereMailbox.OnLegacy(), WebServiceText.runs(mailbox), trail);
          case Whereabouts.On2010(), Whereabouts.OnLater() ->
              alone(new WhereMailbox.OnNewer(), WebServiceText.runs(mailbox), trail);
          case Whereabouts.Here() -> {
            trail.restsOn(
                WebServiceText.together(first, mailbox),
                WebServiceText.place(mailbox),
                WebServiceText.place(first));
            yield new AvailabilityFacts(new WhereMailbox.Here(first.name()), NONE);
          }
          case Whereabouts.Elsewhere(Known<Site> site) -> {
            trail.passes(
                Clause.V_1,
                WebServiceText.apart(first, mailbox),
                WebServiceText.place(mailbox),
                WebServiceText.place(first));
            yield new AvailabilityFacts(
                new WhereMailbox.Elsewhere(),
                site.toOptional().map(it -> servers(first, mailbox, it, walk)).orElse(NONE));
          }
        };
    if (facts.mailbox() instanceof WhereMailbox.Elsewhere && mailbox.site().isEmpty()) {
      return trail.end(
          Decision.by(Clause.V_1, new Outcome.Undetermined(List.of(mailbox.path()))),
          "the site of " + mailbox.name() + " is unsaid",
          at(mailbox.path(), "the site is unsaid"));
    }
    Decision decision = AvailabilityTable.decide(facts);
    if (facts.mailbox() instanceof WhereMailbox.OnLegacy) {
      return publicFolder(decision, first, mailbox, walk);
    }
    return facts.servers() instanceof Fit(List<Target> targets)
        ? proxying.proxied(AvailabilityHop.LEG, targets, first, mailbox, walk)
        : trail.end(decision);
  }

  private static AvailabilityFacts alone(WhereMailbox mailbox, Evidence why, TrailDraft trail) {
    trail.restsOn(why.text(), why);
    return new AvailabilityFacts(mailbox, NONE);
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
  private Ending publicFolder(Decision decision, Server first, Server mailbox, Walk walk) {
    Server keeper = publicFolderServers.stream().findFirst().orElse(mailbox);
    walk.trail()
        .passes(
            Clause.V_1E,
            keeper.name()
                + (keeper.equals(mailbox) ? " holds the mailbox" : " is kept for public folders"),
            at(keeper.path(), keeper.name()));
    return new LegacyHop(walk.supposition(), first, keeper, Vocabulary.LEGACY_PUBLIC)
        .refusal(AvailabilityHop.PUBLIC_FOLDER_CHECKS, walk.trail())
        .orElseGet(
            () ->
                walk.trail()
                    .end(
                        decision,
                        "the free/busy times are read from /public of " + keeper.name(),
                        WebServiceText.runs(mailbox),
                        at(
                            keeper
                                .path()
                                .key(Vocabulary.LEGACY_KEY.name())
                                .key(Vocabulary.LEGACY_PUBLIC.name())
                                .key(Vocabulary.REQUIRE_SSL.name()),
                            "/public of " + keeper.name() + " does not require SSL")));
  }
}

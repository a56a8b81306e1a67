package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.EwsFacts.FirstServer;
import io.casguard.accesspaths.EwsFacts.Servers;
import io.casguard.accesspaths.EwsFacts.Servers.Fit;
import io.casguard.accesspaths.EwsFacts.WhereMailbox;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import java.util.List;
import java.util.Optional;

/// Exchange Web Services: specification 2.3.
final class EwsProcedure implements AtServer {
  private static final Servers NONE = new Servers.None();
  private static final FirstServer PROXIES = new FirstServer.Proxying();

  private final Names names;
  private final Proxying proxying;
  private final WebServiceSites sites;
  private final SettledOnce<Key, Servers> settled = new SettledOnce<>();

  /// What the choice of a second server depends on.
  private record Key(Server first, Site site, Optional<Version> mailboxVersion) {}

  EwsProcedure(Names names, Proxying proxying, WebServiceSites sites) {
    this.names = names;
    this.proxying = proxying;
    this.sites = sites;
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, EwsFailures.NO_MAILBOX);
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    TrailDraft trail = walk.trail();
    return switch (Whereabouts.of(mailbox, first, walk.supposition())) {
      case Whereabouts.Nowhere() ->
          decided(new WhereMailbox.Nowhere(), Wordings.noMailboxes(mailbox), trail);
      case Whereabouts.OnLegacy() ->
          decided(new WhereMailbox.OnLegacy(), Wordings.runs(mailbox), trail);
      case Whereabouts.On2010(), Whereabouts.OnLater() ->
          decided(new WhereMailbox.OnNewer(), Wordings.runs(mailbox), trail);
      case Whereabouts.Here() -> {
        trail.restsOn(
            Wordings.together(first, mailbox), Wordings.place(mailbox), Wordings.place(first));
        yield trail.end(
            EwsTable.decide(new EwsFacts(new WhereMailbox.Here(first.name()), PROXIES, NONE)));
      }
      case Whereabouts.Elsewhere(Known<Site> site) ->
          elsewhere(first, mailbox, site.toOptional(), request, walk);
    };
  }

  private static Ending decided(WhereMailbox mailbox, Evidence why, TrailDraft trail) {
    trail.restsOn(why.text(), why);
    return trail.end(EwsTable.decide(new EwsFacts(mailbox, PROXIES, NONE)));
  }

  private Ending elsewhere(
      Server first, Server mailbox, Optional<Site> site, Request request, Walk walk) {
    TrailDraft trail = walk.trail();
    trail.passes(
        Clause.W_1, Wordings.apart(first, mailbox), Wordings.place(mailbox), Wordings.place(first));
    WhereMailbox elsewhere = new WhereMailbox.Elsewhere();
    if (!walk.supposition().holds(first.version(), version -> version.servicePack() >= 1)) {
      Evidence version = Wordings.runs(first);
      trail.restsOn(version.text() + ", and Web Services are proxied from SP1 on", version);
      return trail.end(
          EwsTable.decide(new EwsFacts(elsewhere, new FirstServer.FirstReleased(), NONE)));
    }
    if (site.isEmpty()) {
      return trail.end(
          Decision.by(Clause.W_3H, new Outcome.Undetermined(List.of(mailbox.path()))),
          "the site of " + mailbox.name() + " is unsaid",
          at(mailbox.path(), "the site is unsaid"));
    }
    Servers servers = servers(first, mailbox, site.get(), walk);
    Decision decision = EwsTable.decide(new EwsFacts(elsewhere, PROXIES, servers));
    return servers instanceof Fit(List<Target> targets)
        ? remarked(proxying.proxied(EwsHop.LEG, targets, first, mailbox, walk), request)
        : trail.end(decision);
  }

  private Servers servers(Server first, Server mailbox, Site site, Walk walk) {
    return settled.find(
        new Key(first, site, mailbox.version().toOptional()),
        walk,
        () -> {
          List<SecondServer> all = sites.serversOf(site, first, mailbox, walk.supposition());
          WebServiceSites.found(site, all, Clause.W_3B, walk.trail());
          return all.isEmpty() ? NONE : Sieve.sift(all, EwsHop.CHOICE, Fit::new, walk.trail());
        });
  }

  private Ending remarked(Ending ending, Request request) {
    if (!(ending.outcome() instanceof Outcome.Proxy(String server, Url url))) {
      return ending;
    }
    Ending told =
        request.from() == Network.INTRANET
            ? ending.remarking(
                "calls from inside should not be proxied: let Autodiscover name "
                    + server
                    + " to the clients (W-5)")
            : ending;
    return url.host().flatMap(names::published).filter(EwsProcedure::isArray).isPresent()
        ? told.remarking(
            url.host().orElseThrow()
                + " is several servers: calls for a subscription may get to another one than"
                + " holds it, which ends in ErrorProxiedSubscriptionCallFailure;"
                + " InternalNLBBypassUrl names the server itself (W-3j)")
        : told;
  }

  private static boolean isArray(PublishedName name) {
    return name.servers().size() > 1;
  }
}

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
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;

/// Exchange Web Services: specification 2.3.
final class EwsProcedure implements AtServer {
  private static final Servers NONE = new Servers.None();

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
    Whereabouts where = Whereabouts.of(mailbox, first, walk.supposition());
    FirstServer proxies =
        where instanceof Whereabouts.Elsewhere
            ? firstServer(first, mailbox, walk)
            : new FirstServer.Proxying();
    if (where instanceof Whereabouts.Elsewhere(Known.Unsaid<Site> site)
        && proxies instanceof FirstServer.Proxying) {
      return walk.trail()
          .end(
              Decision.by(Clause.W_3H, new Outcome.Undetermined(List.of(site.what()))),
              "the site of " + mailbox.name() + " is unsaid",
              at(site.what(), "the site is unsaid"));
    }
    EwsFacts facts =
        switch (where) {
          case Whereabouts.Nowhere() ->
              settledBy(new WhereMailbox.Nowhere(), WebServiceText.nowhere(mailbox), walk);
          case Whereabouts.OnLegacy() ->
              settledBy(new WhereMailbox.OnLegacy(), WebServiceText.runs(mailbox), walk);
          case Whereabouts.On2010(), Whereabouts.OnLater() ->
              settledBy(new WhereMailbox.OnNewer(), WebServiceText.runs(mailbox), walk);
          case Whereabouts.Here() -> here(first, mailbox, walk);
          case Whereabouts.Elsewhere(Known<Site> site) ->
              new EwsFacts(
                  new WhereMailbox.Elsewhere(),
                  proxies,
                  proxies instanceof FirstServer.Proxying
                      ? site.toOptional().map(it -> servers(first, mailbox, it, walk)).orElse(NONE)
                      : NONE);
        };
    Decision decision = EwsTable.decide(facts);
    return facts.servers() instanceof Fit(List<Target> targets)
        ? remarked(proxying.proxied(EwsHop.LEG, targets, first, mailbox, walk), request)
        : walk.trail().end(decision);
  }

  private static EwsFacts settledBy(WhereMailbox mailbox, Evidence why, Walk walk) {
    walk.trail().restsOn(why.text(), why);
    return new EwsFacts(mailbox, new FirstServer.Proxying(), NONE);
  }

  private static EwsFacts here(Server first, Server mailbox, Walk walk) {
    walk.trail()
        .restsOn(
            WebServiceText.together(first, mailbox),
            WebServiceText.place(mailbox),
            WebServiceText.place(first));
    return new EwsFacts(new WhereMailbox.Here(first.name()), new FirstServer.Proxying(), NONE);
  }

  private static FirstServer firstServer(Server first, Server mailbox, Walk walk) {
    walk.trail()
        .passes(
            Clause.W_1,
            WebServiceText.apart(first, mailbox),
            WebServiceText.place(mailbox),
            WebServiceText.place(first));
    if (walk.supposition().holds(first.version(), version -> version.servicePack() >= 1)) {
      return new FirstServer.Proxying();
    }
    Evidence version = WebServiceText.runs(first);
    walk.trail().restsOn(version.text() + ", and Web Services are proxied from SP1 on", version);
    return new FirstServer.FirstReleased();
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
    return name.get(Vocabulary.PUBLISHED_SERVERS)
        .toOptional()
        .filter(all -> all.size() > 1)
        .isPresent();
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.OwaFacts.Preference;
import io.casguard.accesspaths.OwaFacts.RequestPath;
import io.casguard.accesspaths.OwaFacts.WhereMailbox;
import io.casguard.accesspaths.SiteDirectories.Candidate;
import io.casguard.topology.Directory;
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

/// Gathers what the Outlook Web Access table decides on, under one supposition, and notes each
/// clause that it passes.
///
/// A column is gathered only where the columns before it leave the matter open, so that nothing
/// irrelevant is ever called unsaid.
final class OwaGather {
  private static final External UNPUBLISHED = new External.Unpublished();
  private static final Preference REDIRECT = new Preference.Redirect();
  private static final SiteServers UNFIT = new SiteServers.Unfit();

  private final OwaSites sites;
  private final Assumptions assumptions;
  private final Server first;
  private final Server mailboxServer;
  private final RequestPath path;
  private final Walk walk;
  private final Supposition supposition;
  private final TrailDraft trail;

  OwaGather(
      OwaSites sites,
      Assumptions assumptions,
      Request request,
      Walk walk,
      Server first,
      Server mailboxServer) {
    this.sites = sites;
    this.assumptions = assumptions;
    this.first = first;
    this.mailboxServer = mailboxServer;
    this.path = path(request.path());
    this.walk = walk;
    this.supposition = walk.supposition();
    this.trail = walk.trail();
  }

  private static RequestPath path(String asked) {
    boolean legacy = asked.startsWith("/exchange") || asked.startsWith("/public");
    return legacy ? new RequestPath.Legacy() : new RequestPath.Owa();
  }

  /// The facts; none where the mailbox is in another site and nobody said in which.
  Optional<OwaFacts> gather() {
    return switch (Whereabouts.of(mailboxServer, first, supposition)) {
      case Whereabouts.Nowhere() -> Optional.of(nowhere());
      case Whereabouts.OnLegacy() -> Optional.of(onLegacy());
      case Whereabouts.On2010() -> Optional.of(on2010());
      case Whereabouts.OnLater() ->
          Optional.of(tooNew("is newer than any server that Exchange 2007 knows of"));
      case Whereabouts.Here() -> {
        leavesLegacyPath();
        yield Optional.of(here());
      }
      case Whereabouts.Elsewhere(Known<Site> site) -> {
        leavesLegacyPath();
        yield elsewhere(site);
      }
    };
  }

  private OwaFacts nowhere() {
    trail.restsOn(
        mailboxServer.name() + " holds no mailboxes",
        at(mailboxServer.path(), mailboxServer.name() + " is no mailbox server"));
    return settled(new WhereMailbox.Nowhere());
  }

  private OwaFacts onLegacy() {
    trail.restsOn(
        "the mailbox is on " + mailboxServer.name() + ", Exchange 2003 or older",
        Wordings.release(mailboxServer));
    Optional<Url> url =
        mailboxServer.fqdn().toOptional().map(fqdn -> new Url("http://" + fqdn + "/exchange"));
    return settled(new WhereMailbox.OnLegacy(mailboxServer.name(), url));
  }

  private OwaFacts on2010() {
    boolean knowsOf2010 = supposition.holds(first.version(), version -> version.servicePack() >= 2);
    if (!knowsOf2010 || assumptions.take(Answer.NO_LINK_TO_2010)) {
      return tooNew(
          knowsOf2010
              ? "is an Exchange 2010 server"
              : "is an Exchange 2010 server, and " + first.name() + " is older than 2007 SP2");
    }
    List<Target> published =
        Candidates.publishedOn2010(mailboxServer.site(), DirectoryKind.OWA, supposition);
    if (published.isEmpty()) {
      trail.restsOn(
          "the mailbox is on an Exchange 2010 server, and no 2010 Client Access server of "
              + Wordings.siteOf(mailboxServer)
              + " has an ExternalURL",
          at(
              mailboxServer.path(),
              "no ExternalURL of Exchange 2010 in " + Wordings.siteOf(mailboxServer)));
      return new OwaFacts(new WhereMailbox.OnNewer(), path, UNFIT, UNPUBLISHED, REDIRECT);
    }
    trail.choseAmong(Candidates.names(published), assumptions);
    trail.restsOn(
        "the mailbox is on an Exchange 2010 server, and "
            + published.getFirst().server()
            + " publishes "
            + published.getFirst().url(),
        Wordings.release(mailboxServer),
        Wordings.release(first));
    return new OwaFacts(
        new WhereMailbox.OnNewer(), path, UNFIT, new External.Published(published), REDIRECT);
  }

  private OwaFacts tooNew(String why) {
    trail.restsOn(mailboxServer.name() + " " + why, Wordings.release(mailboxServer));
    return settled(new WhereMailbox.OnTooNew());
  }

  private void leavesLegacyPath() {
    if (path instanceof RequestPath.Legacy) {
      trail.passes(
          Clause.O_5A,
          "the browser is sent to /owa on the same host",
          at(mailboxServer.path(), "the mailbox is on Exchange 2007"));
      trail.remark(
          "a WebDAV client such as Entourage is not sent to /owa; what becomes of it is an open"
              + " question (Q12)");
    }
  }

  private Optional<OwaFacts> elsewhere(Known<Site> site) {
    trail.passes(
        Clause.O_5,
        Wordings.apart(first, mailboxServer),
        Wordings.place(mailboxServer),
        Wordings.place(first));
    return site.toOptional().map(there -> elsewhere(there));
  }

  private OwaFacts here() {
    if (!Candidates.isNotOlder(first, mailboxServer, supposition)) {
      trail.restsOn(
          first.name()
              + " runs "
              + Wordings.version(first)
              + ", "
              + mailboxServer.name()
              + " runs "
              + Wordings.version(mailboxServer),
          Wordings.release(first),
          Wordings.release(mailboxServer));
      return settled(new WhereMailbox.HereButNewer());
    }
    trail.restsOn(
        "the mailbox and " + first.name() + " are in " + Wordings.siteOf(first),
        Wordings.place(mailboxServer),
        Wordings.place(first));
    return settled(new WhereMailbox.Here(first.name()));
  }

  private OwaFacts elsewhere(Site site) {
    boolean looksOutside =
        assumptions.take(Answer.OWN_EXTERNAL_URL_NOT_CONSULTED) || publishesItself();
    OwaSites.Found found = sites.found(site, looksOutside, walk, () -> found(site, looksOutside));
    Preference preference =
        found.external() instanceof External.Published(List<Target> published)
            ? sentOn(published, sites.at(site).candidates())
            : REDIRECT;
    return new OwaFacts(
        new WhereMailbox.Elsewhere(), path, found.servers(), found.external(), preference);
  }

  private OwaSites.Found found(Site site, boolean looksOutside) {
    List<Candidate> servers = Candidates.serving(sites.at(site), supposition);
    if (servers.isEmpty()) {
      trail.restsOn(
          site + " has no 2007 Client Access server with an owa directory",
          at(site.path(), "the servers of " + site));
      return new OwaSites.Found(new SiteServers.None(), UNPUBLISHED);
    }
    trail.passes(
        Clause.O_6,
        site + " has " + Wordings.names(servers),
        servers.stream()
            .map(candidate -> at(candidate.server().path(), "a Client Access server"))
            .toArray(Evidence[]::new));
    List<Target> published = looksOutside ? Candidates.published(servers, supposition) : List.of();
    return published.isEmpty()
        ? new OwaSites.Found(fit(site, servers), UNPUBLISHED)
        : new OwaSites.Found(UNFIT, new External.Published(published));
  }

  private boolean publishesItself() {
    return first.directories(DirectoryKind.OWA).toOptional().orElse(List.of()).stream()
        .anyMatch(own -> supposition.holds(own.get(Vocabulary.EXTERNAL_URL), _ -> true));
  }

  /// What the first server does with the ExternalURLs of a site.
  private Preference sentOn(List<Target> published, List<Candidate> servers) {
    Preference preference = preference();
    Target chosen = published.getFirst();
    trail.choseAmong(Candidates.names(published), assumptions);
    trail.restsOn(
        chosen.server()
            + " publishes "
            + chosen.url()
            + (preference instanceof Preference.ProxyOutside
                ? ", and " + first.name() + " has RedirectToOptimalOWAServer off"
                : ""),
        Candidates.publishes(chosen, servers),
        at(preferencePath(), "RedirectToOptimalOWAServer at " + first.name()));
    return preference;
  }

  private Preference preference() {
    return entryDirectory()
            .map(
                directory ->
                    switch (directory.get(Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER)) {
                      case Known.Value<Boolean>(Boolean on) -> on;
                      case Known.Absent<Boolean>() -> true; // the product's own default
                      case Known.Unsaid<Boolean>(Path what) -> supposition.either(what);
                    })
            .orElseGet(() -> supposition.either(preferencePath()))
        ? REDIRECT
        : new Preference.ProxyOutside();
  }

  private Path preferencePath() {
    return entryDirectory()
        .map(Directory::path)
        .orElseGet(() -> first.path().key(DirectoryKind.OWA.key()))
        .key(Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER.name());
  }

  private Optional<Directory> entryDirectory() {
    return SiteDirectories.at(first, DirectoryKind.OWA);
  }

  private SiteServers fit(Site site, List<Candidate> servers) {
    trail.passes(
        Clause.O_7,
        "no server of " + site + " has an ExternalURL",
        servers.stream()
            .map(
                candidate ->
                    at(
                        candidate.key(Vocabulary.EXTERNAL_URL.name()),
                        candidate.server().name() + " has no ExternalURL"))
            .toArray(Evidence[]::new));
    List<Target> fit = new ArrayList<>();
    List<Evidence> unfit = new ArrayList<>();
    List<String> why = new ArrayList<>();
    boolean allIntegrated = true;
    for (Candidate candidate : servers) {
      boolean hasUrl = supposition.holds(candidate.internalUrl(), _ -> true);
      boolean integrated =
          hasUrl
              && supposition.holds(
                  candidate.integrated(), candidate.key(Vocabulary.WINDOWS_AUTHENTICATION.name()));
      allIntegrated &= integrated;
      if (integrated) {
        fit.add(
            new Target(
                candidate.server().name(),
                candidate.internalUrl().toOptional().orElseGet(Wordings::unsaid)));
      } else {
        String lacks =
            candidate.server().name()
                + (hasUrl ? " does not accept Integrated" : " has no InternalURL");
        why.add(lacks);
        unfit.add(
            at(
                candidate.key(
                    hasUrl
                        ? Vocabulary.WINDOWS_AUTHENTICATION.name()
                        : Vocabulary.INTERNAL_URL.name()),
                lacks));
      }
    }
    boolean mixedFails = assumptions.take(Answer.MIXED_TARGETS_FAIL);
    if (fit.isEmpty() || (mixedFails && !allIntegrated)) {
      trail.restsOn(String.join("; ", why), unfit);
      return UNFIT;
    }
    trail.passes(
        Clause.O_8,
        String.join(", ", fit.stream().map(Target::server).distinct().toList())
            + (fit.size() == 1 ? " has" : " have")
            + " an InternalURL and Integrated authentication",
        servers.stream()
            .filter(
                candidate ->
                    fit.stream().anyMatch(t -> t.server().equals(candidate.server().name())))
            .map(
                candidate ->
                    at(
                        candidate.key(Vocabulary.WINDOWS_AUTHENTICATION.name()),
                        candidate.server().name() + " accepts Integrated"))
            .toArray(Evidence[]::new));
    return new SiteServers.Fit(fit);
  }

  private OwaFacts settled(WhereMailbox mailbox) {
    return new OwaFacts(mailbox, path, UNFIT, UNPUBLISHED, REDIRECT);
  }
}

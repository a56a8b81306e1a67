package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.External.Published;
import io.casguard.accesspaths.SiteServers.Fit;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Outlook Web Access: specification 2.1.
///
/// Gathers facts, asks `OwaTable`, and tries the hop that the table proposes. Public folders (O-10)
/// are not simulated.
final class OwaProcedure implements AtServer {
  private final Assumptions assumptions;
  private final Proxying proxying;
  private final OwaSites sites = new OwaSites();

  OwaProcedure(Assumptions assumptions, Proxying proxying) {
    this.assumptions = assumptions;
    this.proxying = proxying;
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.O_2, OwaFailures.NO_MAILBOX);
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    TrailDraft trail = walk.trail();
    if (letsNobodyLogOn(first)) {
      return trail.end(
          Decision.by(Clause.O_1, OwaFailures.NO_LOGON),
          "no way to log on is enabled at " + first.name(),
          at(first.path().key(DirectoryKind.OWA.key()), "every method is off"));
    }
    Optional<OwaFacts> gathered =
        new OwaGather(sites, assumptions, request, walk, first, mailbox).gather();
    if (gathered.isEmpty()) {
      return trail.end(
          Decision.by(Clause.O_6, new Outcome.Undetermined(List.of(mailbox.path()))),
          "the site of " + mailbox.name() + " is unsaid",
          at(mailbox.path(), "the site is unsaid"));
    }
    OwaFacts facts = gathered.get();
    Decision decision = OwaTable.decide(facts);
    return switch (decision.outcome()) {
      case Outcome.LegacyProxy _ ->
          new LegacyHop(
                  walk.supposition(),
                  first,
                  mailbox,
                  request.path().startsWith("/public")
                      ? Vocabulary.LEGACY_PUBLIC
                      : Vocabulary.LEGACY_EXCHANGE)
              .refusal(LegacyHop.OWA_CHECKS, trail)
              .orElseGet(() -> trail.end(decision));
      case Outcome.Proxy _ -> proxied(facts, first, mailbox, walk);
      case Outcome.Local _,
          Outcome.RedirectLink _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _,
          Outcome.Blocked _,
          Outcome.Fail _,
          Outcome.Undetermined _ ->
          trail.end(decision);
    };
  }

  /// Whether every method is stated to be off. That an unsaid one is on is taken for granted.
  private static boolean letsNobodyLogOn(Server first) {
    return SiteDirectories.at(first, DirectoryKind.OWA)
        .filter(
            owa ->
                Stream.of(
                        Vocabulary.FORMS_AUTHENTICATION,
                        Vocabulary.BASIC_AUTHENTICATION,
                        Vocabulary.DIGEST_AUTHENTICATION,
                        Vocabulary.WINDOWS_AUTHENTICATION)
                    .allMatch(method -> Holds.of(owa.get(method), on -> on) == Holds.NO))
        .isPresent();
  }

  private Ending proxied(OwaFacts facts, Server first, Server mailbox, Walk walk) {
    if (facts.external() instanceof Published(List<Target> published)) {
      Target outside = proxying.answering(OwaHops.OUTSIDE, published, first, mailbox);
      walk.trail()
          .passes(
              Clause.O_7,
              outside.server()
                  + " publishes "
                  + outside.url()
                  + ", and "
                  + first.name()
                  + " has RedirectToOptimalOWAServer off: the request is proxied there",
              at(first.path(), "RedirectToOptimalOWAServer is off"));
      return proxying.proxied(OwaHops.OUTSIDE, List.of(outside), first, mailbox, walk);
    }
    List<Target> targets = facts.servers() instanceof Fit(List<Target> fit) ? fit : List.of();
    return proxying.proxied(OwaHops.INSIDE, targets, first, mailbox, walk);
  }
}

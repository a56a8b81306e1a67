package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.MailFacts.Sessions;
import io.casguard.accesspaths.MailFacts.WhereMailbox;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.SortedMap;

/// POP3 or IMAP4: specification 2.9.
final class MailProcedure implements AtServer {
  private static final Rpc PASSES = new Rpc.Passes();
  private static final Sessions OWN_SITE = new Sessions.OwnSite();

  private final Protocol service;
  private final Assumptions assumptions;
  private final Firewalls firewalls;

  MailProcedure(Protocol service, Assumptions assumptions, Firewalls firewalls) {
    this.service = service;
    this.assumptions = assumptions;
    this.firewalls = firewalls;
  }

  @Override
  public boolean answersAlikeForASite() {
    return false; // the outcome names the mailbox server
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, MailFailures.NO_MAILBOX);
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    walk.trail()
        .passes(
            Clause.P_1,
            service.title() + " is enabled on " + first.name(),
            at(
                first.path().key(service.key()).key(Vocabulary.MAIL_SERVICE_ENABLED.name()),
                service.title() + " is on"));
    return walk.trail().end(MailTable.decide(facts(first, mailbox, walk)));
  }

  private MailFacts facts(Server first, Server mailbox, Walk walk) {
    return switch (Whereabouts.of(mailbox, first, walk.supposition())) {
      case Whereabouts.Nowhere() -> {
        walk.trail().restsOn(mailbox.name() + " holds no mailboxes", at(mailbox.path(), "roles"));
        yield settled(new WhereMailbox.Nowhere());
      }
      case Whereabouts.OnLegacy() -> settled(onLegacy(mailbox, walk));
      case Whereabouts.On2010(), Whereabouts.OnLater() -> {
        walk.trail()
            .restsOn(
                mailbox.name() + " is newer than Exchange 2007",
                at(mailbox.path().key(Vocabulary.VERSION.name()), "its version"));
        yield settled(new WhereMailbox.OnNewer());
      }
      case Whereabouts.Here() -> {
        walk.trail()
            .restsOn(
                "the mailbox and " + first.name() + " are in the same site",
                at(mailbox.path(), mailbox.name()),
                at(first.path(), first.name()));
        yield settled(new WhereMailbox.Here(first.name()));
      }
      case Whereabouts.Elsewhere _ -> elsewhere(first, mailbox, walk);
    };
  }

  private WhereMailbox onLegacy(Server backEnd, Walk walk) {
    Key<Entity> part = service == Protocol.POP3 ? Vocabulary.LEGACY_POP3 : Vocabulary.LEGACY_IMAP4;
    boolean running =
        walk.supposition()
            .holds(
                backEnd.get(Vocabulary.LEGACY_KEY, part, Vocabulary.MAIL_SERVICE_ENABLED),
                on -> on);
    walk.trail()
        .restsOn(
            service.title()
                + (running ? " runs on " : " is off on ")
                + backEnd.name()
                + ", Exchange 2003 or older",
            at(
                backEnd
                    .path()
                    .key(Vocabulary.LEGACY_KEY.name())
                    .key(part.name())
                    .key(Vocabulary.MAIL_SERVICE_ENABLED.name()),
                service.title() + " of " + backEnd.name()));
    return new WhereMailbox.OnLegacy(backEnd.name(), BackEndService.running(running));
  }

  private MailFacts elsewhere(Server first, Server mailbox, Walk walk) {
    walk.trail()
        .passes(
            Clause.P_2,
            "the mailbox is in another site than " + first.name(),
            at(mailbox.path(), mailbox.name()),
            at(first.path(), first.name()));
    WhereMailbox where = new WhereMailbox.Elsewhere(mailbox.name());
    Path setting =
        first
            .path()
            .key(Vocabulary.SETTINGS_KEY.name())
            .key(Vocabulary.ALLOW_CROSS_SITE_SESSIONS.name());
    boolean allowed = servesOtherSites(first, setting, walk);
    if (!allowed) {
      walk.trail()
          .restsOn(
              first.name() + " does not serve " + service.title() + " users of other sites",
              at(setting, "AllowCrossSiteSessions is off"));
      return new MailFacts(service, where, OWN_SITE, PASSES);
    }
    boolean stopped = firewalls.stop(first.site(), mailbox);
    walk.trail()
        .restsOn(
            first.name()
                + (stopped
                    ? " serves users of other sites, but RPC does not reach "
                    : " opens the mailbox by RPC on ")
                + mailbox.name(),
            at(setting, "AllowCrossSiteSessions is on"));
    return new MailFacts(service, where, new Sessions.AnySite(), Rpc.stopped(stopped));
  }

  private boolean servesOtherSites(Server first, Path setting, Walk walk) {
    Known<SortedMap<String, Boolean>> stated =
        first.get(Vocabulary.SETTINGS_KEY, Vocabulary.ALLOW_CROSS_SITE_SESSIONS);
    boolean unsaidBeforeSp1 =
        stated instanceof Known.Unsaid<?>
            && Holds.of(first.version(), version -> version.servicePack() == 0) == Holds.YES;
    if (unsaidBeforeSp1) {
      boolean direct = assumptions.take(Answer.CROSS_SITE_DIRECT_BEFORE_SP1);
      walk.trail()
          .passes(
              Clause.P_3D,
              first.name()
                  + " runs "
                  + first.version().toOptional().map(Version::title).orElse("")
                  + "; users of other sites are taken to be "
                  + (direct ? "served" : "refused")
                  + " (Q5)",
              at(setting, "AllowCrossSiteSessions is unsaid"));
      return direct;
    }
    return walk.supposition().holds(stated, words -> words.getOrDefault(service.key(), false));
  }

  private MailFacts settled(WhereMailbox where) {
    return new MailFacts(service, where, OWN_SITE, PASSES);
  }
}

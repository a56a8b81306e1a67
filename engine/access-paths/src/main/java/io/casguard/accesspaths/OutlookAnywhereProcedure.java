package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.OutlookAnywhereFacts.WhereMailbox;
import io.casguard.topology.Holds;
import io.casguard.topology.OperatingSystem;
import io.casguard.topology.Path;
import io.casguard.topology.PublishedName;
import io.casguard.topology.RpcAuthentication;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.Optional;
import java.util.Set;

/// Outlook Anywhere: specification 2.7.
final class OutlookAnywhereProcedure implements AtServer {
  private static final Rpc PASSES = new Rpc.Passes();
  private static final int ROLLUP_WITH_IPV6 = 4;

  private final Firewalls firewalls;

  OutlookAnywhereProcedure(Firewalls firewalls) {
    this.firewalls = firewalls;
  }

  @Override
  public boolean answersAlikeForASite() {
    return false; // the outcome names the mailbox server
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, OutlookAnywhereTable.NO_MAILBOX);
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    walk.trail()
        .passes(
            Clause.R_2,
            "Outlook Anywhere is enabled on " + first.name(),
            at(
                part(first).key(Vocabulary.OUTLOOK_ANYWHERE_ENABLED.name()),
                "Outlook Anywhere is on"));
    OutlookAnywhereFacts facts = facts(first, mailbox, walk);
    request.entry().ifPresent(door -> remarkOnDelegation(door, first, walk.trail()));
    remarkOnIpv6(first, walk.trail());
    return walk.trail().end(OutlookAnywhereTable.decide(facts));
  }

  private OutlookAnywhereFacts facts(Server first, Server mailbox, Walk walk) {
    return switch (Whereabouts.of(mailbox, mailbox, walk.supposition())) {
      case Whereabouts.Nowhere() -> {
        walk.trail().restsOn(mailbox.name() + " holds no mailboxes", at(mailbox.path(), "roles"));
        yield new OutlookAnywhereFacts(new WhereMailbox.Nowhere(), PASSES);
      }
      case Whereabouts.OnLegacy() -> new OutlookAnywhereFacts(onLegacy(mailbox, walk), PASSES);
      case Whereabouts.On2010(), Whereabouts.OnLater() -> {
        walk.trail()
            .restsOn(
                mailbox.name() + " is newer than Exchange 2007",
                at(mailbox.path().key(Vocabulary.VERSION.name()), "its version"));
        yield new OutlookAnywhereFacts(new WhereMailbox.OnNewer(), PASSES);
      }
      case Whereabouts.Here(), Whereabouts.Elsewhere _ -> on2007(first, mailbox, walk.trail());
    };
  }

  private OutlookAnywhereFacts on2007(Server first, Server mailbox, TrailDraft trail) {
    boolean stopped = firewalls.stop(first.site(), mailbox);
    trail.restsOn(
        stopped
            ? "RPC does not pass from " + first.name() + " to " + mailbox.name()
            : first.name() + " opens RPC to " + mailbox.name() + ", whatever the sites",
        at(mailbox.path(), mailbox.name()),
        stopped
            ? at(Path.SPEC.key(Vocabulary.SITE_LINKS.name()), "the site links between them")
            : at(first.path(), first.name()));
    boolean crosses = first.site().isPresent() && !first.site().equals(mailbox.site());
    mailbox
        .site()
        .filter(_ -> crosses)
        .filter(there -> offersNothing(there))
        .ifPresent(
            there ->
                trail.remark(
                    "no Client Access server of "
                        + there
                        + " has Outlook Anywhere enabled, so RPC crosses sites (R-4)"));
    return new OutlookAnywhereFacts(new WhereMailbox.On2007(mailbox.name()), Rpc.stopped(stopped));
  }

  private static boolean offersNothing(Site site) {
    return site.clientAccessServers().stream()
        .allMatch(
            server ->
                Holds.of(
                        server.get(
                            Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.OUTLOOK_ANYWHERE_ENABLED),
                        on -> on)
                    == Holds.NO);
  }

  private static WhereMailbox onLegacy(Server backEnd, Walk walk) {
    boolean enabled =
        walk.supposition()
            .holds(
                backEnd.get(
                    Vocabulary.LEGACY_KEY,
                    Vocabulary.LEGACY_RPC_OVER_HTTP,
                    Vocabulary.RPC_OVER_HTTP_ENABLED),
                on -> on);
    walk.trail()
        .restsOn(
            "RPC over HTTP is "
                + (enabled ? "enabled" : "not enabled")
                + " on "
                + backEnd.name()
                + ", Exchange 2003 or older",
            at(
                backEnd
                    .path()
                    .key(Vocabulary.LEGACY_KEY.name())
                    .key(Vocabulary.LEGACY_RPC_OVER_HTTP.name())
                    .key(Vocabulary.RPC_OVER_HTTP_ENABLED.name()),
                "RPC over HTTP at " + backEnd.name()));
    return new WhereMailbox.OnLegacy(backEnd.name(), BackEndService.running(enabled));
  }

  /// a publisher that logs on for the client by NTLM or Kerberos needs that method at the
  /// server, whatever the client's is.
  private static void remarkOnDelegation(Door door, Server first, TrailDraft trail) {
    if (!(door instanceof Door.OfName(PublishedName name))
        || name.logsOnIntegrated() != Holds.YES) {
      return;
    }
    Optional<RpcAuthentication> client =
        first.get(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.CLIENT_AUTHENTICATION).toOptional();
    Holds onlyTheSame =
        Holds.of(
            first.get(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.IIS_AUTHENTICATION),
            methods -> client.isPresent() && methods.equals(Set.of(client.get())));
    if (onlyTheSame == Holds.YES) {
      trail.remark(
          name.name()
              + " logs on for the client, and "
              + first.name()
              + " accepts only the client's own method at /Rpc (R-3)");
    }
  }

  /// port 6004 fails over IPv6.
  private static void remarkOnIpv6(Server first, TrailDraft trail) {
    boolean windows2008 =
        Holds.of(first.get(Vocabulary.OS), os -> os != OperatingSystem.WINDOWS_2003) == Holds.YES;
    boolean early = Holds.of(first.version(), version -> isEarly(version, first)) == Holds.YES;
    if (windows2008 && early) {
      trail.remark(
          first.name()
              + " runs on Windows Server 2008 below SP1 rollup 4: port 6004 fails over IPv6"
              + " (R-5)");
    }
  }

  private static boolean isEarly(Version version, Server first) {
    return version.servicePack() == 0
        || (version.servicePack() == 1
            && Holds.of(first.get(Vocabulary.ROLLUP), rollup -> rollup < ROLLUP_WITH_IPV6)
                == Holds.YES);
  }

  private static Path part(Server first) {
    return first.path().key(Vocabulary.OUTLOOK_ANYWHERE_KEY.name());
  }
}

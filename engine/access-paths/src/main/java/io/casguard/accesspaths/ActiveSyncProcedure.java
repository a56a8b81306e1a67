package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.AuthenticationMethod;
import io.casguard.topology.ClientCertAuth;
import io.casguard.topology.Delegation;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;

/// Exchange ActiveSync: specification 2.2.
///
/// Gathers facts, asks `ActiveSyncTable`, and tries the hop that the table proposes. Provisioning
/// (449) is never a failure of routing and is not told.
final class ActiveSyncProcedure implements AtServer {
  private final Assumptions assumptions;
  private final Proxying proxying;
  private final ActiveSyncFailures failures;
  private final Proxying.Leg leg;
  private final ActiveSyncSites sites = new ActiveSyncSites();

  ActiveSyncProcedure(Assumptions assumptions, Proxying proxying) {
    this.assumptions = assumptions;
    this.proxying = proxying;
    this.failures = new ActiveSyncFailures(assumptions);
    this.leg = ActiveSyncHops.leg(failures, assumptions, Clause.A_4G);
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, ActiveSyncFailures.NO_MAILBOX);
  }

  @Override
  public Following.Followed obeys(Request request) {
    return ActiveSyncDevices.follows451(request.way().device());
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    return unauthenticated(first, request, walk)
        .orElseGet(() -> authenticated(first, mailbox, request, walk));
  }

  private Ending authenticated(Server first, Server mailbox, Request request, Walk walk) {
    TrailDraft trail = walk.trail();
    Optional<ActiveSyncFacts> gathered =
        new ActiveSyncGather(sites, assumptions, request, walk, first, mailbox).gather();
    if (gathered.isEmpty()) {
      return trail.end(
          Decision.by(Clause.A_4E, new Outcome.Undetermined(List.of(mailbox.path()))),
          "the site of " + mailbox.name() + " is unsaid",
          at(mailbox.path(), "the site is unsaid"));
    }
    Decision decision = ActiveSyncTable.decide(gathered.get(), failures);
    return switch (decision.outcome()) {
      case Outcome.LegacyProxy _ ->
          LegacyHop.activeSync(walk, first, mailbox).orElseGet(() -> trail.end(decision));
      case Outcome.Proxy _ ->
          proxying.proxied(
              leg,
              gathered.get().servers() instanceof SiteServers.Fit(List<Target> fit)
                  ? fit
                  : List.of(),
              first,
              mailbox,
              walk);
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

  /// A device logs on with Basic or with a certificate, unless the publisher does it.
  private static Optional<Ending> unauthenticated(Server first, Request request, Walk walk) {
    Optional<Directory> directory = SiteDirectories.at(first, DirectoryKind.ACTIVE_SYNC);
    remarkIntegrated(first, directory, request, walk.trail());
    Path path =
        directory
            .map(Directory::path)
            .orElseGet(() -> first.path().key(DirectoryKind.ACTIVE_SYNC.key()));
    Path basic = path.key(Vocabulary.BASIC_AUTHENTICATION.name());
    Supposition supposition = walk.supposition();
    boolean logsOn =
        supposition.holds(
                directory.map(ActiveSyncProcedure::acceptsBasic).orElse(Holds.UNSAID), basic)
            || directory
                .filter(
                    one ->
                        supposition.holds(
                            one.get(Vocabulary.CLIENT_CERT_AUTH),
                            certificate -> certificate != ClientCertAuth.IGNORE))
                .isPresent()
            || isDelegated(request);
    return logsOn
        ? Optional.empty()
        : Optional.of(
            walk.trail()
                .end(
                    Decision.by(Clause.A_1, ActiveSyncFailures.BASIC_IS_OFF),
                    first.name() + " accepts neither Basic nor certificates from devices",
                    at(basic, "Basic at " + first.name()),
                    at(
                        path.key(Vocabulary.CLIENT_CERT_AUTH.name()),
                        "client certificates at " + first.name())));
  }

  /// The switch decides; where it is unsaid, the list of methods that the shell printed does.
  private static Holds acceptsBasic(Directory directory) {
    Holds switched = Holds.of(directory.get(Vocabulary.BASIC_AUTHENTICATION), on -> on);
    return switched != Holds.UNSAID
        ? switched
        : Holds.of(
            directory.get(Vocabulary.INTERNAL_AUTHENTICATION_METHODS),
            methods -> methods.contains(AuthenticationMethod.BASIC));
  }

  /// The publisher logs on in the device's place, by another method than Basic.
  private static boolean isDelegated(Request request) {
    return request.entry().stream()
        .filter(Door.OfName.class::isInstance)
        .map(door -> ((Door.OfName) door).published().get(Vocabulary.DELEGATION))
        .anyMatch(
            delegation ->
                Holds.of(
                        delegation,
                        method -> method == Delegation.NTLM || method == Delegation.KERBEROS)
                    == Holds.YES);
  }

  private static void remarkIntegrated(
      Server first, Optional<Directory> directory, Request request, TrailDraft trail) {
    request
        .way()
        .device()
        .filter(ActiveSyncDevices::failsAtIntegrated)
        .filter(_ -> directory.filter(one -> one.acceptsIntegrated() == Holds.YES).isPresent())
        .ifPresent(
            version ->
                trail.remark(
                    first.name()
                        + " offers Integrated, at which a device that speaks "
                        + version
                        + " fails (A-1)"));
  }
}

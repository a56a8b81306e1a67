package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proxies requests from one Client Access server to another, for every protocol that does so.
///
/// A target that does not answer is passed over (C-10); what any other check refuses is refused.
/// Where nothing had to be supposed, the checks of a leg are made once for each pair of servers,
/// whoever's mailbox it is. An address that nobody stated cannot be checked.
final class Proxying {
  /// What a protocol asks of the way to a second server. Hops are remembered for each, so a
  /// procedure makes one and keeps it: two of them are never equal.
  static final class Leg {
    private final DirectoryKind kind;
    private final Key<Url> address;
    private final List<Hop.Check> checks;
    private final Clause arrived;

    /// @param kind the directory that the request arrives at
    /// @param address the key of that directory which the request is sent to, unless a target says
    ///   otherwise
    /// @param checks in their order; the first that refuses decides
    /// @param arrived the clause by which a request that passed all is served
    Leg(DirectoryKind kind, Key<Url> address, List<Hop.Check> checks, Clause arrived) {
      this.kind = kind;
      this.address = address;
      this.checks = List.copyOf(checks);
      this.arrived = arrived;
    }

    List<Hop.Check> checks() {
      return checks;
    }
  }

  private record Made(Leg leg, Server first, Target target) {}

  private final Organization organization;
  private final Assumptions assumptions;
  private final Names names;
  private final Map<Made, HopResult> hops = new HashMap<>();

  Proxying(Organization organization, Assumptions assumptions, Names names) {
    this.organization = organization;
    this.assumptions = assumptions;
    this.names = names;
  }

  /// Tries the targets in their order.
  ///
  /// @param targets never empty
  Ending proxied(Leg leg, List<Target> targets, Server first, Server mailbox, Walk walk) {
    List<Target> silent = new ArrayList<>();
    for (Target target : targets) {
      HopResult result = hop(leg, target, first, mailbox, walk.supposition());
      walk.trail().passes(result.passed());
      Optional<Trail.Decided> unanswered =
          result.refused().filter(refused -> isSilence(refused.outcome().refusal()));
      if (unanswered.isEmpty() || silent.size() + 1 == targets.size()) {
        return tried(leg, target, result, first, mailbox, walk, targets, silent);
      }
      silent.add(target);
      walk.trail()
          .passes(
              Clause.C_10,
              target.server() + " does not answer and is passed over",
              unanswered.get().because().toArray(Evidence[]::new));
    }
    throw new IllegalArgumentException("a request is proxied to a target, and there is none");
  }

  /// The first target whose address does not lead to a server that is stated to be down, else the
  /// first (C-10). A name that is not published inside leads nowhere, which is no silence: it is
  /// not passed over.
  Target answering(Leg leg, List<Target> targets, Server first, Server mailbox) {
    return targets.stream()
        .filter(
            target ->
                isShutInside(target.url())
                    || !to(leg, target, first, mailbox, new Supposition(List.of()))
                        .target()
                        .isDown())
        .findFirst()
        .orElseGet(targets::getFirst);
  }

  private Ending tried(
      Leg leg,
      Target target,
      HopResult result,
      Server first,
      Server mailbox,
      Walk walk,
      List<Target> targets,
      List<Target> silent) {
    TrailDraft trail = walk.trail();
    remarkOthers(leg, target, targets, silent, result.refused().isEmpty(), first, mailbox, trail);
    if (result.refused().isPresent()) {
      return trail.end(result.refused().get());
    }
    trail.choseAmong(
        Candidates.names(
            targets.stream()
                .filter(one -> one.equals(target) || answers(leg, one, first, mailbox))
                .toList()),
        assumptions);
    Server reached = result.reached();
    return trail.end(
        Decision.by(leg.arrived, new Outcome.Proxy(reached.name(), target.url())),
        reached.name() + " opens the mailbox; the user keeps the first address",
        at(reached.path(), reached.name()));
  }

  /// Any of several fit servers may be chosen. Where another one would end differently, that is
  /// remarked on.
  private void remarkOthers(
      Leg leg,
      Target chosen,
      List<Target> targets,
      List<Target> silent,
      boolean reached,
      Server first,
      Server mailbox,
      TrailDraft trail) {
    for (Target other : targets) {
      if (other.equals(chosen) || silent.contains(other)) {
        continue;
      }
      Optional<String> reason = refusal(leg, other, first, mailbox);
      if (reason.isEmpty() != reached && !isSilence(reason)) {
        trail.remark(
            other.server()
                + " may be chosen instead (C-10); there the request "
                + reason.map(word -> "fails (" + word + ")").orElse("succeeds"));
      }
    }
  }

  private boolean answers(Leg leg, Target other, Server first, Server mailbox) {
    return !isSilence(refusal(leg, other, first, mailbox));
  }

  /// Why another server would refuse, as far as that is said.
  private Optional<String> refusal(Leg leg, Target other, Server first, Server mailbox) {
    return hop(leg, other, first, mailbox, new Supposition(List.of()))
        .refused()
        .flatMap(refused -> refused.outcome().refusal());
  }

  private static boolean isSilence(Optional<String> reason) {
    return reason.filter(Hop.NO_ANSWER::equals).isPresent();
  }

  private HopResult hop(
      Leg leg, Target target, Server first, Server mailbox, Supposition supposition) {
    if (target.isSupposed()) {
      return new HopResult(
          List.of(), Optional.empty(), organization.serverNamed(target.server()).orElseThrow());
    }
    Made made = new Made(leg, first, target);
    HopResult known = hops.get(made);
    if (known != null) {
      return known;
    }
    int asked = supposition.asked();
    HopResult result =
        HopResult.of(to(leg, target, first, mailbox, supposition), target, leg.checks);
    if (supposition.asked() == asked) {
      hops.put(made, result);
    }
    return result;
  }

  private boolean isShutInside(Url url) {
    return url.host()
        .flatMap(names::published)
        .filter(name -> name.isOpenTo(Network.INTRANET) == Holds.NO)
        .isPresent();
  }

  private Hop to(Leg leg, Target target, Server first, Server mailbox, Supposition supposition) {
    return new Hop(
        names,
        supposition,
        first,
        organization.serverNamed(target.server()).orElseThrow(),
        mailbox,
        leg.kind,
        target.url(),
        target.at().orElse(leg.address));
  }
}

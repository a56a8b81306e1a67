package io.casguard.accesspaths;

import io.casguard.accesspaths.AutodiscoverFacts.Address;
import io.casguard.accesspaths.AutodiscoverFacts.Asked;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.SiteDistances;
import java.util.List;

/// Autodiscover: specification 2.5.
///
/// Inside, the service connection points say which server is asked; outside, the names of the SMTP
/// domains. What the server hands out goes into the trail.
final class AutodiscoverProcedure implements AtServer {
  private final InsideDiscovery inside;
  private final OutsideDiscovery outside;
  private final AutodiscoverAddresses addresses;
  private final AutodiscoverReply reply;

  AutodiscoverProcedure(
      Organization organization,
      Assumptions assumptions,
      Names names,
      SiteDistances distances,
      DistributionPoints points) {
    this.inside = new InsideDiscovery(organization, names);
    this.outside = new OutsideDiscovery(organization);
    this.addresses = new AutodiscoverAddresses(assumptions, organization, distances);
    this.reply = new AutodiscoverReply(assumptions, distances, points);
  }

  /// Clients of whom nobody said where they are, are where their mailboxes are.
  @Override
  public Arrival arrival(Request request) {
    return request.from() == Network.INTRANET
        ? inside.by(request.clientSite().or(() -> request.mailbox().server().flatMap(Server::site)))
        : outside.arrival();
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, AutodiscoverTable.NO_MAILBOX);
  }

  /// The answer is made from Active Directory.
  @Override
  public boolean readsTheMailbox() {
    return false;
  }

  /// Clients follow a 302 by themselves.
  @Override
  public Following.Followed obeys(Request request) {
    return Following.Followed.byItself();
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    comesBy(request, walk.trail());
    AutodiscoverFacts facts =
        new AutodiscoverGather(addresses, request, walk, first, mailbox).gather();
    Decision decision = AutodiscoverTable.decide(facts);
    if (decision.outcome() instanceof Outcome.Local) {
      switch (facts.asked()) {
        case Asked.Outlook() -> reply.tell(mailbox, request, walk.trail());
        case Asked.Devices() -> tellDevices(facts.address(), walk.trail());
      }
    }
    return walk.trail().end(decision);
  }

  private void comesBy(Request request, TrailDraft trail) {
    if (request.from() == Network.INTERNET
        && request.entry().orElse(null) instanceof Door.OfName(PublishedName name)) {
      outside
          .passed(name)
          .ifPresentOrElse(
              step -> trail.passes(List.of(step)),
              () -> outside.remark(name).ifPresent(trail::remark));
    }
  }

  private static void tellDevices(Address address, TrailDraft trail) {
    switch (address) {
      case Address.None() -> {}
      case Address.OfTheSite(Target target, Path at) ->
          AutodiscoverReply.tellDevices(target.url(), at, trail);
      case Address.OfAnotherSite(Target target, Path at) ->
          AutodiscoverReply.tellDevices(target.url(), at, trail);
    }
  }
}

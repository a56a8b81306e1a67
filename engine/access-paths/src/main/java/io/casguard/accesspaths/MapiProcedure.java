package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.MapiFacts.WhereMailbox;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version.Product;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;

/// MAPI from an Outlook client inside: specification 2.10. No Client Access server takes part, so
/// there is no entry.
final class MapiProcedure implements Procedure {
  private static final Rpc PASSES = new Rpc.Passes();

  private final Assumptions assumptions;
  private final Firewalls firewalls;

  MapiProcedure(Assumptions assumptions, Firewalls firewalls) {
    this.assumptions = assumptions;
    this.firewalls = firewalls;
  }

  @Override
  public Simulation simulate(Request request) {
    Optional<Server> later =
        request
            .mailbox()
            .server()
            .filter(
                mailbox ->
                    Holds.of(mailbox.version(), it -> it.product() == Product.LATER) == Holds.YES);
    if (later.isPresent()) {
      return new Simulation.UnsupportedEntry(
          request,
          later.get().name()
              + " is newer than Exchange 2010; how Outlook opens its mailboxes is not simulated");
    }
    return Reception.told(
        request,
        request.from() == Network.INTERNET
            ? Reception.unlessBlocked(request, outside())
            : Suppositions.decide(supposition -> inside(request, supposition)));
  }

  private static Ending outside() {
    return new TrailDraft()
        .end(
            Decision.by(Clause.S_2, Reception.ENTRY_UNREACHABLE),
            "MAPI is not offered to the internet; Outlook comes by Outlook Anywhere from there",
            at(Path.SPEC.key(Vocabulary.PUBLISHING.name()), "the published names"));
  }

  private Ending inside(Request request, Supposition supposition) {
    Walk walk = new Walk(supposition, new TrailDraft());
    return StepZero.blocked(request, walk)
        .orElseGet(
            () ->
                request
                    .mailbox()
                    .server()
                    .map(
                        mailbox ->
                            walk.trail().end(MapiTable.decide(facts(request, mailbox, walk))))
                    .orElseGet(
                        () ->
                            Reception.withoutMailboxServer(
                                request,
                                Decision.by(Clause.S_5, MapiTable.NO_MAILBOX),
                                walk.trail())));
  }

  private MapiFacts facts(Request request, Server mailbox, Walk walk) {
    return switch (Whereabouts.of(mailbox, mailbox, walk.supposition())) {
      case Whereabouts.Nowhere() -> {
        walk.trail().restsOn(mailbox.name() + " holds no mailboxes", at(mailbox.path(), "roles"));
        yield new MapiFacts(new WhereMailbox.Nowhere(), PASSES);
      }
      case Whereabouts.OnLegacy(), Whereabouts.Here(), Whereabouts.Elsewhere _ ->
          reached(request, mailbox, new WhereMailbox.AtMailboxServer(mailbox.name()), walk);
      case Whereabouts.On2010() -> on2010(request, mailbox, walk);
      case Whereabouts.OnLater() ->
          throw new IllegalStateException("a mailbox newer than 2010 is outside the model");
    };
  }

  private MapiFacts on2010(Request request, Server mailbox, Walk walk) {
    List<Server> answering =
        mailbox.site().stream()
            .flatMap(site -> site.servers(Role.CLIENT_ACCESS))
            .filter(
                server ->
                    Holds.of(server.version(), it -> it.product() == Product.EXCHANGE_2010)
                        == Holds.YES)
            .toList();
    if (answering.isEmpty()) {
      walk.trail()
          .restsOn(
              mailbox.name() + " is an Exchange 2010 server without a 2010 Client Access server",
              at(mailbox.path().key(Vocabulary.VERSION.name()), "its version"));
      return new MapiFacts(new WhereMailbox.OutOfReach(), PASSES);
    }
    walk.trail().choseAmong(answering.stream().map(Server::name).toList(), assumptions);
    Server first = answering.getFirst();
    return reached(request, first, new WhereMailbox.BehindClientAccess(first.name()), walk);
  }

  private MapiFacts reached(Request request, Server target, WhereMailbox where, Walk walk) {
    Optional<Site> clientSite = request.clientSite();
    boolean stopped = firewalls.stop(clientSite, target);
    walk.trail()
        .restsOn(
            stopped
                ? "RPC does not pass from "
                    + clientSite.map(Site::name).orElse("")
                    + " to "
                    + target.name()
                : "Outlook opens " + target.name() + " by RPC itself",
            stopped
                ? at(Path.SPEC.key(Vocabulary.SITE_LINKS.name()), "the site links between them")
                : at(target.path(), target.name()));
    return new MapiFacts(where, Rpc.stopped(stopped));
  }
}

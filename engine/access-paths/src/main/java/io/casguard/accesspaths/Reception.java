package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Version.Product;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Receives requests at a door: finds the first server behind it, makes step 0, asks the protocol
/// for the first server's answer over everything that is unsaid, and follows what that answer asks
/// of the client.
final class Reception {
  static final Failure ENTRY_UNREACHABLE = Failure.because("entry_unreachable");
  private static final Failure NOTHING_BEHIND = Failure.because("no_server_behind_name");

  private final Names names;
  private final DoorRemarks doorRemarks;
  private final AtServer protocol;
  private final Coexistence on2010;
  private final Map<OtherKey, Ending> others = new HashMap<>();

  /// What an answer depends on, besides who asks.
  private record OtherKey(Server first, Site site, Version version, Request.Way way) {}

  /// @param protocol what a 2007 server does with it
  /// @param on2010 what a 2010 server does with it
  Reception(Names names, AtServer protocol, Coexistence on2010) {
    this.on2010 = on2010;
    this.names = names;
    this.doorRemarks = new DoorRemarks(names);
    this.protocol = protocol;
  }

  /// What happens to a request, presuming that it has arrived at its entry.
  Simulation receive(Request request) {
    if (request.entry().isEmpty()) {
      return switch (protocol.arrival(request)) {
        case Arrival.At(List<Server> servers, List<Trail.Passed> passed) ->
            arrived(request, servers, passed, "which may be found as well");
        case Arrival.Open open -> found(request, open);
        case Arrival.Nowhere(Ending ending) -> told(request, unlessBlocked(request, ending));
      };
    }
    Door door = request.entry().get();
    List<Server> behind = door.servers().stream().filter(server -> !server.isDown()).toList();
    return behind.isEmpty()
        ? told(request, unlessBlocked(request, nothingBehind(door)))
        : arrived(request, behind, List.of(), "which stands behind the same name");
  }

  private Simulation arrived(
      Request request, List<Server> behind, List<Trail.Passed> passed, String alike) {
    Server first = behind.getFirst();
    Optional<String> outside = outside(first, request);
    if (outside.isPresent()) {
      return new Simulation.UnsupportedEntry(request, outside.get());
    }
    Ending ending = answer(first, request).after(passed);
    List<String> remarks = new ArrayList<>(doorRemarks.of(request, first));
    remarks.addAll(ending.remarks());
    List<String> oneOf = new ArrayList<>(ending.oneOf());
    compareOthers(behind, alike, ending, request, oneOf, remarks);
    return told(request, new Ending(ending.trail(), oneOf, remarks), first);
  }

  /// Where it is open which server is found, all of them must answer alike.
  private Simulation found(Request request, Arrival.Open open) {
    Server first = open.servers().getFirst();
    if (open.servers().stream().noneMatch(Reception::isOutside)) {
      Ending one = answer(first, request);
      boolean alike =
          open.servers().stream()
              .skip(1)
              .allMatch(server -> answerOfOther(server, request).agreesWith(one));
      if (alike) {
        return told(request, one, first);
      }
    }
    return told(request, new Ending(new Trail(List.of(open.open())), List.of(), List.of()));
  }

  /// What a first server answers, over every way to fill in what is unsaid.
  Ending answer(Server first, Request request) {
    return Suppositions.decide(
        supposition -> walk(first, request, new Walk(supposition, new TrailDraft())));
  }

  /// Whether the client does by itself what an answer asks of it.
  Following.Followed obeys(Request request) {
    return protocol.obeys(request);
  }

  private Ending walk(Server first, Request request, Walk walk) {
    return StepZero.blocked(request, walk)
        .or(() -> StepZero.unable(first, request.protocol(), walk))
        .orElseGet(
            () ->
                request
                    .mailbox()
                    .server()
                    .map(mailbox -> procedureOf(first).answer(first, mailbox, request, walk))
                    .orElseGet(
                        () ->
                            withoutMailboxServer(
                                request, procedureOf(first).withoutMailbox(), walk.trail())));
  }

  /// The end of a request for a mailbox that no server is stated to hold.
  static Ending withoutMailboxServer(Request request, Decision none, TrailDraft trail) {
    Path key = request.mailbox().path().key(Vocabulary.MAILBOX_SERVER.name());
    boolean unsaid =
        request.mailbox() instanceof Mailbox.Of(Population population)
            && population.get(Vocabulary.MAILBOX_SERVER) instanceof Known.Unsaid<String>;
    return trail.end(
        unsaid ? Decision.by(none.clause(), new Outcome.Undetermined(List.of(key))) : none,
        "no mailbox server is stated for " + request.mailbox().name(),
        at(key, "the mailbox server"));
  }

  /// The servers that a client may arrive at are expected to answer alike; where they do not, that
  /// is remarked on.
  private void compareOthers(
      List<Server> behind,
      String alike,
      Ending ending,
      Request request,
      List<String> oneOf,
      List<String> remarks) {
    boolean local = ending.outcome() instanceof Outcome.Local;
    for (Server other : behind.subList(1, behind.size())) {
      if (outside(other, request).isPresent()) {
        continue;
      }
      Ending there = answerOfOther(other, request);
      if (local && there.outcome() instanceof Outcome.Local) {
        oneOf.add(other.name());
      } else if (!there.agreesWith(ending)) {
        remarks.add(
            "at " + other.name() + ", " + alike + ", the outcome is " + there.outcome().word());
      }
    }
    if (local && !oneOf.isEmpty()) {
      oneOf.addFirst(behind.getFirst().name());
    }
  }

  /// The answer of a further server behind a name, of which only the outcome is used: with most
  /// protocols it is the same for every mailbox server of one site and version.
  private Ending answerOfOther(Server other, Request request) {
    Optional<Server> mailbox = request.mailbox().server();
    Optional<Site> site = mailbox.flatMap(Server::site);
    Optional<Version> version =
        mailbox.flatMap(it -> it.version().toOptional()).filter(Version::is2007);
    boolean alike =
        site.isPresent()
            && version.isPresent()
            && protocol.answersAlikeForASite()
            && isPlain(request.mailbox(), request.protocol())
            && holdsMailboxes(mailbox.get())
            && !mailbox.get().equals(other);
    return alike
        ? others.computeIfAbsent(
            new OtherKey(other, site.get(), version.get(), request.way()),
            _ -> answer(other, request))
        : answer(other, request);
  }

  /// Whether nothing of the people themselves matters.
  private static boolean isPlain(Mailbox mailbox, Protocol protocol) {
    return switch (mailbox) {
      case Mailbox.At _ -> true;
      case Mailbox.Of(Population population) -> population.mayUse(protocol) == Holds.YES;
    };
  }

  private static boolean holdsMailboxes(Server server) {
    return server.is(Role.MAILBOX) == Holds.YES
        && Holds.of(server.get(Vocabulary.PUBLIC_FOLDERS_ONLY), only -> only) != Holds.YES;
  }

  /// The user's own block comes before the door.
  static Ending unlessBlocked(Request request, Ending otherwise) {
    return Suppositions.decide(
        supposition ->
            StepZero.blocked(request, new Walk(supposition, new TrailDraft())).orElse(otherwise));
  }

  private static Ending nothingBehind(Door door) {
    if (door instanceof Door.OfName(var published)
        && published.get(Vocabulary.PUBLISHED_SERVERS) instanceof Known.Unsaid<?>(Path what)) {
      return new TrailDraft()
          .end(
              Decision.by(Clause.S_3, new Outcome.Undetermined(List.of(what))),
              "which servers stand behind " + door.name() + " is unsaid",
              at(what, "unsaid"));
    }
    return new TrailDraft()
        .end(
            Decision.by(Clause.S_3, NOTHING_BEHIND),
            "no server answers behind " + door.name(),
            at(door.path(), door.name()));
  }

  /// What the protocol's requests meet at a first server.
  private AtServer procedureOf(Server first) {
    return is2010(first) ? on2010 : protocol;
  }

  private static boolean is2010(Server first) {
    return Holds.of(first.version(), version -> version.product() == Product.EXCHANGE_2010)
        == Holds.YES;
  }

  /// Why no procedure says what a request meets at a first server; empty where one does.
  private Optional<String> outside(Server first, Request request) {
    if (!isOutside(first)) {
      return Optional.empty();
    }
    return is2010(first)
        ? on2010.outside(first, request)
        : Optional.of(
            first.name()
                + " runs "
                + first.version().toOptional().orElseThrow().title()
                + "; only Exchange 2007 Client Access servers are simulated as the first server");
  }

  /// True for a server that clients do reach, though not by the procedures of Exchange 2007.
  private static boolean isOutside(Server server) {
    boolean other = server.is2007() == Holds.NO;
    boolean speaks =
        server.is(Role.CLIENT_ACCESS) == Holds.YES
            || Holds.of(server.version(), Version::isLegacy) == Holds.YES;
    return other && speaks;
  }

  /// The access path of an ending that sends the client nowhere else.
  static AccessPath told(Request request, Ending ending) {
    return mailboxIsDown(request, ending)
        ? path(
            request,
            ending,
            Optional.of(Reached.NO),
            Optional.of("mailbox_server_unavailable"),
            List.of("the mailbox server does not answer"))
        : path(request, ending, ending.outcome().reached(), ending.outcome().refusal(), List.of());
  }

  private static boolean mailboxIsDown(Request request, Ending ending) {
    return request.mailbox().server().filter(Server::isDown).isPresent()
        && ending.outcome().reached().filter(reached -> reached != Reached.NO).isPresent();
  }

  private AccessPath told(Request request, Ending ending, Server first) {
    boolean readsIt = protocol.readsTheMailbox();
    if (!ending.outcome().sendsElsewhere() && !readsIt) {
      return path(
          request, ending, ending.outcome().reached(), ending.outcome().refusal(), List.of());
    }
    if (!ending.outcome().sendsElsewhere() || (readsIt && mailboxIsDown(request, ending))) {
      return told(request, ending);
    }
    Following.Followed followed =
        new Following(this, names, request).follow(ending.outcome(), first);
    return path(
        request, ending, Optional.of(followed.reached()), followed.reason(), followed.remarks());
  }

  private static AccessPath path(
      Request request,
      Ending ending,
      Optional<Reached> reached,
      Optional<String> reason,
      List<String> further) {
    List<String> remarks = new ArrayList<>(ending.remarks());
    remarks.addAll(further);
    return new AccessPath(
        request,
        ending.outcome(),
        reached,
        reason,
        ending.oneOf(),
        request.users(),
        ending.trail(),
        remarks);
  }
}

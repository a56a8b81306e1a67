package io.casguard.accesslogs;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Clause;
import io.casguard.accesspaths.Outcome;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Holds what was seen against what the simulator says.
///
/// A log does not tell whose mailbox a request was for. So a first server's answer is confirmed by
/// a prediction for anybody, and contradicted only by the predictions for everybody. A proxied
/// request tells more: the mailbox is of the second server's site.
final class Comparison {
  /// What was seen, and what it says of the simulator.
  ///
  /// @param seen empty where the request is set aside, or nothing can be told of it
  record Compared(Optional<Observed> seen, Judgement judgement) {}

  private record Leg(int first, int second, Protocol protocol, long hour) {}

  private record Service(int server, Protocol protocol) {}

  private static final Set<Protocol> PROXIED =
      Set.of(Protocol.OWA, Protocol.ACTIVE_SYNC, Protocol.EWS, Protocol.AVAILABILITY);

  private final Computers computers;
  private final Predictions predictions;
  private final Moments moments;
  private final Set<Server> logged;
  private final Set<Leg> answeredLegs = new HashSet<>();
  private final Set<Service> answering = new HashSet<>();

  /// @param logged the servers whose logs were read
  Comparison(
      Computers computers,
      Predictions predictions,
      Requests requests,
      List<Sighting> sightings,
      Set<Server> logged) {
    this.computers = computers;
    this.predictions = predictions;
    this.moments = requests.moments;
    this.logged = logged;
    for (Sighting sighting : sightings) {
      if (Status.isAnswer(sighting.status())) {
        if (isLeg(sighting)) {
          answeredLegs.add(leg(sighting));
        } else {
          answering.add(new Service(sighting.server(), sighting.protocol()));
        }
      }
    }
  }

  Compared compare(Sighting request) {
    if (request.server() == Tally.NOBODY) {
      return open(Unexplained.UNKNOWN_SERVER);
    }
    Optional<SetAside> aside = aside(request);
    if (aside.isPresent()) {
      return new Compared(Optional.empty(), new Judgement.Aside(aside.get()));
    }
    return isLeg(request) ? leg(request, computers.server(request.client())) : client(request);
  }

  /// Whether a first server asked a second one.
  boolean isLeg(Sighting request) {
    return request.client() < Tally.LAST_SERVER
        && request.server() < Tally.LAST_SERVER
        && PROXIED.contains(request.protocol())
        && computers.server(request.client()).is(Role.CLIENT_ACCESS) != Holds.NO;
  }

  private static Leg leg(Sighting request) {
    return new Leg(request.client(), request.server(), request.protocol(), request.hour());
  }

  private Optional<SetAside> aside(Sighting request) {
    boolean leg = isLeg(request);
    boolean refused = request.status() == Status.UNAUTHORIZED;
    return Optional.ofNullable(
        switch (request.status()) {
          case Status.NONE -> SetAside.CUT_OFF;
          case Status.SESSION_END -> SetAside.SESSION_END;
          case Status.PROVISION -> SetAside.PROVISION;
          default ->
              switch (request.act()) {
                case RESOURCE -> SetAside.RESOURCE;
                case LOGON_FORM -> leg ? null : SetAside.LOGON;
                case SERVICE, LEGACY_PATH, PROXY_LOGON, PROXY_DIRECTORY, REDIRECT_PAGE ->
                    refused && isHandshake(request, leg)
                        ? SetAside.HANDSHAKE
                        : !leg && isOnTheWay(request) ? SetAside.LOGON : null;
              };
        });
  }

  private boolean isHandshake(Sighting request, boolean leg) {
    return leg
        ? answeredLegs.contains(leg(request))
        : answering.contains(new Service(request.server(), request.protocol()));
  }

  /// Whether a browser is merely sent on, or nobody is logged on yet.
  private static boolean isOnTheWay(Sighting request) {
    boolean page = request.protocol() == Protocol.OWA && request.act() != Act.REDIRECT_PAGE;
    boolean movedOn =
        Status.isMove(request.status()) && request.protocol() != Protocol.AUTODISCOVER;
    return page && (movedOn || (Status.isAnswer(request.status()) && !request.loggedOn()));
  }

  private Compared leg(Sighting request, Server first) {
    Server second = computers.server(request.server());
    boolean form =
        request.act() == Act.LOGON_FORM
            || (request.act() == Act.PROXY_LOGON && Status.isMove(request.status()));
    boolean answered =
        !form && (Status.isAnswer(request.status()) || Status.isMove(request.status()));
    Observed seen =
        answered
            ? new Observed.Proxied(second)
            : new Observed.RefusedThere(second, request.status(), request.substatus());
    boolean atTimes = !answered && !form && answeredLegs.contains(leg(request));
    return new Compared(
        Optional.of(seen),
        atTimes
            ? new Judgement.Open(Unexplained.REFUSED_AT_TIMES)
            : proxied(request, first, second, Network.INTERNET, answered));
  }

  private Judgement proxied(
      Sighting request, Server first, Server second, Network from, boolean answered) {
    List<AccessPath> all =
        predictions.at(
            first, request.protocol(), from, isLegacyPath(request, second), request.version());
    if (all.isEmpty()) {
      return new Judgement.Open(Unexplained.NO_PROCEDURE);
    }
    List<AccessPath> there = all.stream().filter(path -> isThere(path, second)).toList();
    if (there.isEmpty()) {
      return new Judgement.Open(Unexplained.NO_MAILBOX_THERE);
    }
    Predicate<AccessPath> foretold =
        answered
            ? path -> proxiesTo(path, second)
            : path ->
                path.outcome() instanceof Outcome.Fail || path.outcome() instanceof Outcome.Blocked;
    List<AccessPath> against =
        answered || there.stream().noneMatch(path -> proxiesTo(path, second))
            ? there
            : there.stream().filter(path -> proxiesTo(path, second)).toList();
    return judged(there, foretold, against);
  }

  private static boolean isLegacyPath(Sighting request, Server second) {
    return request.protocol() == Protocol.OWA
        && (request.act() == Act.LEGACY_PATH
            || Holds.of(second.version(), Version::isLegacy) == Holds.YES);
  }

  private static boolean isThere(AccessPath path, Server second) {
    Optional<Server> mailboxServer = path.request().mailbox().server();
    return mailboxServer.filter(second::equals).isPresent()
        || (second.site().isPresent() && mailboxServer.flatMap(Server::site).equals(second.site()));
  }

  private static boolean proxiesTo(AccessPath path, Server second) {
    boolean proxies =
        path.outcome() instanceof Outcome.Proxy || path.outcome() instanceof Outcome.LegacyProxy;
    return proxies
        && Stream.concat(path.server().stream(), path.oneOf().stream())
            .anyMatch(second.name()::equalsIgnoreCase);
  }

  private Compared client(Sighting request) {
    Server first = computers.server(request.server());
    Network from = request.client() == Tally.FROM_INTERNET ? Network.INTERNET : Network.INTRANET;
    if (request.act() == Act.PROXY_LOGON || request.act() == Act.PROXY_DIRECTORY) {
      return open(Unexplained.UNKNOWN_PROXY);
    }
    boolean toldOf =
        request.protocol() == Protocol.ACTIVE_SYNC
            && request.named() < Tally.LAST_SERVER
            && request.named() != request.server();
    if (toldOf && Status.isAnswer(request.status())) {
      Server second = computers.server(request.named());
      return new Compared(
          Optional.of(new Observed.Proxied(second)), proxied(request, first, second, from, true));
    }
    Observed seen = seen(request);
    List<AccessPath> all =
        predictions.at(
            first, request.protocol(), from, request.act() == Act.LEGACY_PATH, request.version());
    return new Compared(
        Optional.of(seen),
        all.isEmpty()
            ? new Judgement.Open(Unexplained.NO_PROCEDURE)
            : judged(request, seen, ofMailboxServer(request, all)));
  }

  private static Observed seen(Sighting request) {
    if (request.status() == Status.BETTER && request.protocol() == Protocol.ACTIVE_SYNC) {
      return new Observed.Redirected("REDIRECT_451");
    }
    if (request.act() == Act.REDIRECT_PAGE && request.status() < Status.FAULTS) {
      return new Observed.Redirected("REDIRECT_LINK");
    }
    if (Status.isMove(request.status())) {
      return new Observed.Redirected("REDIRECT_302");
    }
    return Status.isAnswer(request.status())
        ? new Observed.Served()
        : new Observed.Refused(request.status(), request.substatus());
  }

  /// Outlook Anywhere names the mailbox server.
  private List<AccessPath> ofMailboxServer(Sighting request, List<AccessPath> all) {
    if (request.protocol() != Protocol.OUTLOOK_ANYWHERE || request.named() >= Tally.LAST_SERVER) {
      return all;
    }
    Server named = computers.server(request.named());
    List<AccessPath> own =
        all.stream()
            .filter(path -> path.request().mailbox().server().filter(named::equals).isPresent())
            .toList();
    return own.isEmpty() ? all : own;
  }

  private Judgement judged(Sighting request, Observed seen, List<AccessPath> all) {
    return switch (seen) {
      case Observed.Redirected(String outcome) -> {
        List<AccessPath> elsewhere =
            all.stream().filter(path -> !(path.outcome() instanceof Outcome.Local)).toList();
        yield judged(
            all,
            path -> path.outcome().word().equals(outcome),
            elsewhere.isEmpty() ? all : elsewhere);
      }
      case Observed.Served() -> served(request, all);
      case Observed.Refused(int status, _) -> {
        Optional<AccessPath> foretold =
            all.stream().filter(path -> isRefusal(path, status)).findFirst();
        yield foretold
            .<Judgement>map(Judgement.Confirmed::new)
            .orElseGet(() -> new Judgement.Open(Unexplained.REFUSED));
      }
      case Observed.Proxied _, Observed.RefusedThere _ ->
          throw new IllegalStateException("a client's request has no second server");
    };
  }

  private static boolean isRefusal(AccessPath path, int status) {
    return (path.outcome() instanceof Outcome.Fail || path.outcome() instanceof Outcome.Blocked)
        && path.status().orElse(status) == status;
  }

  private Judgement served(Sighting request, List<AccessPath> all) {
    Optional<AccessPath> here =
        all.stream().filter(path -> path.outcome() instanceof Outcome.Local).findFirst();
    if (here.isPresent()) {
      return new Judgement.Confirmed(here.get());
    }
    return judged(all, path -> servesOtherwise(request, path), all);
  }

  private boolean servesOtherwise(Sighting request, AccessPath path) {
    return switch (path.outcome()) {
      case Outcome.Proxy _, Outcome.LegacyProxy _ ->
          seconds(path).anyMatch(second -> mayHaveBeenAsked(request, second));
      case Outcome.DirectRpc _, Outcome.PublicFolderLookup _, Outcome.RedirectSilent _ -> true;
      case Outcome.Local _,
          Outcome.RedirectLink _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.Blocked _,
          Outcome.Fail _,
          Outcome.Undetermined _ ->
          false;
    };
  }

  private Stream<Server> seconds(AccessPath path) {
    List<String> names = path.oneOf().isEmpty() ? path.server().stream().toList() : path.oneOf();
    return computers.servers().stream()
        .filter(server -> names.stream().anyMatch(server.name()::equalsIgnoreCase));
  }

  /// Whether a second server's log was not read, or holds a request beside one of these.
  private boolean mayHaveBeenAsked(Sighting request, Server second) {
    if (!logged.contains(second) || moments.isFull()) {
      return true;
    }
    Moments.Subject requests =
        new Moments.Subject(request.server(), Tally.NOBODY, request.protocol());
    Moments.Subject others =
        new Moments.Subject(request.server(), computers.number(second), request.protocol());
    for (int apart = -Pair.FARTHEST; apart <= Pair.FARTHEST; apart++) {
      if (moments.beside(requests, others, apart) > 0) {
        return true;
      }
    }
    return false;
  }

  private static Judgement judged(
      List<AccessPath> all, Predicate<AccessPath> foretold, List<AccessPath> against) {
    Optional<AccessPath> by = all.stream().filter(foretold).findFirst();
    if (by.isPresent()) {
      return new Judgement.Confirmed(by.get());
    }
    boolean open = all.stream().anyMatch(path -> path.outcome() instanceof Outcome.Undetermined);
    return open
        ? new Judgement.Open(Unexplained.UNDETERMINED)
        : new Judgement.Contradicted(oneOfEach(against));
  }

  /// One prediction for each deciding clause and outcome.
  private static List<AccessPath> oneOfEach(List<AccessPath> paths) {
    record Kind(Clause clause, String outcome) {}
    Map<Kind, AccessPath> kinds = new LinkedHashMap<>();
    for (AccessPath path : paths) {
      kinds.putIfAbsent(new Kind(path.trail().decision().clause(), path.outcome().word()), path);
    }
    return new ArrayList<>(kinds.values());
  }

  private static Compared open(Unexplained why) {
    return new Compared(Optional.empty(), new Judgement.Open(why));
  }
}

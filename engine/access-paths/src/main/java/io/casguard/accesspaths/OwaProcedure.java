package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.OwaFacts.External.Published;
import io.casguard.accesspaths.OwaFacts.SiteServers.Fit;
import io.casguard.accesspaths.OwaFacts.Target;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Outlook Web Access: specification 2.1.
///
/// Gathers facts, asks `OwaTable`, checks the hop that the table proposes, and tells the trail.
/// Public folders (O-10) are not simulated.
final class OwaProcedure implements Procedure {
  /// An entry without a virtual directory answers 404, as any web server does.
  private static final Failure NO_DIRECTORY =
      Failure.because("no_owa_directory_at_entry").withStatus(404);

  private static final Failure NO_CLIENT_ACCESS =
      Failure.because("entry_is_no_client_access_server");
  private static final Failure ENTRY_UNREACHABLE = Failure.because("entry_unreachable");
  private static final Failure NOTHING_BEHIND = Failure.because("no_server_behind_name");

  private final Organization organization;
  private final Assumptions assumptions;
  private final Names names;
  private final DoorRemarks doorRemarks;
  private final OwaSites sites = new OwaSites();
  private final Map<HopKey, HopResult> hops = new HashMap<>();
  private final Map<OtherKey, Ending> others = new HashMap<>();

  private record HopKey(Server first, Target target, boolean outside) {}

  private record OtherKey(Server first, Site site, Version version) {}

  OwaProcedure(Organization organization, Assumptions assumptions) {
    this.organization = organization;
    this.assumptions = assumptions;
    this.names = new Names(organization);
    this.doorRemarks = new DoorRemarks(names);
  }

  @Override
  public Simulation simulate(Request request) {
    if (request.entry().isEmpty()) {
      return told(
          request,
          new TrailDraft()
              .end(
                  Decision.by(Clause.D_2, ENTRY_UNREACHABLE),
                  "no name and no server is reachable from the " + request.from().word(),
                  at(Path.SPEC.key(Vocabulary.PUBLISHING.name()), "the published names")));
    }
    Door door = request.entry().get();
    List<Server> behind = door.servers().stream().filter(OwaProcedure::answers).toList();
    if (behind.isEmpty()) {
      return told(request, nothingBehind(door));
    }
    Server first = behind.getFirst();
    if (isOutside(first)) {
      return new Simulation.UnsupportedEntry(
          request,
          first.name()
              + " runs "
              + first.version().toOptional().orElseThrow().title()
              + "; only Exchange 2007 Client Access servers are simulated as the first server");
    }
    Ending ending = answer(first, request);
    List<String> remarks = new ArrayList<>(doorRemarks.of(request, first));
    remarks.addAll(ending.remarks());
    List<String> oneOf = new ArrayList<>(ending.oneOf());
    compareOthers(behind, ending, request, oneOf, remarks);
    return told(request, new Ending(ending.trail(), oneOf, remarks), first);
  }

  /// What a first server answers, over every way to fill in what is unsaid.
  Ending answer(Server first, Request request) {
    return Suppositions.decide(supposition -> run(first, request, supposition));
  }

  /// The servers behind a name are expected to answer alike; where they do not, that is remarked
  /// on.
  private void compareOthers(
      List<Server> behind,
      Ending ending,
      Request request,
      List<String> oneOf,
      List<String> remarks) {
    boolean local = ending.outcome() instanceof Outcome.Local;
    for (Server other : behind.subList(1, behind.size())) {
      if (isOutside(other)) {
        continue;
      }
      Ending there = answerOfOther(other, request);
      if (local && there.outcome() instanceof Outcome.Local) {
        oneOf.add(other.name());
      } else if (!there.agreesWith(ending)) {
        remarks.add(
            "at "
                + other.name()
                + ", which stands behind the same name, the outcome is "
                + there.outcome().word());
      }
    }
    if (local && !oneOf.isEmpty()) {
      oneOf.addFirst(behind.getFirst().name());
    }
  }

  /// The answer of a further server behind a name, of which only the outcome is used: it is the
  /// same for every mailbox server of one site and version.
  private Ending answerOfOther(Server other, Request request) {
    if (!(request.mailbox() instanceof Mailbox.At(Server mailbox))
        || mailbox.equals(other)
        || mailbox.is(Role.MAILBOX) != Holds.YES
        || !request.path().equals(Request.OWA)) {
      return answer(other, request);
    }
    Optional<Site> site = mailbox.site();
    Optional<Version> version = mailbox.version().toOptional();
    return site.isPresent() && version.isPresent()
        ? others.computeIfAbsent(
            new OtherKey(other, site.get(), version.get()), _ -> answer(other, request))
        : answer(other, request);
  }

  private Ending run(Server first, Request request, Supposition supposition) {
    OwaRun run = OwaRun.of(request, supposition);
    TrailDraft trail = run.trail();
    Optional<Ending> blocked = blocked(request, run);
    if (blocked.isPresent()) {
      return blocked.get();
    }
    Optional<Ending> shut = unable(first, run);
    if (shut.isPresent()) {
      return shut.get();
    }
    Optional<Server> mailboxServer = request.mailbox().server();
    if (mailboxServer.isEmpty()) {
      return withoutMailboxServer(request, trail);
    }
    Server mailbox = mailboxServer.get();
    Optional<OwaFacts> gathered = new OwaGather(sites, assumptions, run, first, mailbox).gather();
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
                  supposition,
                  first,
                  mailbox,
                  request.path().startsWith("/public")
                      ? Vocabulary.LEGACY_PUBLIC
                      : Vocabulary.LEGACY_EXCHANGE)
              .refusal(trail)
              .orElseGet(() -> trail.end(decision));
      case Outcome.Proxy _ -> proxied(facts, decision, first, mailbox, run);
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

  private Optional<Ending> blocked(Request request, OwaRun run) {
    if (!(request.mailbox() instanceof Mailbox.Of(Population population))) {
      return Optional.empty();
    }
    Path key = population.path().key(Vocabulary.OWA_ENABLED.name());
    return run.supposition().holds(population.mayUse(Protocol.OWA), key)
        ? Optional.empty()
        : Optional.of(
            run.trail()
                .end(
                    Decision.by(Clause.D_1, new Outcome.Blocked("owa_disabled")),
                    "Outlook Web Access is switched off for " + population.name(),
                    at(key, "OWAEnabled is off")));
  }

  private static Optional<Ending> unable(Server first, OwaRun run) {
    if (first.is(Role.CLIENT_ACCESS) == Holds.YES && OwaRun.entryDirectory(first).isPresent()) {
      return Optional.empty();
    }
    Path roles = first.path().key(Vocabulary.ROLES.name());
    if (!run.supposition().holds(first.is(Role.CLIENT_ACCESS), roles)) {
      return Optional.of(
          run.trail()
              .end(
                  Decision.by(Clause.D_3, NO_CLIENT_ACCESS),
                  first.name() + " does not hold the Client Access role",
                  at(roles, "the roles of " + first.name())));
    }
    Known<?> directories = first.directories(DirectoryKind.OWA);
    boolean none =
        directories instanceof Known.Absent<?>
            || (directories instanceof Known.Value<?> && OwaRun.entryDirectory(first).isEmpty());
    Path owa = first.path().key(DirectoryKind.OWA.key());
    return none
        ? Optional.of(
            run.trail()
                .end(
                    Decision.by(Clause.D_3, NO_DIRECTORY),
                    first.name() + " has no owa directory",
                    at(owa, "there is none")))
        : Optional.empty();
  }

  private static Ending withoutMailboxServer(Request request, TrailDraft trail) {
    Path key = request.mailbox().path().key(Vocabulary.MAILBOX_SERVER.name());
    boolean unsaid =
        request.mailbox() instanceof Mailbox.Of(Population population)
            && population.get(Vocabulary.MAILBOX_SERVER) instanceof Known.Unsaid<String>;
    return trail.end(
        unsaid
            ? Decision.by(Clause.O_2, new Outcome.Undetermined(List.of(key)))
            : Decision.by(Clause.O_2, OwaFailures.NO_MAILBOX),
        "no mailbox server is stated for " + request.mailbox().name(),
        at(key, "the mailbox server"));
  }

  private Ending proxied(
      OwaFacts facts, Decision decision, Server first, Server mailbox, OwaRun run) {
    boolean outside = facts.external() instanceof Published;
    List<Target> targets =
        facts.external() instanceof Published(List<Target> published)
            ? published.subList(0, 1)
            : facts.servers() instanceof Fit(List<Target> fit) ? fit : List.of();
    if (outside) {
      run.trail()
          .passes(
              Clause.O_7,
              decision.outcome().namedServer().orElse("")
                  + " publishes "
                  + targets.getFirst().url()
                  + ", and "
                  + first.name()
                  + " has RedirectToOptimalOWAServer off: the request is proxied there",
              at(first.path(), "RedirectToOptimalOWAServer is off"));
    }
    List<Target> silent = new ArrayList<>();
    for (Target target : targets) {
      Ending ending = hop(target, outside, first, mailbox, run, targets, silent);
      boolean goesOn =
          ending.outcome().refusal().filter(OwaFailures.NO_ANSWER.reason()::equals).isPresent()
              && silent.size() + 1 < targets.size();
      if (!goesOn) {
        return ending;
      }
      silent.add(target);
      run.trail()
          .passes(
              Clause.C_10,
              target.server() + " does not answer and is passed over",
              ending.trail().decision().because().toArray(Evidence[]::new));
    }
    throw new IllegalStateException("a table proposes a hop without a target");
  }

  private Ending hop(
      Target target,
      boolean outside,
      Server first,
      Server mailbox,
      OwaRun run,
      List<Target> targets,
      List<Target> silent) {
    TrailDraft trail = run.trail();
    HopResult result = hop(target, outside, first, mailbox, run.supposition());
    trail.passes(result.passed());
    remarkOthers(target, targets, silent, result.refused().isEmpty(), first, mailbox, run);
    if (result.refused().isPresent()) {
      return trail.end(result.refused().get());
    }
    if (assumptions.choice() == Assumptions.Choice.ANY) {
      trail.choseAmong(
          targets.stream()
              .filter(one -> !silent.contains(one))
              .map(Target::server)
              .distinct()
              .toList());
    }
    Server reached = result.reached();
    return trail.end(
        Decision.by(Clause.O_9H, new Outcome.Proxy(reached.name(), target.url())),
        reached.name() + " opens the mailbox; the user keeps the first address",
        at(reached.path(), reached.name()));
  }

  /// Any of several fit servers may be chosen. Where another one would end differently, that is
  /// remarked on.
  private void remarkOthers(
      Target chosen,
      List<Target> targets,
      List<Target> silent,
      boolean reached,
      Server first,
      Server mailbox,
      OwaRun run) {
    for (Target other : targets) {
      if (other.equals(chosen) || silent.contains(other)) {
        continue;
      }
      Optional<String> reason =
          hop(other, false, first, mailbox, new Supposition(List.of()))
              .refused()
              .flatMap(refused -> refused.outcome().refusal());
      boolean passedOver = reason.filter(OwaFailures.NO_ANSWER.reason()::equals).isPresent();
      if (reason.isEmpty() != reached && !passedOver) {
        run.trail()
            .remark(
                other.server()
                    + " may be chosen instead (C-10); there the request "
                    + reason.map(word -> "fails (" + word + ")").orElse("succeeds"));
      }
    }
  }

  /// The checks of one hop. Where nothing had to be supposed they are made once for each pair of
  /// servers, whoever's mailbox it is.
  private HopResult hop(
      Target target, boolean outside, Server first, Server mailbox, Supposition supposition) {
    HopKey key = new HopKey(first, target, outside);
    HopResult known = hops.get(key);
    if (known != null) {
      return known;
    }
    int asked = supposition.asked();
    HopResult result =
        HopResult.of(
            new OwaHop(
                names,
                supposition,
                first,
                organization.serverNamed(target.server()).orElseThrow(),
                mailbox,
                target.url(),
                outside),
            target,
            outside ? OwaHop.OUTSIDE_CHECKS : OwaHop.CHECKS);
    if (supposition.asked() == asked) {
      hops.put(key, result);
    }
    return result;
  }

  private static Ending nothingBehind(Door door) {
    if (door instanceof Door.OfName(var published)
        && published.get(Vocabulary.PUBLISHED_SERVERS) instanceof Known.Unsaid<?>(Path what)) {
      return new TrailDraft()
          .end(
              Decision.by(Clause.D_3, new Outcome.Undetermined(List.of(what))),
              "which servers stand behind " + door.name() + " is unsaid",
              at(what, "unsaid"));
    }
    return new TrailDraft()
        .end(
            Decision.by(Clause.D_3, NOTHING_BEHIND),
            "no server answers behind " + door.name(),
            at(door.path(), door.name()));
  }

  private static boolean answers(Server server) {
    return Holds.of(server.get(Vocabulary.AVAILABLE), up -> up) != Holds.NO;
  }

  /// True for a server that clients do reach by Outlook Web Access, though not by the procedure of
  /// Exchange 2007.
  private static boolean isOutside(Server server) {
    boolean other = server.is2007() == Holds.NO;
    boolean speaks =
        server.is(Role.CLIENT_ACCESS) == Holds.YES
            || Holds.of(server.version(), version -> version.isLegacy()) == Holds.YES;
    return other && speaks;
  }

  private AccessPath told(Request request, Ending ending) {
    return new AccessPath(
        request,
        ending.outcome(),
        reachedWithoutLink(ending.outcome()),
        ending.outcome().refusal(),
        ending.oneOf(),
        request.mailbox().users(Protocol.OWA),
        ending.trail(),
        ending.remarks());
  }

  private AccessPath told(Request request, Ending ending, Server first) {
    if (!(ending.outcome() instanceof Outcome.RedirectLink link)) {
      return told(request, ending);
    }
    OwaLink.Followed followed = new OwaLink(this, names, request).follow(link, first);
    List<String> remarks = new ArrayList<>(ending.remarks());
    remarks.addAll(followed.remarks());
    return new AccessPath(
        request,
        ending.outcome(),
        Optional.of(followed.reached()),
        followed.reason(),
        ending.oneOf(),
        request.mailbox().users(Protocol.OWA),
        ending.trail(),
        remarks);
  }

  private static Optional<Reached> reachedWithoutLink(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Local _,
          Outcome.Proxy _,
          Outcome.LegacyProxy _,
          Outcome.DirectRpc _,
          Outcome.RedirectSilent _,
          Outcome.Redirect302 _,
          Outcome.PublicFolderLookup _ ->
          Optional.of(Reached.YES);
      case Outcome.RedirectLink _, Outcome.Redirect451 _ -> Optional.of(Reached.OWN_ACTION);
      case Outcome.Blocked _, Outcome.Fail _ -> Optional.of(Reached.NO);
      case Outcome.Undetermined _ -> Optional.empty();
    };
  }
}

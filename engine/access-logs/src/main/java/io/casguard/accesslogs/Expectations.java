package io.casguard.accesslogs;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Outcome;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the simulator foretells for all user classes, less what was seen.
final class Expectations {
  /// Something that was seen.
  record Sight(Protocol protocol, Server first, Observed observed) {}

  private record Expected(
      Protocol protocol, Network from, String door, String outcome, String server) {}

  private final Organization organization;
  private final Assumptions assumptions;
  private final List<Sight> seen;
  private final Set<Server> logged;
  private final Map<Expected, NotObserved> missing = new LinkedHashMap<>();

  Expectations(
      Organization organization, Assumptions assumptions, List<Sight> seen, Set<Server> logged) {
    this.organization = organization;
    this.assumptions = assumptions;
    this.seen = seen;
    this.logged = logged;
  }

  /// What nobody saw, at the doors whose logs were read.
  List<NotObserved> notObserved() {
    for (Matrix.Row row : Matrix.of(organization, assumptions).rows()) {
      Optional<Door> door = row.userClass().door();
      if (door.isPresent() && isLogged(row.path().request().protocol())) {
        look(row, door.get());
      }
    }
    return List.copyOf(missing.values());
  }

  private static boolean isLogged(Protocol protocol) {
    return switch (protocol) {
      case OWA, ACTIVE_SYNC, EWS, OUTLOOK_ANYWHERE, AUTODISCOVER, OAB, UM -> true;
      case AVAILABILITY, POP3, IMAP4, MAPI -> false;
    };
  }

  private void look(Matrix.Row row, Door door) {
    AccessPath path = row.path();
    List<Server> firsts = door.servers().stream().filter(logged::contains).toList();
    if (firsts.isEmpty() || !isVisible(path.outcome()) || isSeen(path, firsts)) {
      return;
    }
    boolean unread =
        (path.outcome() instanceof Outcome.Proxy || path.outcome() instanceof Outcome.LegacyProxy)
            && path.server().flatMap(organization::serverNamed).filter(logged::contains).isEmpty();
    int users = row.userClass().first() ? row.userClass().users().toOptional().orElse(0) : 0;
    String server = path.server().orElse("");
    missing.merge(
        new Expected(
            path.request().protocol(),
            path.request().from(),
            door.name(),
            path.outcome().word(),
            server),
        new NotObserved(
            path.request().protocol(),
            path.request().from(),
            door.name(),
            path.outcome().word(),
            server,
            1,
            users,
            unread),
        (one, other) ->
            new NotObserved(
                one.protocol(),
                one.from(),
                one.door(),
                one.outcome(),
                one.server(),
                one.classes() + other.classes(),
                one.users() + other.users(),
                one.unread()));
  }

  private static boolean isVisible(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Undetermined _, Outcome.Blocked _, Outcome.Fail _ -> false;
      case Outcome.Local _,
          Outcome.Proxy _,
          Outcome.LegacyProxy _,
          Outcome.RedirectLink _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _ ->
          true;
    };
  }

  private boolean isSeen(AccessPath path, List<Server> firsts) {
    return seen.stream()
        .filter(sight -> sight.protocol() == path.request().protocol())
        .filter(sight -> firsts.contains(sight.first()))
        .anyMatch(sight -> shows(sight.observed(), path));
  }

  private static boolean shows(Observed observed, AccessPath path) {
    return switch (observed) {
      case Observed.Served() ->
          path.outcome() instanceof Outcome.Local || path.outcome() instanceof Outcome.DirectRpc;
      case Observed.Proxied(Server second) ->
          (path.outcome() instanceof Outcome.Proxy || path.outcome() instanceof Outcome.LegacyProxy)
              && (path.oneOf().stream().anyMatch(second.name()::equalsIgnoreCase)
                  || path.server().filter(second.name()::equalsIgnoreCase).isPresent());
      case Observed.Redirected(String outcome) -> path.outcome().word().equals(outcome);
      case Observed.RefusedThere _, Observed.Refused _ -> false;
    };
  }
}

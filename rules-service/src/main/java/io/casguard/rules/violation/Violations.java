package io.casguard.rules.violation;

import io.casguard.contracts.ViolationChanged;
import io.casguard.contracts.ViolationEvent;
import io.casguard.contracts.ViolationOpened;
import io.casguard.contracts.ViolationResolved;
import io.casguard.contracts.ViolationWaiverLapsed;
import io.casguard.contracts.WaiverFacts;
import io.casguard.servicekit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The violations of all organizations, and the one place where they are opened and resolved.
@Singleton
public class Violations implements PanacheRepository<ViolationRow> {
  private final Outbox outbox;

  Violations(Outbox outbox) {
    this.outbox = outbox;
  }

  /// A revision as far as its violations are concerned, the waived ones among them.
  ///
  /// @param why how those that it no longer has are said to have ended: "repaired"
  public record Seen(
      String organization,
      long revision,
      @Nullable String commit,
      Instant at,
      List<Found> found,
      String why) {
    public Seen {
      found = List.copyOf(found);
    }
  }

  /// Turns the standing violations into those of a revision and announces each step, in the
  /// caller's transaction.
  public Uni<Turned> turn(Seen seen) {
    return find(
            "organization = ?1 and resolvedAtRevision is null", Sort.by("id"), seen.organization())
        .list()
        .chain(open -> turn(seen, open));
  }

  /// How many violations a revision opened, changed and resolved.
  public record Turned(int opened, int changed, int resolved) {}

  /// A page of an organization's violations, the oldest first, after a row.
  Uni<List<ViolationRow>> page(String organization, Filter filter, long after, int most) {
    return find(
            "organization = ?1 and id > ?2" + filter.condition(),
            Sort.by("id"),
            organization,
            after)
        .range(0, most - 1)
        .list();
  }

  private Uni<Turned> turn(Seen seen, List<ViolationRow> standing) {
    Map<Long, ViolationRow> rows =
        standing.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
    Turn turn = Turn.from(standing.stream().map(ViolationRow::toDomain).toList(), seen.found());
    List<ViolationEvent> events = new ArrayList<>();
    List<ViolationRow> begun = new ArrayList<>();
    for (Episode episode : turn.resolved) {
      kept(rows, episode).resolve(seen.revision(), seen.at(), seen.why());
      events.add(resolved(seen, episode, seen.why()));
    }
    for (Episode episode : turn.waived) {
      String why = waived(episode.found().waiver().orElseThrow());
      kept(rows, episode).resolve(seen.revision(), seen.at(), why);
      events.add(resolved(seen, episode, why));
      begun.add(begun(seen, episode.found()));
    }
    for (Episode episode : turn.changed) {
      kept(rows, episode).tell(episode.found());
      events.add(changed(seen, episode));
    }
    for (Episode episode : turn.exposed) {
      kept(rows, episode).open(episode.found(), seen.revision(), seen.at());
      events.add(exposed(seen, episode.found()));
    }
    for (Found found : turn.opened) {
      begun.add(begun(seen, found));
      events.add(opened(seen, found));
    }
    turn.excused.forEach(found -> begun.add(begun(seen, found)));
    turn.retold.forEach(episode -> kept(rows, episode).tell(episode.found()));
    turn.ended.forEach(
        episode -> kept(rows, episode).resolve(seen.revision(), seen.at(), seen.why()));
    return flush() // a resolved episode leaves the index before another of its fingerprint enters
        .chain(() -> begun.isEmpty() ? Uni.createFrom().voidItem() : persist(begun))
        .chain(() -> outbox.append(events))
        .replaceWith(
            new Turned(
                turn.opened.size() + turn.exposed.size(),
                turn.changed.size(),
                turn.resolved.size() + turn.waived.size()));
  }

  private static ViolationRow begun(Seen seen, Found found) {
    return ViolationRow.opened(seen.organization(), found, seen.revision(), seen.at());
  }

  private static String waived(WaiverFacts waiver) {
    return "waived until %s by %s%s"
        .formatted(
            waiver.expires(),
            waiver.owner(),
            waiver.ticket() == null ? "" : " (" + waiver.ticket() + ")");
  }

  /// The row that an episode was read from.
  private static ViolationRow kept(Map<Long, ViolationRow> rows, Episode episode) {
    return Objects.requireNonNull(rows.get(episode.id()));
  }

  private static ViolationEvent opened(Seen seen, Found found) {
    return new ViolationOpened(
        UUID.randomUUID(),
        seen.at(),
        seen.organization(),
        seen.revision(),
        seen.commit(),
        found.facts(),
        seen.revision());
  }

  /// What was waived is open now: because its waiver lapsed, or was taken back.
  private static ViolationEvent exposed(Seen seen, Found found) {
    return found
        .lapsedWaiver()
        .<ViolationEvent>map(
            waiver ->
                new ViolationWaiverLapsed(
                    UUID.randomUUID(),
                    seen.at(),
                    seen.organization(),
                    seen.revision(),
                    seen.commit(),
                    found.facts(),
                    seen.revision(),
                    waiver))
        .orElseGet(() -> opened(seen, found));
  }

  private static ViolationEvent changed(Seen seen, Episode episode) {
    return new ViolationChanged(
        UUID.randomUUID(),
        seen.at(),
        seen.organization(),
        seen.revision(),
        seen.commit(),
        episode.found().facts(),
        episode.openedAtRevision());
  }

  private static ViolationEvent resolved(Seen seen, Episode episode, String why) {
    return new ViolationResolved(
        UUID.randomUUID(),
        seen.at(),
        seen.organization(),
        seen.revision(),
        seen.commit(),
        episode.found().facts(),
        episode.openedAtRevision(),
        seen.revision(),
        why);
  }
}

package io.casguard.notification.incident;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/// Every episode of every incident.
@Singleton
public class Incidents implements PanacheRepositoryBase<IncidentRow, Long> {
  /// Stores what follows from a sighting, in the caller's transaction; empty where nothing does.
  public Uni<Optional<Incident.Outcome>> follow(Sighting sighting) {
    return find("incidentKey = ?1 order by episode desc", sighting.key().text())
        .page(Page.ofSize(1))
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .<IncidentRow>firstResult()
        .chain(
            latest -> {
              var outcome =
                  latest == null ? Incident.begin(sighting) : latest.toDomain().follow(sighting);
              return outcome
                  .map(found -> store(latest, found.incident()).replaceWith(outcome))
                  .orElseGet(() -> Uni.createFrom().item(outcome));
            });
  }

  /// The episodes of one incident, the newest first.
  Uni<List<IncidentRow>> episodes(String key) {
    return list("incidentKey = ?1 order by episode desc", key);
  }

  /// The episodes of an organization that come before one, the newest first.
  Uni<List<IncidentRow>> page(String organization, Optional<String> state, long before, int most) {
    var newest = " order by id desc";
    var query =
        state
            .map(
                wanted ->
                    find(
                        "organization = ?1 and id < ?2 and state = ?3" + newest,
                        organization,
                        before,
                        wanted))
            .orElseGet(() -> find("organization = ?1 and id < ?2" + newest, organization, before));
    return query.page(Page.ofSize(most)).list();
  }

  private Uni<Void> store(
      @org.jspecify.annotations.Nullable IncidentRow latest, Incident incident) {
    if (latest != null && latest.episode == incident.episode().number()) {
      latest.take(incident);
      return Uni.createFrom().voidItem();
    }
    return persist(IncidentRow.of(incident)).replaceWithVoid();
  }
}

package io.casguard.servicekit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.vertx.RunOnVertxContext;
import io.quarkus.test.vertx.UniAsserter;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "trial")
@WithKafka(topics = {"casguard.topology-changes", "casguard.dead-letters.trial-service"})
class ProgressIT {
  private final Progress progress;
  private final String organization = "org-" + UUID.randomUUID();

  @Inject
  ProgressIT(Progress progress) {
    this.progress = progress;
  }

  @Test
  @RunOnVertxContext
  void whoIsOvertakenDoesNotWrite(UniAsserter tests) {
    // Given
    tests.execute(() -> Panache.withTransaction(() -> progress.advance(organization, 0, 1)));
    tests.execute(() -> Panache.withTransaction(() -> progress.advance(organization, 1, 2)));

    // When // Then
    tests.assertFailedWith(
        () -> Panache.withTransaction(() -> progress.advance(organization, 1, 2)), Overtaken.class);
    tests.assertFailedWith(
        () -> Panache.withTransaction(() -> progress.advance(organization, 0, 1)), Overtaken.class);
    tests.assertThat(
        () -> Panache.withSession(() -> progress.last(organization)),
        last -> assertThat(last).isEqualTo(2));
  }
}

package io.casguard.notification.delivery;

import static io.casguard.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.casguard.contracts.ViolationOpened;
import io.casguard.notification.Inbound;
import io.casguard.notification.ReceiverPlace;
import io.casguard.notification.Topics;
import io.casguard.notification.receiver.Receivers;
import io.casguard.notification.told.Bell;
import io.casguard.notification.webhook.WebhookClient;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // the framework fills its fields
@QuarkusTest
@WithPostgres(database = "notification", fresh = true)
@WithKafka(topics = {Topics.VIOLATIONS, Topics.ACCESS_PATH_CHANGES, Topics.DEAD_LETTERS})
@QuarkusTestResource(value = ReceiverPlace.class, restrictToAnnotatedClass = true)
class DispatcherIT {
  private final String organization = "org-" + UUID.randomUUID();

  @ReceiverPlace.Place HttpServer place;
  @Inject Dispatcher dispatcher;
  @Inject Deliveries deliveries;
  @Inject Receivers receivers;
  @Inject WebhookClient client;
  @Inject DeliveryConfig config;
  @Inject Bell bell;

  @Test
  void whatWasNotDeliveredSurvivesTheWorkerUnderTheSameId() throws Exception {
    // Given
    Inbound.at(place, "/attentive", _ -> 204);
    var down = Inbound.at(place, "/absent", _ -> 500);
    Topics.send(
        Topics.VIOLATIONS,
        ViolationOpened.TYPE,
        Topics.example(ViolationOpened.TYPE, organization, 42));
    eventually(() -> assertThat(down.about(organization)).isNotEmpty());
    dispatcher.stop(new ShutdownEvent());
    var up = Inbound.at(place, "/absent", _ -> 200);

    // When
    var restarted = new Dispatcher(deliveries, receivers, client, config, bell);
    restarted.start(new StartupEvent());

    // Then
    eventually(() -> assertThat(up.about(organization)).hasSize(1));
    assertThat(up.about(organization).getFirst().id())
        .isEqualTo(down.about(organization).getFirst().id());
    restarted.stop(new ShutdownEvent());
  }
}

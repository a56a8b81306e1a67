package io.casguard.demoreceiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoReceiverTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String BODY =
      """
      {"specversion":"1.0","type":"casguard.incident.opened.v1","subject":"inc-a","data":{
        "organization":"contoso","revision":42,"title":"LEE-CAS1 accepts no integrated logon",
        "people":{"owa":900},
        "violation":{"guideline":"CAP-103","site":"leeds","server":"LEE-CAS1"}}}
      """;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private DemoReceiver receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = new DemoReceiver(0, SECRET, new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aSignedWebhookIsTakenAndTold() throws Exception {
    // When
    int status = post("msg_1", Instant.now(), BODY, BODY);

    // Then
    assertThat(status).isEqualTo(204);
    assertThat(printed.toString(UTF_8))
        .isEqualTo(
            "webhook verified: CAP-103 opened at leeds/LEE-CAS1 (contoso 42): LEE-CAS1 accepts no"
                + " integrated logon; 900 OWA users"
                + System.lineSeparator());
  }

  @Test
  void aFlippedBitIsRefused() throws Exception {
    // When
    int status = post("msg_1", Instant.now(), BODY, BODY.replace("900", "901"));

    // Then
    assertThat(status).isEqualTo(401);
    assertThat(printed.toString(UTF_8)).startsWith("webhook refused");
  }

  @Test
  void anOldTimestampIsRefused() throws Exception {
    // When
    int status = post("msg_1", Instant.now().minus(Duration.ofMinutes(6)), BODY, BODY);

    // Then
    assertThat(status).isEqualTo(401);
  }

  @Test
  void oneThatComesAgainIsTakenAndToldSo() throws Exception {
    // Given
    post("msg_1", Instant.now(), BODY, BODY);

    // When
    int status = post("msg_1", Instant.now(), BODY, BODY);

    // Then
    assertThat(status).isEqualTo(204);
    assertThat(printed.toString(UTF_8)).endsWith("(again)" + System.lineSeparator());
  }

  private int post(String id, Instant at, String signed, String sent) throws Exception {
    var seconds = at.getEpochSecond();
    var request =
        HttpRequest.newBuilder(URI.create(receiver.url()))
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(seconds))
            .header("webhook-signature", new Webhook(SECRET).sign(id, seconds, signed))
            .POST(BodyPublishers.ofString(sent))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}

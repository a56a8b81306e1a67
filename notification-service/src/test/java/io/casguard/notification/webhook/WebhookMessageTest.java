package io.casguard.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookMessageTest {
  private static final Secret SECRET = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  @Test
  void thePublishedVectorIsSignedAsPublished() {
    // When
    var message =
        WebhookMessage.signed(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}",
            SECRET);

    // Then
    assertThat(message.headers())
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void whatIsSignedVerifiesAndNoFlippedBitDoes(long seed) throws Exception {
    // Given
    var random = new Random(seed);
    var key = new byte[32];
    random.nextBytes(key);
    var secret = new Secret("whsec_" + Base64.getEncoder().encodeToString(key));
    var body =
        random
            .ints(1 + random.nextInt(2_000), 1, 0xD7FF)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    var receiver = new Webhook(secret.text());

    // When
    var message = WebhookMessage.signed("msg_" + seed, Instant.now(), body, secret);

    // Then
    receiver.verify(body, headers(message));
    for (int i = 0; i < 50; i++) {
      var flipped = flip(body, random);
      assertThatThrownBy(() -> receiver.verify(flipped, headers(message)))
          .isInstanceOf(WebhookVerificationException.class);
    }
  }

  @Test
  void aSecretIsNotShown() {
    // When // Then
    assertThat(SECRET.toString()).isEqualTo("whsec_…");
  }

  private static String flip(String body, Random random) {
    var bytes = body.getBytes(StandardCharsets.UTF_16BE);
    bytes[random.nextInt(bytes.length / 2) * 2 + 1] ^= 1;
    return new String(bytes, StandardCharsets.UTF_16BE);
  }

  private static Map<String, List<String>> headers(WebhookMessage message) {
    var headers = new TreeMap<String, List<String>>();
    message.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return headers;
  }
}

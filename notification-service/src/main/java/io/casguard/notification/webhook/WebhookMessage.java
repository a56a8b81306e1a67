package io.casguard.notification.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Map;

/// A request of Standard Webhooks 1.0.0: how a step becomes one, without sending it.
///
/// A secret is `whsec_` and the base64 of random bytes, such as `openssl rand -base64 32` makes;
/// sender and receiver share it.
public record WebhookMessage(Map<String, String> headers, String body) {
  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";

  /// Signs a body.
  ///
  /// @param id the same at each attempt; receivers drop one they have seen
  /// @param now the moment of this attempt; receivers drop what is older than minutes
  public static WebhookMessage signed(String id, Instant now, String body, Secret secret) {
    try {
      var signature = new Webhook(secret.text()).sign(id, now.getEpochSecond(), body);
      return new WebhookMessage(
          Map.of(
              ID,
              id,
              TIMESTAMP,
              Long.toString(now.getEpochSecond()),
              SIGNATURE,
              signature,
              "content-type",
              "application/cloudevents+json; charset=utf-8",
              "user-agent",
              "casguard"),
          body);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalArgumentException("the secret cannot sign", e);
    }
  }
}

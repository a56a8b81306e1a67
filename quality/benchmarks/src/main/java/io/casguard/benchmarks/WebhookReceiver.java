package io.casguard.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Receives webhooks in this process and verifies each signature with the published library.
final class WebhookReceiver implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int KEY_BYTES = 32;
  private static final int ACCEPTED = 204;
  private static final int REFUSED = 401;

  private final String secret;
  private final Webhook webhook;
  private final HttpServer server;
  private final BlockingQueue<Told> toggles = new LinkedBlockingQueue<>();

  /// What was told of the toggled organization, and when its signature had been verified.
  record Told(long revision, long atNanos) {}

  WebhookReceiver() throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    this.secret = "whsec_" + Base64.getEncoder().encodeToString(key);
    try {
      this.webhook = new Webhook(secret);
    } catch (EmptyWebhookSecretException impossible) {
      throw new IllegalStateException(impossible);
    }
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/webhooks", this::receive);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Writes the receivers.yaml that names this receiver.
  Path receiversFile(Path folder) throws IOException {
    int port = server.getAddress().getPort();
    Path secretFile = Files.writeString(folder.resolve("secret"), secret);
    return Files.writeString(
        folder.resolve("receivers.yaml"),
        """
        allow:
          - {host: 127.0.0.1, port: %d, network: 127.0.0.1/32}
        receivers:
          - name: benchmark
            url: http://127.0.0.1:%d/webhooks
            secret: {file: %s}
        """
            .formatted(port, port, secretFile));
  }

  /// Waits for the webhook that a revision brought about, and says when it was verified.
  long await(long revision, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Told told = toggles.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (told == null) {
        throw new IOException(
            "no webhook told of revision %d within %d s".formatted(revision, patience.toSeconds()));
      }
      if (told.revision() == revision) {
        return told.atNanos();
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      try {
        webhook.verify(body, headers(exchange));
      } catch (WebhookVerificationException forged) {
        exchange.sendResponseHeaders(REFUSED, -1);
        return;
      }
      long verified = System.nanoTime();
      exchange.sendResponseHeaders(ACCEPTED, -1);
      JsonNode incident = JSON.readTree(body).path("data");
      if (incident.path("organization").asText().equals(Toggled.ORGANIZATION)
          && incident.path("violation").path("guideline").asText().equals(Toggled.GUIDELINE)) {
        toggles.add(new Told(incident.path("revision").asLong(), verified));
      }
    }
  }

  /// The library looks for names in lower case, the JDK's server capitalizes them.
  private static Map<String, List<String>> headers(HttpExchange exchange) {
    var headers = new HashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return headers;
  }
}

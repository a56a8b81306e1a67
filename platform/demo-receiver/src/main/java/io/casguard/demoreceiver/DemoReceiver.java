package io.casguard.demoreceiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;

/// Verifies each webhook that is posted to `/webhooks` and prints a line about it. It listens on this machine only.
///
///     java -cp ... io.casguard.demoreceiver.DemoReceiver --port 9600
///
/// The secret, `whsec_` and base64, is in the environment variable `CASGUARD_DEMO_SECRET`. Port 0 is any free one; the first
/// line of the output names it. With `--until-input-ends` it ends with its standard input, as a part of `casguard up` does.
public final class DemoReceiver implements AutoCloseable {
  private static final String SECRET = "CASGUARD_DEMO_SECRET";
  private static final int LARGEST_BODY = 1 << 20;
  private static final int REMEMBERED = 10_000;

  private final Webhook webhook;
  private final PrintStream out;
  private final HttpServer server;
  private final Map<List<String>, Boolean> seen =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// Listens at a port, and prints to the given place.
  public DemoReceiver(int port, String secret, PrintStream out) throws IOException {
    try {
      this.webhook = new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the secret is empty", e);
    }
    this.out = out;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/webhooks", this::receive);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// Where it is posted to.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  public static void main(String[] arguments) throws IOException {
    int port = 0;
    boolean untilInputEnds = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--port" -> port = Integer.parseInt(arguments[++i]);
        case "--until-input-ends" -> untilInputEnds = true;
        default ->
            throw new IllegalArgumentException(arguments[i] + ": say --port or --until-input-ends");
      }
    }
    var secret = System.getenv(SECRET);
    if (secret == null) {
      System.err.println("the environment has no " + SECRET);
      System.exit(2);
      return;
    }
    var receiver = new DemoReceiver(port, secret, System.out);
    System.out.println("listening at " + receiver.url());
    if (untilInputEnds) {
      System.in.transferTo(OutputStream.nullOutputStream());
      receiver.close();
      System.exit(0);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream input = exchange.getRequestBody()) {
      if (!exchange.getRequestMethod().equals("POST")) {
        answer(exchange, 405);
        return;
      }
      byte[] body = input.readNBytes(LARGEST_BODY);
      answer(exchange, take(new String(body, StandardCharsets.UTF_8), headers(exchange)));
    }
  }

  /// First the signature, over the very text that came; only then the text is read. The answer is
  /// an HTTP status.
  private int take(String body, Map<String, List<String>> headers) {
    try {
      webhook.verify(body, headers);
    } catch (WebhookVerificationException e) {
      out.println("webhook refused: " + e.getMessage());
      return 401;
    }
    try {
      out.println(
          Line.about(body)
              + (isNew(headers.getOrDefault("webhook-id", List.of(""))) ? "" : "  (again)"));
      return 204;
    } catch (IOException e) {
      out.println("webhook refused: its body is no JSON");
      return 400;
    }
  }

  private synchronized boolean isNew(List<String> id) {
    return seen.put(id, true) == null;
  }

  /// The library looks for names in lower case, the JDK's server capitalizes them.
  private static Map<String, List<String>> headers(HttpExchange exchange) {
    var headers = new HashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    return headers;
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }
}

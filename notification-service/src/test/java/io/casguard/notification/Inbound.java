package io.casguard.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/// What arrives at one receiver, and how it is answered.
public final class Inbound implements HttpHandler {
  /// A webhook as it arrived; header names are in lower case.
  public record Arrived(Map<String, List<String>> headers, String body) {
    public String id() {
      return Objects.requireNonNull(headers.get("webhook-id")).getFirst();
    }

    public JsonObject event() {
      return new JsonObject(body);
    }

    public JsonObject incident() {
      return event().getJsonObject("data");
    }
  }

  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final ToIntFunction<Arrived> answer;

  private Inbound(ToIntFunction<Arrived> answer) {
    this.answer = answer;
  }

  /// Takes the place of whoever received at a path.
  public static Inbound at(HttpServer server, String path, ToIntFunction<Arrived> answer) {
    var inbound = new Inbound(answer);
    try {
      server.removeContext(path);
    } catch (IllegalArgumentException nobodyThereYet) {
      // then nobody is replaced
    }
    server.createContext(path, inbound);
    return inbound;
  }

  /// All that arrived about an organization, in its order.
  public List<Arrived> about(String organization) {
    return arrived.stream()
        .filter(one -> one.incident().getString("organization").equals(organization))
        .toList();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new HashMap<String, List<String>>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var one = new Arrived(headers, body);
      arrived.add(one);
      int status = answer.applyAsInt(one);
      if (status / 100 == 3) {
        exchange.getResponseHeaders().add("location", "/elsewhere");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }
}

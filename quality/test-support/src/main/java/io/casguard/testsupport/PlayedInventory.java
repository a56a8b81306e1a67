package io.casguard.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Inventory-service as its consumers see it: revisions over HTTP, and their announcements on
/// Kafka. What it answers is what a test has put there before.
///
/// The server keeps its answers by path, and is told them over HTTP, since Quarkus loads the
/// classes of a test more than once.
public record PlayedInventory(URI address) {
  private static final String STATUS = "Answer-With";
  private static final String COMMIT = "5f1c9d0b7a6e4c3d2b1a09f8e7d6c5b4a3928170";
  private static final String AT = "2026-11-25T02:30:00.123Z";
  private static final JsonMapper JSON = new JsonMapper();

  private record Answer(int status, String body) {
    static final Answer UNKNOWN = new Answer(404, "{\"status\":404}");
  }

  /// The inventory of this JVM; it is started by the first who asks and ends with the JVM.
  public static PlayedInventory shared() throws IOException, InterruptedException {
    return new PlayedInventory(
        URI.create(OncePerJvm.text("casguard.test.inventory", PlayedInventory::start)));
  }

  /// Accepts a revision and announces it.
  public void put(String organization, long revision, String manifest)
      throws IOException, InterruptedException {
    keep(organization, revision, manifest);
    announce(organization, revision);
  }

  /// Accepts a revision of one file, `topology.yaml`, and does not announce it.
  public void keep(String organization, long revision, String manifest)
      throws IOException, InterruptedException {
    ObjectNode document = document(organization, revision, false).put("digest", "d" + revision);
    document.putArray("files").addObject().put("name", "topology.yaml").put("text", manifest);
    answer(organization, revision, 200, document.toString());
  }

  /// Ends the organization with a revision and announces it.
  public void delete(String organization, long revision) throws IOException, InterruptedException {
    ObjectNode document = document(organization, revision, true);
    document.putArray("files");
    answer(organization, revision, 200, document.toString());
    ObjectNode event = event(organization, revision);
    send("casguard.organization.deleted.v1", organization, event);
  }

  /// Announces a revision, whether it can be had or not.
  public void announce(String organization, long revision)
      throws IOException, InterruptedException {
    ObjectNode event =
        event(organization, revision).put("digest", "d" + revision).put("changesInAll", 0);
    event.putArray("changes");
    send("casguard.topology.changed.v1", organization, event);
  }

  /// Answers with an error instead of the revision, until the revision is accepted.
  public void fail(String organization, long revision, int status)
      throws IOException, InterruptedException {
    answer(organization, revision, status, "{\"status\":" + status + "}");
  }

  private void answer(String organization, long revision, int status, String body)
      throws IOException, InterruptedException {
    URI path = address.resolve("/organizations/" + organization + "/revisions/" + revision);
    try (HttpClient client = HttpClient.newHttpClient()) {
      client.send(
          HttpRequest.newBuilder(path)
              .header(STATUS, Integer.toString(status))
              .PUT(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.discarding());
    }
  }

  private static ObjectNode document(String organization, long revision, boolean deleted) {
    ObjectNode document =
        JSON.createObjectNode()
            .put("organization", organization)
            .put("revision", revision)
            .put("deleted", deleted)
            .put("at", AT)
            .put("changes", 1);
    provenance(document);
    return document;
  }

  private static ObjectNode event(String organization, long revision) {
    ObjectNode event =
        JSON.createObjectNode()
            .put("id", UUID.randomUUID().toString())
            .put("at", AT)
            .put("organization", organization)
            .put("revision", revision);
    provenance(event);
    return event;
  }

  private static void provenance(ObjectNode node) {
    node.putObject("provenance").put("source", "git").put("commit", COMMIT);
  }

  private static void send(String type, String organization, ObjectNode event)
      throws IOException, InterruptedException {
    KafkaTopic topic = KafkaTopic.named("casguard.topology-changes");
    var letter = new ProducerRecord<>(topic.name(), organization, event.toString());
    letter.headers().add("ce_type", type.getBytes(UTF_8));
    topic.send(letter);
  }

  private static String start() throws IOException {
    Map<String, Answer> answers = new ConcurrentHashMap<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> serve(exchange, answers));
    server.start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> server.stop(0)));
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void serve(HttpExchange exchange, Map<String, Answer> answers) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (exchange.getRequestMethod().equals("PUT")) {
        int status = Integer.parseInt(exchange.getRequestHeaders().getFirst(STATUS));
        answers.put(path, new Answer(status, sent));
        exchange.sendResponseHeaders(204, -1);
      } else {
        Answer answer = answers.getOrDefault(path, Answer.UNKNOWN);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }
}

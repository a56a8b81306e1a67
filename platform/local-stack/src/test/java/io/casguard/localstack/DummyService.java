package io.casguard.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A service that says where Kafka is, and leaves with its launcher unless it is stubborn.
final class DummyService {
  private DummyService() {}

  static void main(String[] arguments) throws Exception {
    String behaviour = arguments[0];
    if (behaviour.equals("broken")) {
      throw new IllegalStateException("the service has no licence to start");
    }
    int port = Integer.parseInt(System.getenv("PORT"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    byte[] answer = System.getenv("KAFKA").getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    if (behaviour.equals("stubborn")) {
      Thread.currentThread().join();
    }
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  /// A part that behaves so; any port will do.
  static ServicePart part(String name, String behaviour) {
    return part(name, behaviour, 0);
  }

  static ServicePart part(String name, String behaviour, int port) {
    return new ServicePart(
        name,
        port,
        port,
        "/ready",
        command(DummyService.class, behaviour),
        addresses ->
            Map.of(
                "PORT", Integer.toString(addresses.port(name)),
                "KAFKA", addresses.kafkaBootstrapServers()));
  }

  /// Runs a main class of the tests with this Java and this class path.
  static List<String> command(Class<?> program, String argument) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        program.getName(),
        argument);
  }
}

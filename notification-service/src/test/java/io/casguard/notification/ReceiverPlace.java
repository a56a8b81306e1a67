package io.casguard.notification;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/// A server that stands for the receivers, and the operator's file that names them; public because
/// Quarkus makes it.
///
/// A test says what is done at `/{receiver}`, until then it is answered with 204.
@NullUnmarked // the framework fills its fields
public final class ReceiverPlace implements QuarkusTestResourceLifecycleManager {
  /// Marks the field that is given the server.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  public @interface Place {}

  /// With what every receiver's messages are signed.
  public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /// The receivers of the file.
  public static final List<String> NAMES = List.of("attentive", "absent", "leaving");

  private HttpServer server;
  private Path file;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      Inbound.at(server, "/", _ -> 204);
      server.start();
      file = Files.createTempFile("receivers", ".yaml");
      Files.writeString(file, text(server.getAddress().getPort()));
      return Map.of(
          "casguard.receivers.file", file.toString(),
          "casguard.receivers.inline-secrets", "true",
          "casguard.delivery.schedule", "0s,200ms",
          "casguard.delivery.poll", "100ms");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(
        server, new TestInjector.AnnotatedAndMatchesType(Place.class, HttpServer.class));
  }

  @Override
  public void stop() {
    server.stop(0);
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(int port) {
    return "allow:\n  - {host: 127.0.0.1, port: %d}\nreceivers:\n".formatted(port)
        + NAMES.stream()
            .map(
                name ->
                    "  - {name: %s, url: \"http://127.0.0.1:%d/%s\", secret: %s}\n"
                        .formatted(name, port, name, SECRET))
            .collect(Collectors.joining());
  }
}

package io.casguard.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.casguard.cli.LocalServices;
import io.casguard.localstack.LocalStack;
import io.casguard.localstack.ServicePart;
import io.casguard.localstack.StackPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The product without its notifications, started once for all tests; it ends with this JVM.
final class Product {
  /// The root of the project.
  static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

  private static final int ANY_PORT = 0;
  private static @Nullable LocalStack running;

  private Product() {}

  /// The running product; the first who asks starts it.
  static synchronized LocalStack running() throws IOException, InterruptedException {
    if (running == null) {
      running = start();
    }
    return running;
  }

  private static LocalStack start() throws IOException, InterruptedException {
    Path folder = Path.of("target/product").toAbsolutePath();
    Files.createDirectories(folder);
    LocalServices services = new LocalServices(HOME, folder.resolve("no-receivers.yaml"));
    StackPlan plan =
        new StackPlan(
            folder,
            true,
            LocalServices.DATABASES,
            LocalServices.topics(),
            Stream.of(LocalServices.INVENTORY, LocalServices.RULES, LocalServices.SIMULATOR)
                .map(services::part)
                .map(Product::atAnyPort)
                .toList());
    return switch (LocalStack.start(plan, new PrintStream(System.out, true, UTF_8))) {
      case LocalStack.Start.Up(LocalStack stack) -> stack;
      case LocalStack.Start.Held held -> throw new IllegalStateException(held.told());
      case LocalStack.Start.Failed(String why) -> throw new IllegalStateException(why);
    };
  }

  /// Two ports, for a service whose health shared the other's would answer only some of the
  /// requests.
  private static ServicePart atAnyPort(ServicePart part) {
    try (var port = new ServerSocket(ANY_PORT, 1, InetAddress.getLoopbackAddress());
        var managementPort = new ServerSocket(ANY_PORT, 1, InetAddress.getLoopbackAddress())) {
      return new ServicePart(
          part.name(),
          port.getLocalPort(),
          managementPort.getLocalPort(),
          part.readyPath(),
          part.command(),
          part.environment());
    } catch (IOException none) {
      throw new UncheckedIOException("no port is free", none);
    }
  }

  /// The folders of `examples/` that are an organization each.
  static List<Path> examples() throws IOException {
    try (var folders = Files.list(HOME.resolve("examples"))) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.endsWith("plans"))
          .sorted()
          .toList();
    }
  }
}

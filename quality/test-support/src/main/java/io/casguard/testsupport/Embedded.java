package io.casguard.testsupport;

import io.casguard.localstack.EmbeddedKafka;
import io.casguard.localstack.EmbeddedPostgres;
import io.casguard.localstack.EmbeddedPostgres.Durability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Servers as processes of this machine, in a temporary folder that goes with the JVM.
final class Embedded {
  private static final int ANY_PORT = 0;

  private Embedded() {}

  static PostgresServer postgres() throws IOException, InterruptedException {
    Path folder = folder();
    var server =
        EmbeddedPostgres.start(
            new EmbeddedPostgres.Settings(
                folder.resolve("postgres"),
                ANY_PORT,
                folder.resolve("postgres.log"),
                Durability.FORGOTTEN));
    closeWithTheJvm(server, folder);
    return new PostgresServer(
        server.address().getHost(),
        server.address().getPort(),
        EmbeddedPostgres.USER,
        server.password());
  }

  static KafkaServer kafka() throws IOException, InterruptedException {
    Path folder = folder();
    var broker =
        EmbeddedKafka.start(
            new EmbeddedKafka.Settings(
                folder.resolve("kafka"), ANY_PORT, folder.resolve("kafka.log")));
    closeWithTheJvm(broker, folder);
    return new KafkaServer(broker.bootstrapServers());
  }

  /// Everybody may walk through it, since PostgreSQL is not run by root.
  private static Path folder() throws IOException {
    Path folder = Files.createTempDirectory("casguard-test-");
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  private static void closeWithTheJvm(AutoCloseable server, Path folder) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      try (server) {
                        // its folder is deleted after it
                      } catch (Exception cause) {
                        throw new IllegalStateException("cannot stop a server of the tests", cause);
                      }
                      delete(folder);
                    }));
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}

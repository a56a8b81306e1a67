package io.casguard.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/// The program of the broker's own process; it ends when its standard input does.
///
/// Its arguments are a properties file of Kafka and the name of the cluster. A broker that cannot
/// start leaves threads that would keep the process alive, so the program halts.
final class KafkaBroker {
  private KafkaBroker() {}

  static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    try {
      var server = new KafkaRaftServer(new KafkaConfig(formatted(file, arguments[1])), Time.SYSTEM);
      server.startup();
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::shutdown));
      Thread.ofPlatform().daemon().start(KafkaBroker::leaveWithTheLauncher);
      server.awaitShutdown();
    } catch (Exception cause) {
      cause.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static Properties formatted(Path file, String cluster) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    int exit =
        StorageTool.execute(
            new String[] {
              "format", "--ignore-formatted", "--cluster-id", cluster, "--config", file.toString()
            },
            System.out);
    if (exit != 0) {
      throw new IOException("cannot format " + properties.getProperty("log.dirs"));
    }
    return properties;
  }

  private static void leaveWithTheLauncher() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException pipeIsBroken) {
      // it has ended, too
    }
    System.exit(0);
  }
}

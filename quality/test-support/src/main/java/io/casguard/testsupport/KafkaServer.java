package io.casguard.testsupport;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/// A running Kafka broker, which makes no topic by itself.
public record KafkaServer(String bootstrapServers) {
  private static final short ONE_COPY = 1;

  /// The broker of this JVM; it is started by the first who asks and ends with the JVM.
  public static KafkaServer shared() throws IOException, InterruptedException {
    return new KafkaServer(
        OncePerJvm.text(
            "casguard.test.kafka", () -> Backend.chosen().startKafka().bootstrapServers()));
  }

  /// Creates the topics that are not there yet, each of so many partitions.
  public void createTopics(Collection<String> names, int partitions)
      throws IOException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> known = admin.listTopics().names().get();
      admin
          .createTopics(
              names.stream()
                  .filter(name -> !known.contains(name))
                  .map(name -> new NewTopic(name, partitions, ONE_COPY))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException failure) {
      throw new IOException("cannot create the topics " + names, failure.getCause());
    }
  }

  /// Creates an empty topic of one partition and returns its name, which starts with the one given.
  public String freshTopic(String name) throws IOException, InterruptedException {
    String fresh = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    createTopics(Set.of(fresh), 1);
    return fresh;
  }
}

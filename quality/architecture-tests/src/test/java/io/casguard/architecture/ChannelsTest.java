package io.casguard.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every service that listens to Kafka states about each channel.
class ChannelsTest {
  private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";

  /// A channel that a service listens to.
  record Listening(Room service, String channel) {
    @Override
    public String toString() {
      return service.folder + " at " + channel;
    }
  }

  static Stream<Listening> channels() {
    return House.rooms().stream()
        .filter(room -> room.kind == Room.Kind.SERVICE)
        .flatMap(
            room ->
                House.classesOf(room).stream()
                    .flatMap(ChannelsTest::listeners)
                    .map(method -> new Listening(room, channel(method))));
  }

  @Test
  void someServiceListens() {
    assertThat(channels()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("channels")
  void everyIncomingChannelStatesItsTopicAndItsFailureStrategy(Listening listening)
      throws IOException {
    Properties stated = properties(listening.service());
    String channel = "mp.messaging.incoming." + listening.channel() + ".";

    assertThat(stated)
        .containsEntry(channel + "topic", "${casguard.topics." + listening.channel() + "}")
        .containsEntry(channel + "failure-strategy", "dead-letter-queue");
  }

  private static Stream<JavaMethod> listeners(JavaClass type) {
    return type.getMethods().stream().filter(method -> method.isAnnotatedWith(INCOMING));
  }

  private static String channel(JavaMethod method) {
    return method.getAnnotationOfType(INCOMING).get("value").orElseThrow().toString();
  }

  private static Properties properties(Room service) throws IOException {
    Path file = Path.of("../..", service.folder, "src/main/resources/application.properties");
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}

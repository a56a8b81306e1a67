package io.casguard.servicekit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.contracts.EventTypes;
import io.casguard.contracts.TopologyChanged;
import io.casguard.contracts.ViolationOpened;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceivedTest {
  static Stream<String> types() {
    return EventTypes.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void theExampleOfEveryEventIsReadAndWrittenAgain(String type) throws IOException {
    // When
    var received = Received.of(letter("contoso", type, example(type)));

    // Then
    assertThat(received).isInstanceOf(Received.Known.class);
    var written = EventJson.write(((Received.Known) received).event());
    assertThat(written.replaceAll("\\s", "")).isEqualTo(example(type).replaceAll("\\s", ""));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aFieldOfALaterProducerIsPassedOver(String type) throws IOException {
    // Given
    var later = example(type).replaceFirst("\\{", "{ \"addedLater\" : [ 1 ],");

    // When
    var received = Received.of(letter("contoso", type, later));

    // Then
    assertThat(received).isEqualTo(Received.of(letter("contoso", type, example(type))));
  }

  @Test
  void aTypeOfALaterProducerIsUnknown() {
    // When
    var received = Received.of(letter("contoso", "casguard.topology.changed.v2", "{}"));

    // Then
    assertThat(received).isEqualTo(new Received.Unknown("casguard.topology.changed.v2"));
  }

  @Test
  void aFieldThatTheContractDemandsIsMissed() throws IOException {
    // Given
    var broken = example(ViolationOpened.TYPE).replaceFirst("\"guideline\"", "\"guidelin\"");

    // When
    var received = Received.of(letter("contoso", ViolationOpened.TYPE, broken));

    // Then
    assertThat(received).isEqualTo(new Received.Unreadable("its violation.guideline is missing"));
  }

  @Test
  void anEventUnderTheKeyOfAnotherOrganizationIsUnreadable() throws IOException {
    // When
    var received =
        Received.of(letter("fabrikam", TopologyChanged.TYPE, example(TopologyChanged.TYPE)));

    // Then
    assertThat(received).isEqualTo(new Received.Unreadable("its key is not its organization"));
  }

  @Test
  void whatIsNoJsonIsUnreadable() {
    // When
    var received = Received.of(letter("contoso", TopologyChanged.TYPE, "<topology/>"));

    // Then
    assertThat(received)
        .isInstanceOfSatisfying(
            Received.Unreadable.class,
            unreadable ->
                assertThat(unreadable.why()).startsWith("its body is no TopologyChanged: "));
  }

  private static ConsumerRecord<String, byte[]> letter(String key, String type, String body) {
    var letter = new ConsumerRecord<>("topic", 0, 0, key, body.getBytes(UTF_8));
    letter.headers().add(CloudEventHeaders.TYPE, type.getBytes(UTF_8));
    return letter;
  }

  private static String example(String type) throws IOException {
    try (var file = ReceivedTest.class.getResourceAsStream("/contracts/" + type + ".json")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}

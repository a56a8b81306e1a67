package io.casguard.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventsTest {
  private static final Instant HALF_PAST = Instant.parse("2026-11-25T02:30:00.500Z");
  private static final String COMMIT = "5f1c9d0b7a6e4c3d2b1a09f8e7d6c5b4a3928170";
  private static final ViolationFacts VIOLATION =
      new ViolationFacts(
          "3b0c44298fc1c149afbf4c8996fb9242",
          "CAP-103",
          "error",
          "leeds",
          "LEE-CAS1",
          "owa (Default Web Site)",
          "spec.sites.leeds.servers.LEE-CAS1.owa",
          "contoso.yaml",
          30,
          "LEE-CAS1 is asked to proxy OWA but does not accept integrated Windows authentication",
          "The proxying server logs on with Kerberos; a directory that does not offer it refuses"
              + " the request.",
          List.of(
              "Set-OwaVirtualDirectory 'LEE-CAS1\\owa (Default Web Site)'"
                  + " -FormsAuthentication $false -WindowsAuthentication $true"),
          Map.of("owa", 900L),
          "SA",
          "found",
          Instant.parse("2026-11-25T05:31:30.123Z"));

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  static Stream<Event> events() {
    return Stream.of(
        new TopologyChanged(
            id(1),
            Instant.parse("2026-11-25T02:30:00.123Z"),
            "contoso",
            42,
            "9f2c7f1f6f0d5a4e8b3c2d1e0f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c4d3e2f1a",
            new Provenance("git", "Ada Moreno", COMMIT, "Publish OWA in Leeds"),
            List.of(
                new Change(
                    "spec.sites.leeds.servers.LEE-CAS1.owa.externalUrl",
                    "added",
                    null,
                    "https://leeds.contoso.com/owa"),
                new Change("spec.sites.leeds.internetFacing", "changed", "false", "true")),
            2),
        new OrganizationDeleted(
            id(2),
            Instant.parse("2026-11-25T02:31:00Z"),
            "contoso",
            43,
            new Provenance("api", null, null, null)),
        new ViolationOpened(id(3), HALF_PAST, "contoso", 42, COMMIT, VIOLATION, 42),
        new ViolationWaiverLapsed(
            id(7),
            HALF_PAST,
            "contoso",
            42,
            COMMIT,
            VIOLATION,
            42,
            new WaiverFacts(
                "spec.sites.leeds.servers.LEE-CAS1.owa",
                "Forms stay on until the branch office has the new portal.",
                "ann@contoso.com",
                "CHG-4711",
                LocalDate.parse("2026-11-24"))),
        new ViolationChanged(id(4), HALF_PAST, "contoso", 44, COMMIT, VIOLATION, 42),
        new ViolationResolved(
            id(5), HALF_PAST, "contoso", 45, COMMIT, VIOLATION, 42, 45, "repaired"),
        new AccessPathsChanged(
            id(6),
            Instant.parse("2026-11-25T02:30:01Z"),
            "contoso",
            42,
            41L,
            COMMIT,
            "BREAKS",
            List.of(
                new PeopleMoved(
                    "owa",
                    "PROXY",
                    "FAIL",
                    900,
                    List.of(
                        new CounterExample(
                            "SEA-CAS1",
                            "LEE-MBX1",
                            "internet",
                            "PROXY",
                            "FAIL",
                            "no",
                            "no_fit_server",
                            "O-8"))),
                new PeopleMoved("activesync", null, "LOCAL", 12, List.of())),
            311,
            List.of(
                new ReachChanged(
                    "owa",
                    "SEA-CAS1",
                    "leeds",
                    "internet",
                    900,
                    900,
                    new CounterExample(
                        "SEA-CAS1",
                        "LEE-MBX1",
                        "internet",
                        "PROXY",
                        "FAIL",
                        "no",
                        "no_fit_server",
                        "O-8")))));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anEventIsWrittenAsItsExample(Event event) throws IOException {
    // When
    var written = json.readTree(json.writeValueAsString(event));

    // Then
    assertThat(written).isEqualTo(json.readTree(example(event.type())));
  }

  @ParameterizedTest
  @MethodSource("events")
  void anExampleIsReadAsItsEvent(Event event) throws IOException {
    // When
    var read = json.readValue(example(event.type()), record(event.type()));

    // Then
    assertThat(read).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("events")
  void aFieldOfALaterProducerIsIgnored(Event event) throws IOException {
    // Given
    var later = (ObjectNode) json.readTree(example(event.type()));
    later.put("addedLater", "unheard of");

    // When
    var read = json.treeToValue(later, record(event.type()));

    // Then
    assertThat(read).isEqualTo(event);
  }

  @Test
  void anAccessPathChangeOfAnEarlierProducerHasNoReach() throws IOException {
    // Given
    var earlier = (ObjectNode) json.readTree(example(AccessPathsChanged.TYPE));
    earlier.remove("reach");

    // When
    var read = json.treeToValue(earlier, AccessPathsChanged.class);

    // Then
    assertThat(read.reach()).isEmpty();
  }

  @Test
  void aViolationOfAnEarlierProducerSaysNothingOfReplication() throws IOException {
    // Given
    var earlier = (ObjectNode) json.readTree(example(ViolationOpened.TYPE));
    ((ObjectNode) earlier.path("violation")).remove("unsettledUntil");

    // When
    var read = json.treeToValue(earlier, ViolationOpened.class);

    // Then
    assertThat(read.violation().unsettledUntil()).isNull();
  }

  @Test
  void aTypeOfALaterProducerHasNoRecord() {
    // When
    var record = EventTypes.named("casguard.topology.changed.v2");

    // Then
    assertThat(record).isEmpty();
  }

  @Test
  void everyEventHasItsTypeAndItsExample() throws IOException, URISyntaxException {
    // When
    List<String> examples;
    try (var files = Files.list(Path.of(EventsTest.class.getResource("/contracts").toURI()))) {
      examples = files.map(file -> file.getFileName().toString().replace(".json", "")).toList();
    }

    // Then
    assertThat(Set.<Class<?>>copyOf(EventTypes.all().values()))
        .containsExactlyInAnyOrderElementsOf(records(Event.class).toList());
    assertThat(EventTypes.all().keySet()).containsExactlyInAnyOrderElementsOf(examples);
    assertThat(events())
        .allSatisfy(event -> assertThat(record(event.type())).isEqualTo(event.getClass()))
        .hasSize(EventTypes.all().size());
  }

  @Test
  void aTopologyChangeListsAHundredChangesAtMost() {
    // Given
    var changes = Collections.nCopies(101, new Change("spec.sites.leeds", "added", null, null));

    // When // Then
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TopologyChanged(
                    id(1),
                    HALF_PAST,
                    "contoso",
                    1,
                    "0",
                    new Provenance("api", null, null, null),
                    changes,
                    101))
        .withMessage("lists 101 of 101 changes");
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Stream.of(type.getPermittedSubclasses()).flatMap(EventsTest::records);
  }

  private static Class<? extends Event> record(String type) {
    return EventTypes.named(type).orElseThrow();
  }

  private static String example(String type) throws IOException {
    try (InputStream file = EventsTest.class.getResourceAsStream("/contracts/" + type + ".json")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }

  private static UUID id(int number) {
    return UUID.fromString("0d7b6f5e-52b8-4f0c-9f6e-3c1f5a9d7a0" + number);
  }
}

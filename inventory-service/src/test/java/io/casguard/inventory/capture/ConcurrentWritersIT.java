package io.casguard.inventory.capture;

import static io.casguard.inventory.Inventory.anOrganization;
import static io.casguard.inventory.Inventory.get;
import static io.casguard.inventory.Inventory.manifest;
import static io.casguard.inventory.Inventory.put;
import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.inventory.AnnouncedEvents;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithPostgres(database = "inventory")
@WithKafka(topics = "casguard.topology-changes")
class ConcurrentWritersIT {
  private static final int WRITERS = 50;

  @Test
  void fiftyWritersMakeFiftyRevisionsAndFiftyEventsInOrder() throws Exception {
    // Given
    var organization = anOrganization();

    // When
    var answers =
        atOnce(
            IntStream.rangeClosed(1, WRITERS)
                .<Callable<ValidatableResponse>>mapToObj(
                    cost -> () -> put(organization, manifest(organization, cost)))
                .toList());

    // Then
    var numbers = LongStream.rangeClosed(1, WRITERS).boxed().toList();
    assertThat(answers.stream().map(answer -> answer.extract().jsonPath().getLong("revision")))
        .containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(
            get(organization, "/revisions?limit=100")
                .extract()
                .jsonPath()
                .getList("revisions.revision", Long.class))
        .containsExactlyElementsOf(numbers.reversed());
    eventually(
        () ->
            assertThat(AnnouncedEvents.of(organization))
                .containsExactlyElementsOf(
                    numbers.stream()
                        .map(number -> "casguard.topology.changed.v1 " + number)
                        .toList()));
  }

  @Test
  void ofManyWritersWhoPresumeTheSameOneGetsOn() throws Exception {
    // Given
    var organization = anOrganization();
    put(organization, manifest(organization, 1));

    // When
    var answers =
        atOnce(
            IntStream.rangeClosed(2, 11)
                .<Callable<ValidatableResponse>>mapToObj(
                    cost ->
                        () ->
                            put(
                                given().header("If-Match", "\"1\""),
                                organization,
                                manifest(organization, cost)))
                .toList());

    // Then
    assertThat(answers.stream().map(answer -> answer.extract().statusCode()))
        .containsOnlyOnce(200)
        .containsOnly(200, 412);
  }

  @Test
  void whoPutsTheSameAtOnceMakesOneRevision() throws Exception {
    // Given
    var organization = anOrganization();

    // When
    var answers =
        atOnce(
            IntStream.range(0, 10)
                .<Callable<ValidatableResponse>>mapToObj(
                    _ -> () -> put(organization, manifest(organization, 1)))
                .toList());

    // Then
    assertThat(answers.stream().map(answer -> answer.extract().statusCode()))
        .containsOnlyOnce(201)
        .containsOnly(200, 201);
    get(organization, "").statusCode(200);
    eventually(
        () ->
            assertThat(AnnouncedEvents.of(organization))
                .containsExactly("casguard.topology.changed.v1 1"));
  }

  private static List<ValidatableResponse> atOnce(List<Callable<ValidatableResponse>> calls)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<ValidatableResponse>();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}

package io.casguard.notification;

import static io.casguard.testsupport.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.casguard.contracts.AccessPathsChanged;
import io.casguard.contracts.ViolationChanged;
import io.casguard.contracts.ViolationOpened;
import io.casguard.contracts.ViolationResolved;
import io.casguard.contracts.ViolationWaiverLapsed;
import io.casguard.notification.Inbound.Arrived;
import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked // the framework fills its fields
@QuarkusTest
@WithPostgres(database = "notification", fresh = true)
@WithKafka(topics = {Topics.VIOLATIONS, Topics.ACCESS_PATH_CHANGES, Topics.DEAD_LETTERS})
@QuarkusTestResource(value = ReceiverPlace.class, restrictToAnnotatedClass = true)
class NotificationIT {
  private final String organization = "org-" + UUID.randomUUID();

  @TestHTTPResource("/feed")
  URI feed;

  @ReceiverPlace.Place HttpServer place;
  private Inbound attentive;

  @BeforeEach
  void receiveAttentively() {
    attentive = Inbound.at(place, "/attentive", _ -> 204);
  }

  @Test
  void aViolationIsToldFromItsOpeningToItsEnd() throws Exception {
    // When
    opened(42);
    changed(43);
    resolved(45);

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(3));
    for (Arrived webhook : attentive.about(organization)) {
      new Webhook(ReceiverPlace.SECRET).verify(webhook.body(), webhook.headers());
    }
    assertThat(attentive.about(organization))
        .extracting(webhook -> webhook.event().getString("type"))
        .containsExactly(
            "casguard.incident.opened.v1",
            "casguard.incident.changed.v1",
            "casguard.incident.resolved.v1");
    assertThat(attentive.about(organization))
        .extracting(webhook -> webhook.event().getString("subject"))
        .allMatch(subject -> subject.matches("inc-[a-z2-7]{26}"))
        .containsOnly(attentive.about(organization).getFirst().event().getString("subject"));
    assertThat(attentive.about(organization)).extracting(Arrived::id).doesNotHaveDuplicates();
  }

  @Test
  void aLapsedWaiverOpensAnIncidentByTheSameRevision() throws Exception {
    // Given
    opened(42);
    Topics.send(
        Topics.VIOLATIONS,
        ViolationResolved.TYPE,
        Topics.example(ViolationResolved.TYPE, organization, 43)
            .put("at", "2026-11-25T03:00:00Z")
            .put("why", "waived until 2026-11-25"));

    // When
    Topics.send(
        Topics.VIOLATIONS,
        ViolationWaiverLapsed.TYPE,
        Topics.example(ViolationWaiverLapsed.TYPE, organization, 43)
            .put("at", "2026-11-26T00:00:00Z"));

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(3));
    assertThat(attentive.about(organization))
        .extracting(webhook -> webhook.event().getString("type"))
        .containsExactly(
            "casguard.incident.opened.v1",
            "casguard.incident.resolved.v1",
            "casguard.incident.opened.v1");
    var incident = attentive.about(organization).getLast().event().getJsonObject("data");
    assertThat(incident.getInteger("episode")).isEqualTo(2);
    assertThat(incident.getString("title")).contains("its waiver by ann@contoso.com lapsed on");
    assertThat(incident.getJsonObject("lapsedWaiver").getString("ticket")).isEqualTo("CHG-4711");
  }

  @Test
  void theBodyIsTheIncident() throws Exception {
    // When
    opened(42);

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(1));
    var event = attentive.about(organization).getFirst().event();
    var incident = event.getJsonObject("data");
    assertThat(event.getString("specversion")).isEqualTo("1.0");
    assertThat(incident.getString("state")).isEqualTo("open");
    assertThat(incident.getLong("revision")).isEqualTo(42);
    assertThat(incident.getString("commit")).startsWith("5f1c9d0b");
    assertThat(incident.getJsonObject("people").getLong("owa")).isEqualTo(900);
    assertThat(incident.getJsonArray("remedy").getString(0)).startsWith("Set-OwaVirtualDirectory");
    assertThat(incident.getString("link")).endsWith("/incidents/" + incident.getString("key"));
    assertThat(incident.getJsonObject("violation").getString("guideline")).isEqualTo("CAP-103");
    assertThat(incident.getJsonObject("violation").getString("unsettledUntil"))
        .isEqualTo("2026-11-25T05:31:30.123Z");
  }

  @Test
  void anEventWithoutACommitIsTaken() throws Exception {
    // Given
    var event = Topics.example(ViolationOpened.TYPE, organization, 42);
    event.remove("commit");
    event.getJsonObject("violation").remove("server");

    // When
    Topics.send(Topics.VIOLATIONS, ViolationOpened.TYPE, event);

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(1));
  }

  @Test
  void anEventThatComesAgainIsToldOnce() throws Exception {
    // Given
    var event = Topics.example(ViolationOpened.TYPE, organization, 42).put("openedAtRevision", 42);
    Topics.send(Topics.VIOLATIONS, ViolationOpened.TYPE, event);
    eventually(() -> assertThat(attentive.about(organization)).hasSize(1));

    // When
    Topics.send(Topics.VIOLATIONS, ViolationOpened.TYPE, event);
    resolved(45);

    // Then
    eventually(
        () ->
            assertThat(attentive.about(organization))
                .extracting(webhook -> webhook.event().getString("type"))
                .containsExactly("casguard.incident.opened.v1", "casguard.incident.resolved.v1"));
  }

  @Test
  void aReturnIsAnotherEpisodeOfTheSameIncident() throws Exception {
    // When
    opened(42);
    resolved(45);
    opened(50);

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(3));
    var returned = attentive.about(organization).getLast().incident();
    assertThat(returned.getInteger("episode")).isEqualTo(2);
    assertThat(returned.getInteger("previousEpisode")).isEqualTo(1);
    given()
        .get("/incidents/" + returned.getString("key"))
        .then()
        .statusCode(200)
        .body("incident.state", equalTo("open"))
        .body("incident.episode", equalTo(2))
        .body("earlier", hasSize(1))
        .body("earlier[0].state", equalTo("resolved"))
        .body("earlier[0].why", equalTo("repaired"));
  }

  @Test
  void usersWhoNoLongerArriveAreAnIncidentUntilTheyDo() throws Exception {
    // Given
    var lost = Topics.example(AccessPathsChanged.TYPE, organization, 42);
    var again = Topics.example(AccessPathsChanged.TYPE, organization, 43);
    var reach = again.getJsonArray("reach").getJsonObject(0).put("lost", 0).put("notReached", 0);
    reach.remove("counterExample");

    // When
    Topics.send(Topics.ACCESS_PATH_CHANGES, AccessPathsChanged.TYPE, lost);
    Topics.send(Topics.ACCESS_PATH_CHANGES, AccessPathsChanged.TYPE, again);

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(2));
    var incident = attentive.about(organization).getFirst().incident();
    assertThat(incident.getString("kind")).isEqualTo("path");
    assertThat(incident.getString("title"))
        .isEqualTo(
            "900 owa users who come in at SEA-CAS1 from the internet do not reach their mailboxes"
                + " in leeds");
    assertThat(incident.getJsonObject("path").getJsonObject("counterExample").getString("clause"))
        .isEqualTo("O-8");
    assertThat(attentive.about(organization).getLast().incident().getString("state"))
        .isEqualTo("resolved");
  }

  @Test
  void whatCannotBeReadIsParkedAndTheNextEventGoesOn() throws Exception {
    // When
    Topics.send(Topics.VIOLATIONS, ViolationOpened.TYPE, organization, "{\"id\": poison");
    opened(42);

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(1));
    eventually(() -> assertThat(Topics.read(Topics.DEAD_LETTERS, organization)).hasSize(1));
  }

  @Test
  void aRedirectionIsAFailureAndIsNotFollowed() throws Exception {
    // Given
    var elsewhere = Inbound.at(place, "/elsewhere", _ -> 204);
    var absent = Inbound.at(place, "/absent", _ -> 307);

    // When
    opened(42);

    // Then
    eventually(() -> assertThat(absent.about(organization)).hasSizeGreaterThanOrEqualTo(3));
    assertThat(absent.about(organization))
        .extracting(Arrived::id)
        .containsOnly(absent.about(organization).getFirst().id());
    assertThat(elsewhere.about(organization)).isEmpty();
    given()
        .queryParam("receiver", "absent")
        .queryParam("incident", absent.about(organization).getFirst().incident().getString("key"))
        .get("/deliveries")
        .then()
        .statusCode(200)
        .body("[0].state", equalTo("waiting"))
        .body("[0].due", notNullValue())
        .body("[0].attempts.status", everyItem(equalTo(307)))
        .body("[0].attempts.outcome", hasItem("redirected, which is not followed"))
        .body("[0].messageId", matchesPattern("msg_[a-z2-7]{26}"));
  }

  @Test
  void whatFollowsWaitsUntilTheReceiverHasTheFirst() throws Exception {
    // Given
    var absent = Inbound.at(place, "/absent", _ -> 503);
    opened(42);
    resolved(45);
    eventually(() -> assertThat(absent.about(organization)).hasSizeGreaterThanOrEqualTo(2));
    var tried = absent.about(organization);

    // When
    var back = Inbound.at(place, "/absent", _ -> 200);

    // Then
    eventually(() -> assertThat(back.about(organization)).hasSize(2));
    assertThat(tried)
        .extracting(webhook -> webhook.event().getString("type"))
        .containsOnly("casguard.incident.opened.v1");
    assertThat(back.about(organization).getFirst().id()).isEqualTo(tried.getFirst().id());
    assertThat(back.about(organization))
        .extracting(webhook -> webhook.event().getString("type"))
        .containsExactly("casguard.incident.opened.v1", "casguard.incident.resolved.v1");
  }

  @Test
  void aReceiverThatIsGoneIsSentNoMore() throws Exception {
    // Given
    var leaving = Inbound.at(place, "/leaving", _ -> 410);

    // When
    opened(42);
    resolved(45);

    // Then
    eventually(() -> assertThat(attentive.about(organization)).hasSize(2));
    eventually(
        () ->
            given()
                .queryParam("receiver", "leaving")
                .queryParam(
                    "incident",
                    attentive.about(organization).getFirst().incident().getString("key"))
                .get("/deliveries")
                .then()
                .body("state", contains("parked", "parked")));
    assertThat(leaving.about(organization)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void incidentsOfAnOrganizationAreListedByPageAndState() throws Exception {
    // Given
    for (int i = 0; i < 5; i++) {
      var event = Topics.example(ViolationOpened.TYPE, organization, 42);
      event.getJsonObject("violation").put("fingerprint", "fingerprint" + i);
      Topics.send(Topics.VIOLATIONS, ViolationOpened.TYPE, event);
    }
    eventually(() -> assertThat(attentive.about(organization)).hasSize(5));

    // When
    var first = given().queryParam("limit", 3).get("/organizations/" + organization + "/incidents");
    var link = first.header("Link");
    var second = given().get(URI.create(link.substring(1, link.indexOf('>'))));

    // Then
    first.then().statusCode(200).body("", hasSize(3));
    second.then().statusCode(200).body("", hasSize(2)).header("Link", equalTo(null));
    assertThat(new JsonArray(first.asString()).stream().map(NotificationIT::key))
        .doesNotContainAnyElementsOf(
            new JsonArray(second.asString()).stream().map(NotificationIT::key).toList());
    given()
        .queryParam("state", "resolved")
        .get("/organizations/" + organization + "/incidents")
        .then()
        .statusCode(200)
        .body("", hasSize(0));
    given()
        .queryParam("state", "gone")
        .get("/organizations/" + organization + "/incidents")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-request"));
  }

  @Test
  void anUnknownIncidentIsAProblem() {
    // When // Then
    given()
        .get("/incidents/inc-unknown")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unknown-incident"));
  }

  @Test
  void theFeedTellsWhatHappensAndResumesWhereItWasLeft() throws Exception {
    // Given
    opened(42);
    changed(43);
    resolved(45);
    eventually(() -> assertThat(attentive.about(organization)).hasSize(3));

    // When
    var whole = listen("0", 3);
    var rest = listen(whole.getFirst().id(), 2);

    // Then
    assertThat(whole)
        .extracting(Told::name)
        .containsExactly(
            "casguard.incident.opened.v1",
            "casguard.incident.changed.v1",
            "casguard.incident.resolved.v1");
    assertThat(rest).isEqualTo(whole.subList(1, 3));
    assertThat(new JsonObject(whole.getFirst().body()))
        .isEqualTo(attentive.about(organization).getFirst().event());
  }

  @Test
  void theFeedTellsAtOnceWhatHappensWhileSomebodyListens() throws Exception {
    // Given
    opened(42);
    eventually(() -> assertThat(attentive.about(organization)).hasSize(1));
    try (var listener = new Listener(feed, organization, "0")) {
      var first = listener.next();

      // When
      resolved(45);

      // Then
      assertThat(first.name()).isEqualTo("casguard.incident.opened.v1");
      assertThat(listener.next().name()).isEqualTo("casguard.incident.resolved.v1");
    }
  }

  @Test
  void whoLeavesTheFeedDoesNotCutOffTheOthers() throws Exception {
    // Given
    opened(42);
    eventually(() -> assertThat(attentive.about(organization)).hasSize(1));
    try (var staying = new Listener(feed, organization, "0")) {
      staying.next();
      try (var leaving = new Listener(feed, organization, "0")) {
        leaving.next();
      }

      // When
      resolved(45);

      // Then
      assertThat(staying.next().name()).isEqualTo("casguard.incident.resolved.v1");
    }
  }

  @Test
  void aPlaceThatNeverWasIsAProblem() throws Exception {
    // When // Then
    given()
        .header("Last-Event-ID", "yesterday")
        .get("/feed")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/unknown-feed-position"));
  }

  private List<Told> listen(String from, int many) throws Exception {
    try (var listener = new Listener(feed, organization, from)) {
      var told = new ArrayList<Told>();
      while (told.size() < many) {
        told.add(listener.next());
      }
      return told;
    }
  }

  private void opened(long revision) throws Exception {
    Topics.send(
        Topics.VIOLATIONS,
        ViolationOpened.TYPE,
        Topics.example(ViolationOpened.TYPE, organization, revision)
            .put("openedAtRevision", revision));
  }

  private void changed(long revision) throws Exception {
    Topics.send(
        Topics.VIOLATIONS,
        ViolationChanged.TYPE,
        Topics.example(ViolationChanged.TYPE, organization, revision));
  }

  private void resolved(long revision) throws Exception {
    Topics.send(
        Topics.VIOLATIONS,
        ViolationResolved.TYPE,
        Topics.example(ViolationResolved.TYPE, organization, revision)
            .put("resolvedAtRevision", revision));
  }

  private static String key(Object incident) {
    return ((JsonObject) incident).getString("key");
  }

  private record Told(String id, String name, String body) {}

  /// Somebody who listens to the feed, about one organization.
  private static final class Listener implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Iterator<String> lines;

    Listener(URI feed, String organization, String from) throws Exception {
      lines =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(feed + "?organization=" + organization))
                      .header("Last-Event-ID", from)
                      .build(),
                  BodyHandlers.ofLines())
              .body()
              .iterator();
    }

    Told next() {
      String id = "";
      String name = "";
      String body = "";
      while (body.isEmpty()) {
        var line = lines.next();
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          body = line.substring(5).strip();
        }
      }
      return new Told(id, name, body);
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}

package io.casguard.notification.told;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.casguard.notification.incident.Digest32;
import io.casguard.notification.incident.Incident;
import io.casguard.notification.incident.IncidentDocument;
import io.casguard.notification.incident.Transition;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// One transition of an incident, with the text that tells it.
///
/// @param number of the transition in its episode, counted from one
/// @param type of the CloudEvent that tells it
/// @param body the CloudEvent, in structured JSON: the very bytes that are signed and sent, at each
///   attempt the same
public record Step(
    String incidentKey,
    int episode,
    int number,
    String organization,
    String type,
    Instant at,
    String body) {
  private static final String SOURCE = "/notification-service";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /// What a transition that led to this incident tells.
  public static Step of(Incident incident, Transition transition, URI incidents) {
    var episode = incident.episode();
    var at = incident.seen().at();
    var event =
        new CloudEvent(
            "1.0",
            episode.key() + "." + episode.number() + "." + incident.steps(),
            SOURCE,
            transition.type(),
            episode.key().text(),
            at,
            "application/json",
            IncidentDocument.of(incident, incidents));
    return new Step(
        episode.key().text(),
        episode.number(),
        incident.steps(),
        episode.organization(),
        transition.type(),
        at,
        write(event));
  }

  /// The `webhook-id`: the same for this step and this receiver, however often it is sent.
  public String messageId(String receiver) {
    return "msg_"
        + Digest32.of(
            List.of(incidentKey, Integer.toString(episode), Integer.toString(number), receiver));
  }

  @JsonPropertyOrder({"specversion", "id", "source", "type", "subject", "time", "datacontenttype"})
  private record CloudEvent(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      Instant time,
      String datacontenttype,
      IncidentDocument data) {}

  private static String write(CloudEvent event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}

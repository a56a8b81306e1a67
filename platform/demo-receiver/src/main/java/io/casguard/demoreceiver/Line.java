package io.casguard.demoreceiver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A webhook in one line for people: `webhook verified: CAP-103 opened at leeds/LEE-CAS1 (contoso
/// 42): ...; 900 OWA users`.
final class Line {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, String> PROTOCOLS =
      Map.of("activesync", "ActiveSync", "autodiscover", "Autodiscover", "oa", "Outlook Anywhere");

  private Line() {}

  /// The line about a CloudEvent; what is absent from it is left out.
  static String about(String body) throws JsonProcessingException {
    var event = JSON.readTree(body);
    var incident = event.path("data");
    return "webhook verified: %s %s at %s (%s %s): %s%s"
        .formatted(
            what(incident),
            done(event.path("type").asText()),
            where(incident),
            incident.path("organization").asText(),
            incident.path("revision").asText(),
            incident.path("title").asText(),
            people(incident));
  }

  private static String what(JsonNode incident) {
    var violation = incident.path("violation");
    return violation.isMissingNode()
        ? protocol(incident.path("path").path("protocol").asText()) + " path"
        : violation.path("guideline").asText();
  }

  private static String done(String type) {
    var words = type.split("\\.", -1);
    return words.length > 2 ? words[2] : type;
  }

  private static String where(JsonNode incident) {
    var violation = incident.path("violation");
    var path = incident.path("path");
    var places =
        violation.isMissingNode()
            ? Stream.of(path.path("entry"), path.path("mailboxSite"))
            : Stream.of(violation.path("site"), violation.path("server"));
    var where =
        places
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .collect(Collectors.joining(violation.isMissingNode() ? " to " : "/"));
    return where.isEmpty() ? "the organization" : where;
  }

  private static String people(JsonNode incident) {
    List<String> counts = new ArrayList<>();
    for (var entry : incident.path("people").properties()) {
      if (entry.getValue().asLong() > 0) {
        counts.add(
            String.format(
                Locale.ROOT, "%,d %s", entry.getValue().asLong(), protocol(entry.getKey())));
      }
    }
    return counts.isEmpty() ? "" : "; " + String.join(", ", counts) + " users";
  }

  private static String protocol(String key) {
    return PROTOCOLS.getOrDefault(key, key.toUpperCase(Locale.ROOT));
  }
}

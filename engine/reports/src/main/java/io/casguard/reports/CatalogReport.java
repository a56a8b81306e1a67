package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.guidelines.Example;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Source;
import io.casguard.impact.Check;
import io.casguard.topology.Protocol;
import java.io.IOException;
import java.util.Optional;

/// The catalog of guidelines: the answer of `GET /guidelines`.
public final class CatalogReport {
  private CatalogReport() {}

  /// Every guideline, in the order of their numbers, as one line of JSON.
  public static String json() {
    return Json.line(
        json -> {
          json.writeArrayFieldStart("guidelines");
          for (Guideline guideline : Check.guidelines()) {
            json.writeStartObject();
            fields(json, guideline);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /// One guideline as one line of JSON; empty where there is none of this number.
  public static Optional<String> json(String number) {
    return Check.guidelines().stream()
        .filter(guideline -> guideline.number().equalsIgnoreCase(number))
        .findFirst()
        .map(guideline -> Json.line(json -> fields(json, guideline)));
  }

  private static void fields(JsonGenerator json, Guideline guideline) throws IOException {
    json.writeStringField("guideline", guideline.number());
    json.writeStringField("sentence", guideline.sentence());
    json.writeStringField("because", Prose.flowing(guideline.because()));
    json.writeArrayFieldStart("sources");
    for (Source source : guideline.sources()) {
      json.writeStartObject();
      json.writeStringField("source", source.text().id());
      json.writeStringField("title", source.text().title());
      json.writeStringField("quote", source.quote());
      json.writeStringField("certainty", source.certainty().word());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("consequence", Prose.flowing(guideline.consequence()));
    json.writeStringField("hits", guideline.hits().words());
    Json.texts(json, "protocols", guideline.protocols().stream().map(Protocol::word).toList());
    json.writeStringField("verify", Prose.flowing(guideline.verification()));
    json.writeArrayFieldStart("examples");
    for (Example example : guideline.examples()) {
      json.writeStartObject();
      json.writeStringField("title", example.title());
      json.writeStringField("spec", example.spec());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

package io.casguard.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.casguard.formats.Manifest;
import io.casguard.guidelines.Baseline;
import io.casguard.topology.Parsed;
import io.casguard.topology.Path;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The file of a baseline: JSON, an entry a line in their order, so that a difference of two is
/// read at a glance and the same baseline is always the same bytes.
///
/// It begins like a document of the manifest, so that it may lie beside the topology.
public final class BaselineText {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final Set<String> KEYS =
      Set.of("organization", "guideline", "path", "fingerprint");

  private BaselineText() {}

  /// The text of a baseline.
  public static String write(Baseline baseline) {
    return baseline.entries().stream()
        .map(
            entry ->
                "    "
                    + Json.line(
                            json -> {
                              json.writeStringField("organization", entry.organization());
                              json.writeStringField("guideline", entry.guideline());
                              json.writeStringField("path", entry.path().toString());
                              json.writeStringField("fingerprint", entry.fingerprint());
                            })
                        .stripTrailing())
        .collect(
            Collectors.joining(
                ",\n",
                "{\n  \"apiVersion\": \"%s\",\n  \"kind\": \"%s\",\n  \"known\": [\n"
                    .formatted(Manifest.API_VERSION, Manifest.BASELINE),
                "\n  ]\n}\n"))
        .replace("[\n\n  ]", "[]");
  }

  /// Reads a baseline; refused where a text is none, with the line.
  public static Parsed<Baseline> read(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      return new Parsed.Understood<>(document(json));
    } catch (JsonProcessingException broken) {
      return new Parsed.Refused<>(
          "line "
              + Optional.ofNullable(broken.getLocation()).map(at -> at.getLineNr()).orElse(1)
              + ": "
              + broken.getOriginalMessage());
    } catch (IOException impossible) {
      throw new IllegalStateException("a text can be read", impossible);
    }
  }

  private static Baseline document(JsonParser json) throws IOException {
    expect(json, json.nextToken(), JsonToken.START_OBJECT, "a JSON object");
    demand(json, "apiVersion", Manifest.API_VERSION);
    demand(json, "kind", Manifest.BASELINE);
    if (!"known".equals(json.nextFieldName())) {
      throw wrong(json, "the key known is expected");
    }
    expect(json, json.nextToken(), JsonToken.START_ARRAY, "a list");
    List<Baseline.Entry> entries = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      entries.add(entry(json));
    }
    expect(json, json.nextToken(), JsonToken.END_OBJECT, "the end of the object");
    if (json.nextToken() != null) {
      throw wrong(json, "something follows the baseline");
    }
    return new Baseline(entries);
  }

  private static void demand(JsonParser json, String key, String value) throws IOException {
    if (!key.equals(json.nextFieldName()) || !value.equals(json.nextTextValue())) {
      throw wrong(json, "this is no baseline of casguard: " + key + " " + value + " is expected");
    }
  }

  private static Baseline.Entry entry(JsonParser json) throws IOException {
    expect(json, json.currentToken(), JsonToken.START_OBJECT, "an entry");
    Map<String, String> fields = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      String value = json.nextTextValue();
      if (!KEYS.contains(key) || value == null) {
        throw wrong(
            json, "an entry has organization, guideline, path and fingerprint, each a text");
      }
      fields.put(key, value);
    }
    return new Baseline.Entry(
        field(json, fields, "organization", "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"),
        field(json, fields, "guideline", "CAP-[0-9]{3}"),
        path(json, field(json, fields, "path", "(?s).*")),
        field(json, fields, "fingerprint", "[0-9a-f]{32}"));
  }

  private static String field(
      JsonParser json, Map<String, String> fields, String key, String pattern) throws IOException {
    String value = fields.get(key);
    if (value == null || !value.matches(pattern)) {
      throw wrong(json, "an entry's " + key + " is missing or cannot be one");
    }
    return value;
  }

  private static Path path(JsonParser json, String text) throws IOException {
    return switch (Path.parse(text)) {
      case Parsed.Understood<Path>(Path path) -> path;
      case Parsed.Refused<Path> _ -> throw wrong(json, "an entry's path cannot be one");
    };
  }

  private static void expect(JsonParser json, JsonToken found, JsonToken wanted, String what)
      throws IOException {
    if (found != wanted) {
      throw wrong(json, what + " is expected");
    }
  }

  private static JsonProcessingException wrong(JsonParser json, String why) {
    return new JsonParseException(json, why, json.currentTokenLocation());
  }
}

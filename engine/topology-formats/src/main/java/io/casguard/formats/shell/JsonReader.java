package io.casguard.formats.shell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.casguard.formats.Position;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what `ConvertTo-Json` of a later PowerShell writes: one object, or a list of them. Source:
/// specification 4.5.
final class JsonReader {
  private static final Pattern DATE =
      Pattern.compile("/Date\\((-?[0-9]{1,17})(?:[+-][0-9]{4})?\\)/");
  private static final int MOST_ITEMS = 100_000;

  /// The properties of an object that tell what the shell would print for it, the best first.
  private static final List<String> TELLING =
      List.of(
          "OriginalString",
          "AbsoluteUri",
          "Value",
          "DistinguishedName",
          "DisplayName",
          "Name",
          "value");

  private final String file;
  private final Reader text;
  private final ExportLimits limits;
  private final Optional<Cmdlet> hint;
  private final Sink sink;

  JsonReader(String file, Reader text, ExportLimits limits, Optional<Cmdlet> hint, Sink sink) {
    this.file = file;
    this.text = text;
    this.limits = limits;
    this.hint = hint;
    this.sink = sink;
  }

  /// Reads to the end.
  void read() throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.levels())
                    .maxStringLength(limits.value())
                    .build())
            .build();
    try (JsonParser json = factory.createParser(text)) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        top(json, token);
      }
    } catch (JsonParseException malformed) {
      throw malformed(malformed, "no JSON: ");
    } catch (JsonProcessingException large) {
      throw malformed(large, "");
    }
  }

  private Malformed malformed(JsonProcessingException failure, String before) {
    int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNr();
    String message = Optional.ofNullable(failure.getOriginalMessage()).orElse("unreadable");
    return new Malformed(file, line, before + message.lines().findFirst().orElse(""));
  }

  private void top(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.START_ARRAY) {
      for (JsonToken item = json.nextToken();
          item != JsonToken.END_ARRAY;
          item = json.nextToken()) {
        if (item == null) {
          return;
        }
        top(json, item);
      }
    } else if (token == JsonToken.START_OBJECT) {
      object(json);
    }
  }

  private void object(JsonParser json) throws IOException {
    Position at = new Position(file, json.currentTokenLocation().getLineNr(), 1);
    List<ShellProperty> properties = new ArrayList<>();
    String type = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      Position here = new Position(file, json.currentTokenLocation().getLineNr(), 1);
      JsonToken token = json.nextToken();
      if (name.equals("value") && token == JsonToken.START_ARRAY && properties.isEmpty()) {
        top(json, token); // {"value": [...], "Count": n}: an array that the shell wrapped
        continue;
      }
      ShellValue value = value(json, token);
      if (name.equals("PSTypeNames") && value instanceof ShellValue.Listed(List<String> names, _)) {
        type = names.getFirst();
      }
      if (properties.size() >= limits.properties()) {
        throw new Malformed(
            file, here.line(), "an object with more than " + limits.properties() + " properties");
      }
      properties.add(new ShellProperty(name, value, here));
    }
    if (!properties.isEmpty() && !isCount(properties)) {
      sink.object(ShellObject.of(type, hint, at, properties));
    }
  }

  private static boolean isCount(List<ShellProperty> properties) {
    return properties.size() == 1 && properties.getFirst().name().equals("Count");
  }

  private ShellValue value(JsonParser json, @Nullable JsonToken token) throws IOException {
    return switch (token) {
      case null -> new ShellValue.Nothing();
      case START_ARRAY -> list(json);
      case START_OBJECT -> nested(json);
      case VALUE_NULL -> new ShellValue.Nothing();
      default -> scalar(json.getText());
    };
  }

  private static ShellValue scalar(String text) {
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      return new ShellValue.Text(Instant.ofEpochMilli(Long.parseLong(date.group(1))).toString());
    }
    if (text.startsWith("@{") || text.equals("System.Object[]")) {
      return new ShellValue.Unreadable("ConvertTo-Json cut it: export with -Depth 4");
    }
    return ShellValue.of(text.strip());
  }

  private ShellValue list(JsonParser json) throws IOException {
    List<String> items = new ArrayList<>();
    boolean whole = true;
    for (JsonToken token = json.nextToken();
        token != null && token != JsonToken.END_ARRAY;
        token = json.nextToken()) {
      if (value(json, token) instanceof ShellValue.Text(String text) && items.size() < MOST_ITEMS) {
        items.add(text);
      } else {
        whole = false;
      }
    }
    return items.isEmpty() && whole
        ? new ShellValue.Nothing()
        : new ShellValue.Listed(items, whole);
  }

  /// An object below a property: an address, an enum, a name in the directory, a version.
  private ShellValue nested(JsonParser json) throws IOException {
    Map<String, ShellValue> parts = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      ShellValue value = value(json, json.nextToken());
      if (parts.size() < limits.properties()) {
        parts.putIfAbsent(name, value);
      }
    }
    List<String> numbers = new ArrayList<>();
    for (String part : List.of("Major", "Minor", "Build", "Revision")) {
      if (parts.get(part) instanceof ShellValue.Text(String number)) {
        numbers.add(number);
      }
    }
    if (numbers.size() == 4) {
      return new ShellValue.Text(String.join(".", numbers));
    }
    return TELLING.stream()
        .map(parts::get)
        .filter(ShellValue.Text.class::isInstance)
        .findFirst()
        .orElseGet(
            () ->
                parts.get("value") instanceof ShellValue.Listed listed
                    ? listed
                    : new ShellValue.Unreadable("an object that tells no name"));
  }
}

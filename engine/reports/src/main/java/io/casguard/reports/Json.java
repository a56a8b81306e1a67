package io.casguard.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.casguard.accesspaths.Evidence;
import io.casguard.formats.Position;
import io.casguard.formats.SourceMap;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Waiver;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes JSON with its keys in the order they are written.
final class Json {
  /// What writes one value.
  @FunctionalInterface
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /// What writes the fields of one element.
  @FunctionalInterface
  interface Fields<T> {
    void write(JsonGenerator json, T element) throws IOException;
  }

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private Json() {}

  /// The text of an object, ended by a line feed.
  static String line(Body fields) {
    return written(fields, json -> {});
  }

  /// The text of an object over many lines, for people to compare.
  static String lines(Body fields) {
    return written(
        fields,
        json ->
            json.setPrettyPrinter(
                new DefaultPrettyPrinter()
                    .withSeparators(SEPARATORS)
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT)));
  }

  private static String written(Body fields, Consumer<JsonGenerator> style) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      style.accept(json);
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes whatever is written", impossible);
    }
    return text.append('\n').toString();
  }

  static void text(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  /// An array of objects.
  static <T> void objects(
      JsonGenerator json, String name, Iterable<T> elements, Fields<? super T> fields)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T element : elements) {
      json.writeStartObject();
      fields.write(json, element);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// An object.
  static void object(JsonGenerator json, String name, Body fields) throws IOException {
    json.writeObjectFieldStart(name);
    fields.write(json);
    json.writeEndObject();
  }

  static void texts(JsonGenerator json, String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  /// What a step or a decision rests on, each fact with the place where it is stated.
  static void evidence(JsonGenerator json, List<Evidence> because, SourceMap sources)
      throws IOException {
    objects(
        json,
        "evidence",
        because,
        (fact, evidence) -> {
          fact.writeStringField("text", evidence.text());
          at(fact, evidence.path(), sources);
        });
  }

  /// A place with its file and line, which are left out where nothing states it.
  static void at(JsonGenerator json, Path path, SourceMap sources) throws IOException {
    json.writeStringField("path", path.toString());
    Optional<Position> position = sources.find(path);
    if (position.isPresent()) {
      json.writeStringField("file", position.get().file());
      json.writeNumberField("line", position.get().line());
    }
  }

  /// A waiver; its ticket is left out where nobody says one.
  static void waiver(JsonGenerator json, Waiver waiver) throws IOException {
    json.writeStartObject();
    json.writeStringField("guideline", waiver.guideline());
    json.writeStringField("place", waiver.place().toString());
    json.writeStringField("reason", waiver.reason());
    json.writeStringField("owner", waiver.owner());
    text(json, "ticket", Optional.of(waiver.ticket()).filter(ticket -> !ticket.isEmpty()));
    json.writeStringField("expires", waiver.expires().toString());
    json.writeEndObject();
  }

  /// People by protocol; null where nobody counted them.
  static void users(JsonGenerator json, Map<Protocol, Known<Integer>> users) throws IOException {
    json.writeObjectFieldStart("users");
    for (Map.Entry<Protocol, Known<Integer>> entry : users.entrySet()) {
      json.writeFieldName(entry.getKey().word());
      count(json, entry.getValue());
    }
    json.writeEndObject();
  }

  /// A number; null where nobody counted.
  static void count(JsonGenerator json, Known<Integer> count) throws IOException {
    if (count.toOptional().isPresent()) {
      json.writeNumber(count.toOptional().get());
    } else {
      json.writeNull();
    }
  }
}

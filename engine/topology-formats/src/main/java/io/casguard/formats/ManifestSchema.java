package io.casguard.formats;

import io.casguard.topology.AssertionKeys;
import io.casguard.topology.Key;
import io.casguard.topology.Shape;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import io.casguard.topology.WaiverKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The JSON Schemas (draft 2020-12) of the manifest's kinds, made from the tables of keys. Editors
/// complete from them.
///
/// Each is as strict as a schema can be and no stricter than what the writer writes; references
/// between names are the reader's business.
public final class ManifestSchema {
  private static final Pattern WORD_BREAK = Pattern.compile(" (\\p{L})");

  private ManifestSchema() {}

  /// The schema of `kind: Topology` as JSON text.
  public static String text() {
    return text(
        Manifest.KIND,
        "The Client Access topology of one Exchange organization.",
        Vocabulary.SPEC,
        Vocabulary.shapes());
  }

  /// The schema of `kind: Waivers` as JSON text.
  public static String waivers() {
    return text(
        Manifest.WAIVERS,
        "The violations that somebody accepted in one Exchange organization.",
        WaiverKeys.SPEC,
        WaiverKeys.shapes());
  }

  /// The schema of `kind: PathAssertions` as JSON text.
  public static String assertions() {
    return text(
        Manifest.ASSERTIONS,
        "What people expect to happen in one Exchange organization.",
        AssertionKeys.SPEC,
        AssertionKeys.shapes());
  }

  private static String text(String kind, String says, Shape spec, Stream<Shape> shapes) {
    Map<String, Object> definitions = new LinkedHashMap<>();
    shapes.forEach(shape -> definitions.put(definition(shape), shape(shape)));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "casguard " + kind.toLowerCase(Locale.ROOT));
    schema.put("description", says);
    schema.put("type", "object");
    schema.put(
        "properties",
        map(
            "apiVersion", map("const", Manifest.API_VERSION),
            "kind", map("const", kind),
            "metadata", metadata(),
            "spec", orNull(reference(spec))));
    schema.put("required", List.of("apiVersion", "kind", "metadata", "spec"));
    schema.put("additionalProperties", false);
    schema.put("$defs", definitions);
    StringBuilder text = new StringBuilder();
    JsonText.write(schema, 0, text);
    return text.append('\n').toString();
  }

  private static Map<String, Object> metadata() {
    return map(
        "type",
        "object",
        "properties",
        map(
            "name",
            map(
                "description", "The organization: a DNS-1123 label.",
                "type", "string",
                "pattern", "^" + Manifest.LABEL.pattern() + "$")),
        "required",
        List.of("name"),
        "additionalProperties",
        false);
  }

  private static Map<String, Object> shape(Shape shape) {
    Map<String, Object> properties = new LinkedHashMap<>();
    shape.keys().forEach(key -> properties.put(key.name(), property(shape, key)));
    Map<String, Object> object = map("title", shape.name(), "type", "object");
    object.put("properties", properties);
    if (!shape.required().isEmpty()) {
      object.put("required", shape.required().stream().map(Key::name).toList());
    }
    object.put("additionalProperties", false);
    return object;
  }

  private static Map<String, Object> property(Shape shape, Key<?> key) {
    Map<String, Object> property = map("description", key.says());
    Map<String, Object> value = value(key.type());
    boolean isNeverNull = shape.required().contains(key) || isOwnName(key);
    if (isNeverNull && key.type() instanceof Type.SetOf) {
      value.put("minItems", 2);
    }
    property.putAll(isNeverNull ? value : orNull(value));
    return property;
  }

  private static boolean isOwnName(Key<?> key) {
    return key.type() instanceof Type.Scalar<?> scalar
        && scalar.reference() == Type.Reference.ITSELF;
  }

  private static Map<String, Object> value(Type<?> type) {
    return switch (type) {
      case Type.Scalar<?> scalar -> scalar(scalar);
      case Type.SetOf<?>(Type.Scalar<?> element) -> map("type", "array", "items", scalar(element));
      case Type.Table<?> table ->
          table.shorthand()
              ? map("anyOf", List.of(scalar(table.value()), table(table)))
              : table(table);
      case Type.Part(Shape shape) -> reference(shape);
      case Type.Parts(Shape shape, Type.Parts.Form form) ->
          switch (form) {
            case BY_NAME -> map("type", "object", "additionalProperties", reference(shape));
            case LIST -> map("type", "array", "items", reference(shape));
            case DIRECTORY ->
                map(
                    "anyOf",
                    List.of(reference(shape), map("type", "array", "items", reference(shape))));
          };
    };
  }

  private static Map<String, Object> table(Type.Table<?> table) {
    if (table.words().isEmpty()) {
      return map("type", "object", "additionalProperties", scalar(table.value()));
    }
    Map<String, Object> words = new LinkedHashMap<>();
    table.words().forEach(word -> words.put(word, scalar(table.value())));
    return map("type", "object", "properties", words, "additionalProperties", false);
  }

  /// A text may look like a number to an editor, `8.10`; the manifest's reader keeps its text.
  private static Map<String, Object> scalar(Type.Scalar<?> scalar) {
    return switch (scalar.name()) {
      case "boolean" -> map("type", "boolean");
      case "number" -> map("type", "integer", "minimum", 0, "maximum", 999_999_999);
      case String _ when !scalar.words().isEmpty() -> map("enum", words(scalar.words()));
      case String _ when scalar.pattern().isEmpty() -> map("type", List.of("string", "number"));
      default -> map("type", "string", "pattern", scalar.pattern());
    };
  }

  private static List<Object> words(List<String> words) {
    List<Object> spellings = new ArrayList<>(words);
    words.stream()
        .filter(word -> word.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .forEach(spellings::add);
    return spellings;
  }

  private static Map<String, Object> orNull(Map<String, Object> value) {
    return map("anyOf", List.of(value, map("type", "null")));
  }

  private static Map<String, Object> reference(Shape shape) {
    return map("$ref", "#/$defs/" + definition(shape));
  }

  private static String definition(Shape shape) {
    return WORD_BREAK
        .matcher(shape.name())
        .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}

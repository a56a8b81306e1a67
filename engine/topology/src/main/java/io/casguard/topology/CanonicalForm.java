package io.casguard.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The one spelling of what a topology states: `path = value`, a line each, sorted; names without
/// case.
///
/// No two topologies that state different things have the same lines: whatever could be mistaken
/// for structure stands in quotes.
final class CanonicalForm {
  private final List<String> lines = new ArrayList<>();

  private CanonicalForm() {}

  static List<String> lines(Topology topology) {
    CanonicalForm form = new CanonicalForm();
    form.lines.add("metadata.name = " + topology.organization());
    form.entity(topology.spec(), Path.SPEC);
    form.lines.sort(null);
    return List.copyOf(form.lines);
  }

  static String digest(Topology topology) {
    try {
      byte[] text = String.join("\n", lines(topology)).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /// What a thing states beyond its own name, which its path carries, and beyond things of which
  /// there are none.
  static SortedMap<String, Known<?>> statements(Entity entity) {
    SortedMap<String, Known<?>> telling = new TreeMap<>(entity.statements());
    telling
        .entrySet()
        .removeIf(entry -> saysNothing(key(entity, entry.getKey()), entry.getValue()));
    return telling;
  }

  /// The canonical spelling of a scalar, or of several in their order.
  static String text(Type<?> type, Object value) {
    return switch (type) {
      case Type.Scalar<?> scalar -> scalar(scalar, value);
      case Type.SetOf<?> _ when ((Collection<?>) value).isEmpty() -> "null";
      case Type.SetOf<?>(Type.Scalar<?> element) ->
          ((SortedSet<?>) value)
              .stream()
                  .map(
                      one ->
                          quotedIfAny(
                              ",",
                              one instanceof String name
                                  ? Names.folded(name)
                                  : element.writeStored(one)))
                  .distinct()
                  .sorted()
                  .collect(Collectors.joining(", ", "[", "]"));
      case Type.Table<?>(Type.Scalar<?> element, _, _) ->
          ((SortedMap<?, ?>) value)
              .entrySet().stream()
                  .map(
                      entry ->
                          quotedIfAny(",:", (String) entry.getKey())
                              + ": "
                              + scalar(element, entry.getValue()))
                  .collect(Collectors.joining(", ", "{", "}"));
      case Type.Part _, Type.Parts _ -> "{}";
    };
  }

  /// The path of an item below its key.
  static Path place(Type.Parts.Form form, Path at, String identity) {
    return switch (form) {
      case BY_NAME -> at.key(identity);
      case LIST -> at.item(identity);
      case DIRECTORY -> identity.isEmpty() ? at : at.item(identity);
    };
  }

  private static boolean saysNothing(Key<?> key, Known<?> statement) {
    return switch (key.type()) {
      case Type.Scalar<?> scalar -> scalar.reference() == Type.Reference.ITSELF;
      case Type.Parts _ -> statement instanceof Known.Value<?>(Map<?, ?> items) && items.isEmpty();
      case Type.SetOf<?> _, Type.Table<?> _, Type.Part _ -> false;
    };
  }

  private static Key<?> key(Entity entity, String name) {
    return entity.shape().key(name).orElseThrow();
  }

  private static String scalar(Type.Scalar<?> scalar, Object value) {
    String text = scalar.writeStored(value);
    return quotedIfAny(
        "", scalar.reference() == Type.Reference.NOTHING ? text : Names.folded(text));
  }

  /// A text in quotes where it could be taken for something else: null, a list, a map, quotes, or
  /// one of these separators.
  private static String quotedIfAny(String separators, String text) {
    boolean telling =
        text.equals("null")
            || text.startsWith("\"")
            || text.startsWith("[")
            || text.startsWith("{")
            || separators.chars().anyMatch(separator -> text.indexOf(separator) >= 0);
    return telling ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : text;
  }

  private void entity(Entity entity, Path at) {
    SortedMap<String, Known<?>> statements = statements(entity);
    if (statements.isEmpty()) {
      lines.add(at.folded() + " = {}");
    }
    statements.forEach(
        (name, statement) -> {
          Path below = at.key(name);
          switch (statement) {
            case Known.Value<?>(Object value) -> value(key(entity, name).type(), value, below);
            case Known.Absent<?>() -> lines.add(below.folded() + " = null");
            case Known.Unsaid<?>(Path what) ->
                throw new IllegalArgumentException("unsaid is left out, not stored: " + what);
          }
        });
  }

  private void value(Type<?> type, Object value, Path at) {
    switch (type) {
      case Type.Part _ -> entity((Entity) value, at);
      case Type.Parts(_, Type.Parts.Form form) ->
          ((SortedMap<?, ?>) value)
              .forEach(
                  (identity, item) -> entity((Entity) item, place(form, at, (String) identity)));
      case Type.Scalar<?> _, Type.SetOf<?> _, Type.Table<?> _ ->
          lines.add(at.folded() + " = " + text(type, value));
    }
  }
}

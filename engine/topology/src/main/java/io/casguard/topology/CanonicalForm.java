package io.casguard.topology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// The one spelling of what a topology states: `path = value`, a line each, sorted; names in lower case.
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

  /// The canonical spelling of a scalar, or of several in their order.
  static String text(Type<?> type, Object value) {
    return switch (type) {
      case Type.Scalar<?> scalar -> scalar(scalar, value);
      case Type.SetOf<?>(Type.Scalar<?> element) ->
          ((SortedSet<?>) value)
              .stream().map(one -> scalar(element, one)).sorted().collect(Collectors.joining(", ", "[", "]"));
      case Type.Table<?>(Type.Scalar<?> element, _, _) ->
          ((SortedMap<?, ?>) value)
              .entrySet().stream()
                  .map(entry -> entry.getKey() + ": " + scalar(element, entry.getValue()))
                  .collect(Collectors.joining(", ", "{", "}"));
      case Type.Part _, Type.Parts _ -> "{}";
    };
  }

  private static String scalar(Type.Scalar<?> scalar, Object value) {
    String text = scalar.writeStored(value);
    return scalar.reference() == Type.Reference.NOTHING ? text : text.toLowerCase(Locale.ROOT);
  }

  private void entity(Entity entity, Path at) {
    if (entity.statements().isEmpty()) {
      lines.add(at.folded() + " = {}");
    }
    for (Map.Entry<String, Known<?>> statement : entity.statements().entrySet()) {
      Key<?> key = entity.shape().key(statement.getKey()).orElseThrow();
      Path below = at.key(key.name());
      switch (statement.getValue()) {
        case Known.Value<?>(Object value) -> value(key.type(), value, below);
        case Known.Absent<?>() -> lines.add(below.folded() + " = null");
        case Known.Unsaid<?>(Path what) -> throw new IllegalArgumentException("unsaid is left out, not stored: " + what);
      }
    }
  }

  private void value(Type<?> type, Object value, Path at) {
    switch (type) {
      case Type.Part _ -> entity((Entity) value, at);
      case Type.Parts(_, Type.Parts.Form form) ->
          ((SortedMap<?, ?>) value)
              .forEach((identity, item) -> entity((Entity) item, place(form, at, (String) identity)));
      case Type.Scalar<?> _, Type.SetOf<?> _, Type.Table<?> _ ->
          lines.add(at.folded() + " = " + text(type, value));
    }
  }

  /// The path of an item below its key.
  static Path place(Type.Parts.Form form, Path at, String identity) {
    return switch (form) {
      case BY_NAME -> at.key(identity);
      case LIST -> at.item(identity);
      case DIRECTORY -> identity.isEmpty() ? at : at.item(identity);
    };
  }
}

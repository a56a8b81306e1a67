package io.casguard.formats;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Waiver;
import io.casguard.topology.WaiverKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes a topology as a manifest: keys in the order of the table, things by name, sets on one
/// line. Equal topologies read back equal.
public final class ManifestWriter {
  private final StringBuilder text = new StringBuilder();

  private ManifestWriter() {}

  /// The manifest of a topology, one YAML document.
  public static String write(Topology topology) {
    return write(topology, List.of());
  }

  /// The manifest of a topology, and a second YAML document with its waivers where there are any.
  public static String write(Topology topology, List<Waiver> waivers) {
    ManifestWriter writer = new ManifestWriter();
    writer.document(Manifest.KIND, topology.organization(), topology.spec());
    if (!waivers.isEmpty()) {
      writer.line(0, "---");
      writer.document(Manifest.WAIVERS, topology.organization(), WaiverKeys.spec(waivers));
    }
    return writer.text.toString();
  }

  private void document(String kind, String organization, Entity spec) {
    line(0, "apiVersion: " + Manifest.API_VERSION);
    line(0, "kind: " + kind);
    line(0, "metadata:");
    line(2, "name: " + YamlText.of(organization));
    thing(0, "spec", spec, Optional.empty());
  }

  private void thing(int indent, String key, Entity thing, Optional<String> ownName) {
    if (isEmpty(thing, ownName)) {
      line(indent, key + ": {}");
    } else {
      line(indent, key + ":");
      statements(indent + 2, thing, ownName);
    }
  }

  private static boolean isEmpty(Entity thing, Optional<String> ownName) {
    return thing.statements().isEmpty() && ownName.isEmpty();
  }

  private void statements(int indent, Entity thing, Optional<String> ownName) {
    for (Key<?> key : thing.shape().keys()) {
      if (isOwnName(key)) {
        ownName
            .or(() -> thing.stated(key).flatMap(Known::toOptional).map(String.class::cast))
            .ifPresent(name -> line(indent, key.name() + ": " + YamlText.of(name)));
      } else {
        thing.stated(key).ifPresent(known -> statement(indent, key, known));
      }
    }
  }

  private void statement(int indent, Key<?> key, Known<?> known) {
    switch (known) {
      case Known.Value<?>(Object value) -> value(indent, key, value);
      case Known.Absent<?>() -> line(indent, key.name() + ": null");
      case Known.Unsaid<?>(Path what) ->
          throw new IllegalArgumentException("unsaid is left out, not stored: " + what);
    }
  }

  private void value(int indent, Key<?> key, Object value) {
    switch (key.type()) {
      case Type.Scalar<?> scalar -> line(indent, key.name() + ": " + scalar(scalar, value));
      case Type.SetOf<?>(Type.Scalar<?> element) ->
          line(indent, key.name() + ": " + set(element, (Collection<?>) value));
      case Type.Table<?> table ->
          line(indent, key.name() + ": " + table(table, (SortedMap<?, ?>) value));
      case Type.Part _ -> thing(indent, key.name(), (Entity) value, Optional.empty());
      case Type.Parts(_, Type.Parts.Form form) -> {
        List<Entity> things = entities(value);
        if (!things.isEmpty()) {
          things(indent, key, form, things);
        }
      }
    }
  }

  private void things(int indent, Key<?> key, Type.Parts.Form form, List<Entity> things) {
    switch (form) {
      case BY_NAME -> {
        line(indent, key.name() + ":");
        things.forEach(
            thing -> thing(indent + 2, YamlText.of(thing.name()), thing, Optional.empty()));
      }
      case LIST -> {
        line(indent, key.name() + ":");
        things.forEach(thing -> item(indent + 2, thing, Optional.of(thing.name())));
      }
      case DIRECTORY -> {
        if (things.size() == 1) {
          Optional<String> name = Optional.of(things.getFirst().name()).filter(n -> !n.isEmpty());
          thing(indent, key.name(), things.getFirst(), name);
        } else {
          line(indent, key.name() + ":");
          things.forEach(thing -> item(indent + 2, thing, Optional.of(directoryName(key, thing))));
        }
      }
    }
  }

  private void item(int indent, Entity thing, Optional<String> ownName) {
    int start = text.length();
    statements(indent + 2, thing, ownName);
    text.setCharAt(start + indent, '-');
  }

  private static String directoryName(Key<?> key, Entity directory) {
    return directory.name().isEmpty()
        ? Arrays.stream(DirectoryKind.values())
            .filter(kind -> kind.key().equals(key.name()))
            .map(DirectoryKind::defaultName)
            .findFirst()
            .orElseThrow()
        : directory.name();
  }

  private static boolean isOwnName(Key<?> key) {
    return key.type() instanceof Type.Scalar<?> scalar
        && scalar.reference() == Type.Reference.ITSELF;
  }

  private static List<Entity> entities(Object value) {
    List<Entity> things = new ArrayList<>();
    ((Map<?, ?>) value).values().forEach(thing -> things.add((Entity) thing));
    return things;
  }

  private static String set(Type.Scalar<?> element, Collection<?> values) {
    return values.stream()
        .map(value -> scalar(element, value))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String table(Type.Table<?> table, SortedMap<?, ?> values) {
    List<String> written =
        values.values().stream().map(value -> scalar(table.value(), value)).distinct().toList();
    if (table.shorthand() && written.size() == 1 && values.keySet().containsAll(table.words())) {
      return written.getFirst();
    }
    return values.entrySet().stream()
        .map(
            entry ->
                YamlText.of((String) entry.getKey())
                    + ": "
                    + scalar(table.value(), entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String scalar(Type.Scalar<?> scalar, Object value) {
    String written = scalar.writeStored(value);
    return value instanceof Boolean || value instanceof Integer ? written : YamlText.of(written);
  }

  private void line(int indent, String content) {
    text.repeat(' ', indent).append(content).append('\n');
  }
}

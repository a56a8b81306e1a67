package io.casguard.formats;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Parsed;
import io.casguard.topology.Path;
import io.casguard.topology.Shape;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads the documents of one organization and of one kind into one entity: its topology, or its
/// waivers. Walks the table of keys; knows no key by itself.
final class SpecReader {
  private final Shape shape;
  private final Problems problems;
  private final Draft spec;
  private final SourceMap sources = new SourceMap();
  private final References references;

  /// @param shape what stands below `spec`
  SpecReader(Shape shape, Problems problems) {
    this.shape = shape;
    this.problems = problems;
    this.spec = new Draft(shape, "");
    this.references = new References(spec, sources, problems);
  }

  /// Adds what stands below `spec` of one document.
  void add(YamlNode node) {
    switch (node) {
      case YamlNode.Mapping mapping -> entity(mapping, shape, spec, Path.SPEC);
      case YamlNode.Scalar scalar when scalar.isNull() -> {}
      case YamlNode.Scalar _, YamlNode.Sequence _ ->
          problem(
              node.at(), Path.SPEC, node.title() + " where a map of the topology's keys stands");
    }
  }

  /// Checks what only the whole can tell, and gives it.
  Entity finish() {
    references.check();
    return spec.freeze();
  }

  /// Where each statement stands.
  SourceMap sources() {
    return sources;
  }

  private void entity(YamlNode.Mapping mapping, Shape shape, Draft into, Path at) {
    sources.put(at, mapping.at());
    for (YamlNode.Entry entry : mapping.entries()) {
      Path path = at.key(entry.key());
      Optional<Key<?>> key = shape.key(entry.key());
      if (key.isEmpty()) {
        List<String> names = shape.keys().stream().map(Key::name).toList();
        problem(
            entry.at(),
            path,
            "unknown key " + Problem.shortened(entry.key()) + NearestName.hint(entry.key(), names));
      } else {
        sources.put(path, entry.at());
        value(key.get(), entry, entry.again() ? new Draft(shape, "") : into, path);
      }
    }
  }

  private void value(Key<?> key, YamlNode.Entry entry, Draft into, Path path) {
    if (isEmpty(key.type(), entry.value())) {
      if (isOwnName(key)) {
        problem(entry.at(), path, "a name is never null: leave it out");
        return;
      }
      state(key, new Known.Absent<>(), into, entry.at(), path);
      return;
    }
    if (into.get(key.name()) instanceof Known.Absent<?>) {
      conflict(entry.at(), path);
      return;
    }
    switch (key.type()) {
      case Type.Scalar<?> scalar ->
          scalar(scalar, entry.value(), path)
              .ifPresent(value -> state(key, value, into, entry.at(), path));
      case Type.SetOf<?>(Type.Scalar<?> element) -> set(key, element, entry.value(), into, path);
      case Type.Table<?> table -> table(key, table, entry.value(), into, path);
      case Type.Part(Shape shape) -> {
        if (entry.value() instanceof YamlNode.Mapping mapping) {
          entity(mapping, shape, into.part(key.name(), shape), path);
        } else {
          expected("a map of " + shape + " keys", entry.value(), path);
        }
      }
      case Type.Parts(Shape shape, Type.Parts.Form form) ->
          parts(key, shape, form, entry.value(), into, path);
    }
  }

  /// `null`, and a list of nothing where a list belongs: both state that there is none.
  private static boolean isEmpty(Type<?> type, YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar.isNull();
      case YamlNode.Sequence sequence -> sequence.items().isEmpty() && takesLists(type);
      case YamlNode.Mapping _ -> false;
    };
  }

  private static boolean takesLists(Type<?> type) {
    return switch (type) {
      case Type.SetOf<?> _ -> true;
      case Type.Parts(_, Type.Parts.Form form) -> form != Type.Parts.Form.BY_NAME;
      case Type.Scalar<?> _, Type.Table<?> _, Type.Part _ -> false;
    };
  }

  private static boolean isOwnName(Key<?> key) {
    return key.type() instanceof Type.Scalar<?> scalar
        && scalar.reference() == Type.Reference.ITSELF;
  }

  private <T> Optional<T> scalar(Type.Scalar<T> type, YamlNode node, Path path) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      expected(Problem.a(type.name()), node, path);
      return Optional.empty();
    }
    if (scalar.isNull()) {
      expected(Problem.a(type.name()), node, path);
      return Optional.empty();
    }
    return word(type, scalar.text(), node.at(), path);
  }

  private <T> Optional<T> word(Type.Scalar<T> type, String text, Position at, Path path) {
    return switch (type.read(text)) {
      case Parsed.Understood<T>(T value) -> {
        references.add(type.reference(), text, at, path);
        yield Optional.of(value);
      }
      case Parsed.Refused<T>(String why) -> {
        problem(
            at,
            path,
            "\"" + Problem.shortened(text) + "\" is " + why + NearestName.hint(text, type.words()));
        yield Optional.empty();
      }
    };
  }

  @SuppressWarnings("unchecked") // a set under a key was put there by this method
  private <T> void set(Key<?> key, Type.Scalar<T> element, YamlNode node, Draft into, Path path) {
    if (!(node instanceof YamlNode.Sequence sequence)) {
      expected("a list", node, path);
      return;
    }
    SortedSet<T> values = (SortedSet<T>) into.get(key.name());
    if (values == null) {
      values = emptySet();
    }
    for (YamlNode item : sequence.items()) {
      scalar(element, item, path).ifPresent(values::add);
    }
    into.put(key.name(), values);
  }

  /// Names compare without case, constants by their order.
  @SuppressWarnings("unchecked") // every element that is no name is comparable to its like
  private static <T> SortedSet<T> emptySet() {
    return new TreeSet<>(
        (T one, T other) ->
            one instanceof String left && other instanceof String right
                ? String.CASE_INSENSITIVE_ORDER.compare(left, right)
                : ((Comparable<T>) one).compareTo(other));
  }

  @SuppressWarnings("unchecked") // a table under a key was put there by this method
  private <V> void table(Key<?> key, Type.Table<V> table, YamlNode node, Draft into, Path path) {
    SortedMap<String, V> values = (SortedMap<String, V>) into.get(key.name());
    if (values == null) {
      values = new TreeMap<>();
    }
    if (node instanceof YamlNode.Scalar scalar && table.shorthand()) {
      SortedMap<String, V> all = values;
      word(table.value(), scalar.text(), node.at(), path)
          .ifPresent(
              value ->
                  table.words().forEach(word -> row(all, word, value, node.at(), path.key(word))));
    } else if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        Path below = path.key(entry.key());
        Optional<String> word = tableWord(table, entry.key());
        if (word.isEmpty()) {
          problem(
              entry.at(),
              below,
              "unknown word "
                  + Problem.shortened(entry.key())
                  + NearestName.hint(entry.key(), table.words()));
        } else {
          SortedMap<String, V> all = values;
          scalar(table.value(), entry.value(), below)
              .ifPresent(value -> row(all, word.get(), value, entry.at(), below));
        }
      }
    } else {
      expected("a map of words", node, path);
      return;
    }
    into.put(key.name(), values);
  }

  private <V> void row(SortedMap<String, V> values, String word, V value, Position at, Path path) {
    V before = values.putIfAbsent(word, value);
    if (before != null && !before.equals(value)) {
      conflict(at, path);
    }
    sources.put(path, at);
  }

  private static Optional<String> tableWord(Type.Table<?> table, String word) {
    return table.words().isEmpty()
        ? Optional.of(word).filter(any -> nameError(any).isEmpty())
        : table.words().stream().filter(word::equals).findFirst();
  }

  private void parts(
      Key<?> key, Shape shape, Type.Parts.Form form, YamlNode node, Draft into, Path path) {
    switch (form) {
      case BY_NAME -> {
        if (node instanceof YamlNode.Mapping mapping) {
          namedParts(key, shape, mapping, into, path);
        } else {
          expected("a map from name to " + shape, node, path);
        }
      }
      case LIST -> {
        if (node instanceof YamlNode.Sequence sequence) {
          listedParts(key, shape, sequence, into, path);
        } else {
          expected("a list of maps", node, path);
        }
      }
      case DIRECTORY -> directories(key, shape, node, into, path);
    }
  }

  private void namedParts(
      Key<?> key, Shape shape, YamlNode.Mapping mapping, Draft into, Path path) {
    SortedMap<String, Draft> items = into.items(key.name());
    SortedSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (YamlNode.Entry entry : mapping.entries()) {
      Path place = path.key(entry.key());
      Optional<String> wrong = nameError(entry.key());
      if (entry.key().equals("<<")) {
        problem(entry.at(), place, "unknown key <<: maps are not merged");
        continue;
      }
      if (wrong.isPresent()) {
        problem(entry.at(), place, "this " + shape + "'s name is " + wrong.get());
        continue;
      }
      if (!seen.add(entry.key()) && !entry.again()) {
        problem(
            entry.at(),
            place,
            "the " + shape + " stands twice in this map: names compare without case");
        continue;
      }
      sources.put(place, entry.at());
      if (entry.value() instanceof YamlNode.Mapping below) {
        entity(
            below,
            shape,
            entry.again()
                ? new Draft(shape, entry.key())
                : items.computeIfAbsent(entry.key(), name -> new Draft(shape, name)),
            place);
      } else {
        problem(
            entry.value().at(),
            place,
            entry.value().title()
                + " where a map of "
                + shape
                + " keys is expected; write {} where nothing is to be stated");
      }
    }
  }

  private void listedParts(
      Key<?> key, Shape shape, YamlNode.Sequence sequence, Draft into, Path path) {
    SortedSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (int index = 0; index < sequence.items().size(); index++) {
      Path place = path.item(String.valueOf(index));
      YamlNode item = sequence.items().get(index);
      if (item instanceof YamlNode.Mapping mapping) {
        identity(shape, mapping, place)
            .ifPresent(name -> listItem(key, shape, name, mapping, into, path, seen));
      } else {
        expected("a map of " + shape + " keys", item, place);
      }
    }
  }

  private void listItem(
      Key<?> key,
      Shape shape,
      String name,
      YamlNode.Mapping mapping,
      Draft into,
      Path path,
      SortedSet<String> seen) {
    if (seen.add(name)) {
      Draft draft = into.items(key.name()).computeIfAbsent(name, _ -> new Draft(shape, name));
      entity(mapping, shape, draft, path.item(name));
    } else {
      problem(mapping.at(), path.item(name), "the " + shape + " stands twice in this list");
    }
  }

  /// What identifies an item: its one name, the several sites of a link, or the guideline and the
  /// place of a waiver.
  private Optional<String> identity(Shape shape, YamlNode.Mapping mapping, Path place) {
    List<String> identity = new ArrayList<>();
    for (Key<?> key : shape.identity()) {
      identity(shape, key, mapping, place).ifPresent(identity::add);
    }
    return identity.size() == shape.identity().size()
        ? Optional.of(String.join(" at ", identity))
        : Optional.empty();
  }

  private Optional<String> identity(Shape shape, Key<?> key, YamlNode.Mapping mapping, Path place) {
    Optional<YamlNode> value =
        mapping.entries().stream()
            .filter(entry -> entry.key().equals(key.name()))
            .map(YamlNode.Entry::value)
            .findFirst();
    SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    value.ifPresent(node -> names.addAll(words(node)));
    boolean several = key.type() instanceof Type.SetOf;
    if (names.size() < (several ? 2 : 1)) {
      problem(
          value.map(YamlNode::at).orElse(mapping.at()),
          place,
          Problem.a(shape.name())
              + " needs "
              + (several ? key.name() + ": a list of two or more" : "a " + key.name()));
      return Optional.empty();
    }
    return Optional.of(several ? SiteLink.identity(names) : names.getFirst());
  }

  /// The words of a scalar or of a list of scalars; what else stands there has none.
  private static List<String> words(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar.isNull() ? List.of() : List.of(scalar.text());
      case YamlNode.Sequence(_, List<YamlNode> items) ->
          items.stream()
              .filter(YamlNode.Scalar.class::isInstance)
              .flatMap(item -> words(item).stream())
              .toList();
      case YamlNode.Mapping _ -> List.of();
    };
  }

  private void directories(Key<?> key, Shape shape, YamlNode node, Draft into, Path path) {
    switch (node) {
      case YamlNode.Mapping mapping -> directory(key, shape, mapping, into, path);
      case YamlNode.Sequence sequence -> {
        SortedSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (int index = 0; index < sequence.items().size(); index++) {
          Path place = path.item(String.valueOf(index));
          if (!(sequence.items().get(index) instanceof YamlNode.Mapping mapping)) {
            expected("a map of " + shape + " keys", sequence.items().get(index), place);
          } else if (sequence.items().size() > 1 && statedName(mapping).isEmpty()) {
            problem(
                mapping.at(),
                place,
                "where a server has several directories of a kind, each needs a name");
          } else if (!seen.add(Vocabulary.identityOf(key, statedName(mapping).orElse("")))) {
            problem(mapping.at(), place, "two directories of one server have the same name");
          } else {
            directory(key, shape, mapping, into, path);
          }
        }
      }
      case YamlNode.Scalar _ -> expected("null or a map of " + shape + " keys", node, path);
    }
  }

  private void directory(Key<?> key, Shape shape, YamlNode.Mapping mapping, Draft into, Path path) {
    String identity = Vocabulary.identityOf(key, statedName(mapping).orElse(""));
    entity(
        mapping,
        shape,
        into.items(key.name()).computeIfAbsent(identity, name -> new Draft(shape, name)),
        identity.isEmpty() ? path : path.item(identity));
  }

  private static Optional<String> statedName(YamlNode.Mapping mapping) {
    return mapping.entries().stream()
        .filter(entry -> entry.key().equals(Vocabulary.NAME.name()))
        .map(YamlNode.Entry::value)
        .filter(YamlNode.Scalar.class::isInstance)
        .map(YamlNode.Scalar.class::cast)
        .filter(value -> !value.isNull())
        .map(YamlNode.Scalar::text)
        .findFirst();
  }

  private void state(Key<?> key, Object value, Draft into, Position at, Path path) {
    Object before = into.get(key.name());
    if (before == null) {
      into.put(key.name(), value);
    } else if (!same(key, before, value)) {
      conflict(at, path);
    }
  }

  private static boolean same(Key<?> key, Object before, Object value) {
    return before.equals(value)
        || (key.type() instanceof Type.Scalar<?> scalar
            && scalar.reference() != Type.Reference.NOTHING
            && before instanceof String left
            && value instanceof String right
            && left.equalsIgnoreCase(right));
  }

  private void conflict(Position at, Path path) {
    problem(
        at,
        path,
        "stated with another value at "
            + sources.stated(path).map(Position::toString).orElse("another place"));
  }

  /// Why a text is no name; empty where it is one.
  private static Optional<String> nameError(String name) {
    return switch (((Type.Scalar<String>) Vocabulary.POPULATION_NAME.type()).read(name)) {
      case Parsed.Understood<String> _ -> Optional.empty();
      case Parsed.Refused<String>(String why) -> Optional.of(why);
    };
  }

  private void expected(String what, YamlNode found, Path path) {
    problem(found.at(), path, found.title() + " where " + what + " is expected");
  }

  private void problem(Position at, Path path, String message) {
    problems.add(at, path.toString(), message);
  }
}

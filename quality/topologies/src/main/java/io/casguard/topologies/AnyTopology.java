package io.casguard.topologies;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Parsed;
import io.casguard.topology.Population;
import io.casguard.topology.Shape;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Walks the table of keys and states what chance wants; knows no key but those that declare and
/// name things.
final class AnyTopology {
  private static final List<String> HARD_NAMES =
      List.of(
          "1e3",
          "null",
          "Null",
          "~",
          "yes",
          "NO",
          "8.10",
          "true",
          "0x1F",
          "0o17",
          ".5",
          "+1",
          "-",
          "2009-01-26",
          "12:30",
          "a: b",
          "a:b",
          "a:",
          "a #b",
          "#a",
          "it's",
          "say \"hi\"",
          "Zürich",
          "東京",
          "😀",
          "- a",
          "? a",
          "[a]",
          "{a}",
          "a, b",
          "a,b",
          "b,c",
          "c",
          "a = b",
          "*a",
          "&a",
          "!a",
          "%a",
          "@a",
          "`a",
          "|",
          ">",
          "'a'",
          "\"a\"",
          "a.b",
          "a[0]",
          " a",
          "a ",
          "a\\b",
          "---",
          "...",
          "\u2028a",
          "\uFEFFa",
          "ſ",
          "a".repeat(300),
          "=",
          ".inf");

  private final Random random;
  private final List<String> sites = new ArrayList<>();
  private final List<String> servers = new ArrayList<>();
  private final SortedSet<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  AnyTopology(long seed) {
    this.random = new Random(seed);
  }

  Topology topology() {
    int siteCount = random.nextInt(5);
    for (int i = 0; i < siteCount; i++) {
      sites.add(fresh("site"));
    }
    SortedMap<String, List<String>> serversBySite = new TreeMap<>();
    sites.forEach(site -> serversBySite.put(site, freshServers()));
    List<String> siteless = freshServers();

    SortedMap<String, Known<?>> spec = new TreeMap<>(statements(Vocabulary.SPEC));
    put(
        spec,
        Vocabulary.SITES,
        named(
            Vocabulary.SITE,
            sites,
            site -> siteServers(serversBySite.getOrDefault(site, List.of()))));
    put(
        spec,
        Vocabulary.SERVERS_WITHOUT_SITE,
        named(Vocabulary.SERVER, siteless, _ -> new TreeMap<>()));
    return new Topology("org-" + random.nextInt(1000), Entity.of(Vocabulary.SPEC, "", spec));
  }

  private List<String> freshServers() {
    List<String> names = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      names.add(fresh("SRV"));
    }
    servers.addAll(names);
    return names;
  }

  private SortedMap<String, Known<?>> siteServers(List<String> names) {
    SortedMap<String, Known<?>> more = new TreeMap<>();
    put(more, Vocabulary.SERVERS, named(Vocabulary.SERVER, names, _ -> new TreeMap<>()));
    return more;
  }

  private interface More {
    SortedMap<String, Known<?>> of(String name);
  }

  private SortedMap<String, Entity> named(Shape shape, List<String> names, More more) {
    SortedMap<String, Entity> things = Entity.items();
    for (String name : names) {
      SortedMap<String, Known<?>> stated = statements(shape);
      stated.putAll(more.of(name));
      things.put(name, Entity.of(shape, name, stated));
    }
    return things;
  }

  private static void put(
      SortedMap<String, Known<?>> stated,
      Key<SortedMap<String, Entity>> key,
      SortedMap<String, Entity> things) {
    stated.remove(key.name());
    if (!things.isEmpty()) {
      stated.put(key.name(), new Known.Value<>(things));
    }
  }

  private SortedMap<String, Known<?>> statements(Shape shape) {
    SortedMap<String, Known<?>> stated = new TreeMap<>();
    for (Key<?> key : shape.keys()) {
      int said = random.nextInt(10);
      if (!declares(key) && !isOwnName(key) && !shape.identity().contains(key)) {
        if (said < 5) {
          value(key).ifPresent(value -> stated.put(key.name(), new Known.Value<>(value)));
        } else if (said == 5) {
          stated.put(key.name(), new Known.Absent<>());
        }
      }
    }
    return stated;
  }

  private static boolean declares(Key<?> key) {
    return key.equals(Vocabulary.SITES)
        || key.equals(Vocabulary.SERVERS_WITHOUT_SITE)
        || key.equals(Vocabulary.SERVERS);
  }

  private static boolean isOwnName(Key<?> key) {
    return key.type() instanceof Type.Scalar<?> scalar
        && scalar.reference() == Type.Reference.ITSELF;
  }

  /// A value of the key's type; empty where it would have to name what is not declared.
  private Optional<?> value(Key<?> key) {
    return switch (key.type()) {
      case Type.Scalar<?> scalar -> scalar(scalar);
      case Type.SetOf<?>(Type.Scalar<?> element) ->
          Optional.of(set(element)).filter(all -> !all.isEmpty());
      case Type.Table<?> table -> Optional.of(table(table));
      case Type.Part(Shape shape) -> Optional.of(Entity.of(shape, "", statements(shape)));
      case Type.Parts(Shape shape, Type.Parts.Form form) ->
          Optional.of(things(key, shape, form)).filter(all -> !all.isEmpty());
    };
  }

  private SortedMap<String, Entity> things(Key<?> key, Shape shape, Type.Parts.Form form) {
    SortedMap<String, Entity> things = Entity.items();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      switch (form) {
        case BY_NAME -> add(things, Entity.of(shape, anyName(), statements(shape)));
        case LIST -> item(shape).ifPresent(item -> add(things, item));
        case DIRECTORY -> {
          String name = i == 0 && random.nextBoolean() ? "" : Vocabulary.identityOf(key, anyName());
          Entity thing = Entity.of(shape, name, statements(shape));
          add(things, name.isEmpty() ? thing : thing.with(Vocabulary.NAME, name));
        }
      }
    }
    return things;
  }

  private static void add(SortedMap<String, Entity> things, Entity thing) {
    things.putIfAbsent(thing.name(), thing);
  }

  private Optional<Entity> item(Shape shape) {
    if (shape.equals(Vocabulary.SITE_LINK)) {
      SortedSet<String> linked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      sites.stream().filter(_ -> random.nextBoolean()).forEach(linked::add);
      return linked.size() < 2
          ? Optional.empty()
          : Optional.of(
              Entity.of(shape, SiteLink.identity(linked), statements(shape))
                  .with(Vocabulary.LINKED_SITES, linked));
    }
    String name = anyName();
    return Optional.of(
        Entity.of(shape, name, statements(shape)).with(Vocabulary.POPULATION_NAME, name));
  }

  private <T> SortedSet<T> set(Type.Scalar<T> element) {
    SortedSet<T> values = new TreeSet<>(WITHOUT_CASE);
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      scalar(element).ifPresent(values::add);
    }
    return values;
  }

  @SuppressWarnings("unchecked") // every element type is comparable to itself
  private static final Comparator<Object> WITHOUT_CASE =
      (one, other) ->
          one instanceof String left && other instanceof String right
              ? String.CASE_INSENSITIVE_ORDER.compare(left, right)
              : ((Comparable<Object>) one).compareTo(other);

  private <V> SortedMap<String, V> table(Type.Table<V> table) {
    SortedMap<String, V> values = new TreeMap<>();
    List<String> words =
        table.words().isEmpty() ? List.of("12.1", "14.0", anyName()) : table.words();
    words.stream()
        .filter(_ -> random.nextInt(3) > 0)
        .forEach(word -> scalar(table.value()).ifPresent(value -> values.put(word, value)));
    return values;
  }

  private <T> Optional<T> scalar(Type.Scalar<T> scalar) {
    return spelling(scalar)
        .map(
            text ->
                switch (scalar.read(text)) {
                  case Parsed.Understood<T>(T value) -> value;
                  case Parsed.Refused<T>(String why) ->
                      throw new IllegalStateException(scalar.name() + " " + text + " is " + why);
                });
  }

  private Optional<String> spelling(Type.Scalar<?> scalar) {
    return switch (scalar.reference()) {
      case SERVER -> oneOf(servers).map(this::anyCase);
      case SITE -> oneOf(sites);
      case SITE_OR_INTERNET ->
          random.nextBoolean() ? Optional.of(Population.INTERNET) : oneOf(sites);
      case NOTHING, ITSELF ->
          scalar.words().isEmpty()
              ? Optional.of(text(scalar.name()))
              : oneOf(scalar.words()).map(this::cased);
    };
  }

  private String text(String type) {
    return switch (type) {
      case "number" -> String.valueOf(random.nextInt(1_000_000_000));
      case "text", "name" -> anyName();
      case "URL" ->
          random.nextInt(4) == 0
              ? anyName()
              : "https://h" + random.nextInt(50) + ".contoso.com/owa";
      case "version" ->
          pick(
              "8.3.83.6",
              "2007 SP3",
              "Version 8.1 (Build 240.6)",
              "2003 SP2",
              "14.1.218.15",
              "8.10");
      case "IP address" -> pick("10.1.0." + random.nextInt(256), "2001:db8::" + random.nextInt(9));
      case "duration" -> random.nextInt(10_000) + pick("s", "m", "h", "d");
      case "time" ->
          Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)).toString();
      default -> throw new IllegalStateException("no spelling for a " + type);
    };
  }

  private String anyName() {
    return random.nextInt(3) == 0
        ? HARD_NAMES.get(random.nextInt(HARD_NAMES.size()))
        : "name-" + random.nextInt(1000);
  }

  private String fresh(String kind) {
    String name = random.nextInt(5) == 0 ? anyName() : kind + "-" + random.nextInt(100_000);
    return taken.add(name) ? name : fresh(kind);
  }

  private String anyCase(String name) {
    return name.chars().allMatch(c -> c < 128) && random.nextBoolean()
        ? name.toUpperCase(Locale.ROOT)
        : name;
  }

  /// A word of a closed list in another case, except a boolean, which has one spelling.
  private String cased(String word) {
    return word.equals("true") || word.equals("false") ? word : anyCase(word);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private Optional<String> oneOf(List<String> choices) {
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(choices.get(random.nextInt(choices.size())));
  }
}

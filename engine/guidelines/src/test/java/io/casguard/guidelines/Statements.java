package io.casguard.guidelines;

import io.casguard.topology.Defaults;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Parsed;
import io.casguard.topology.Part;
import io.casguard.topology.Place;
import io.casguard.topology.Population;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Shape;
import io.casguard.topology.Site;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that a topology states or could state, one by one, found by walking the vocabulary.
final class Statements {
  /// A step from a thing to one that it holds.
  ///
  /// @param name what identifies the item; empty for a part, which is the only one of its kind
  private record Step(Key<?> key, String name) {}

  /// A key of one thing.
  ///
  /// @param way how to get there from the spec
  /// @param thing what is stated of it today
  record Statement(List<Step> way, Entity thing, Key<?> key) {
    @Override
    public String toString() {
      return way.stream()
              .map(step -> step.key() + (step.name().isEmpty() ? "" : "[" + step.name() + "]"))
              .collect(Collectors.joining("."))
          + "."
          + key;
    }
  }

  /// They judge only a certificate that somebody stated.
  static final Set<String> LOOK_AT_NO_DEFAULT_CERTIFICATE = Set.of("CAP-102", "CAP-318", "CAP-334");

  private static final List<Role> ROLES = List.of(Role.MAILBOX, Role.CLIENT_ACCESS);

  private static final List<Version> VERSIONS =
      List.of(Version.EXCHANGE_2007_SP3, new Version(8, 0, 685, 25), new Version(14, 3, 123, 4));

  private Statements() {}

  /// The statements of everything that a topology declares, said and unsaid: what there is (sites,
  /// servers, names, people) stays, and so does what identifies it.
  static List<Statement> of(Topology topology) {
    List<Statement> all = new ArrayList<>();
    walk(topology.spec(), List.of(), all);
    return all;
  }

  private static void walk(Entity thing, List<Step> way, List<Statement> all) {
    for (Key<?> key : thing.shape().keys()) {
      switch (key.type()) {
        case Type.Part(Shape shape) -> {
          all.add(new Statement(way, thing, key));
          boolean of2003 = key.equals(Vocabulary.LEGACY_KEY);
          if (!of2003 || thing.stated(key).isPresent()) {
            walk(partOf(thing, partKey(key), shape), with(way, new Step(key, "")), all);
          }
        }
        case Type.Parts(_, Type.Parts.Form form) -> {
          if (form == Type.Parts.Form.DIRECTORY) {
            all.add(new Statement(way, thing, key));
          }
          thing
              .parts(partsKey(key))
              .forEach((name, item) -> walk(item, with(way, new Step(key, name)), all));
        }
        case Type.Scalar<?> _, Type.SetOf<?> _, Type.Table<?> _ -> {
          boolean identifies =
              thing.shape().identity().contains(key) || key.equals(Vocabulary.NAME);
          if (!identifies && !key.equals(Vocabulary.DEFAULTS)) {
            all.add(new Statement(way, thing, key));
          }
        }
      }
    }
  }

  /// The topology with one statement left out.
  static Topology without(Topology topology, Statement statement) {
    return changed(topology, statement, thing -> thing.unsaying(statement.key()));
  }

  /// The topology with one statement made.
  static Topology with(Topology topology, Statement statement, Known<?> value) {
    return changed(
        topology,
        statement,
        thing -> {
          SortedMap<String, Known<?>> stated = new TreeMap<>(thing.statements());
          stated.put(statement.key().name(), value);
          return Entity.of(thing.shape(), thing.name(), stated);
        });
  }

  private static Topology changed(
      Topology topology, Statement statement, UnaryOperator<Entity> change) {
    return new Topology(topology.organization(), changed(topology.spec(), statement.way(), change));
  }

  private static Entity changed(Entity thing, List<Step> way, UnaryOperator<Entity> change) {
    if (way.isEmpty()) {
      return change.apply(thing);
    }
    Step step = way.getFirst();
    List<Step> rest = way.subList(1, way.size());
    if (step.key().type() instanceof Type.Part(Shape shape)) {
      Key<Entity> key = partKey(step.key());
      return thing.with(key, changed(partOf(thing, key, shape), rest, change));
    }
    Key<SortedMap<String, Entity>> key = partsKey(step.key());
    Entity item = thing.parts(key).get(step.name());
    return item == null ? thing : thing.with(key, step.name(), changed(item, rest, change));
  }

  /// Some values that a key may have, those that turn a verdict among them.
  static List<Known<?>> values(Key<?> key, Topology topology) {
    if (key.equals(Vocabulary.ROLES)) {
      List<Known<?>> roles = new ArrayList<>(List.of(new Known.Absent<>()));
      ROLES.forEach(role -> roles.add(new Known.Value<>(new TreeSet<>(List.of(role)))));
      return roles;
    }
    if (key.equals(Vocabulary.VERSION)) {
      return VERSIONS.stream().<Known<?>>map(Known.Value::new).toList();
    }
    return switch (key.type()) {
      case Type.Part _, Type.Parts _ -> List.of(new Known.Absent<>());
      case Type.Scalar<?> scalar ->
          words(scalar, topology).stream().<Known<?>>map(text -> value(scalar, text)).toList();
      case Type.SetOf<?>(Type.Scalar<?> element) ->
          Stream.concat(
                  Stream.of(new Known.Absent<>(), new Known.Value<>(new TreeSet<>())),
                  words(element, topology).stream()
                      .map(text -> new Known.Value<>(setOf(element, text))))
              .<Known<?>>map(known -> known)
              .toList();
      case Type.Table<?>(Type.Scalar<?> scalar, List<String> names, _) ->
          Stream.concat(
                  Stream.of(new Known.Absent<>()),
                  words(scalar, topology).stream()
                      .map(text -> new Known.Value<>(tableOf(scalar, names, text))))
              .<Known<?>>map(known -> known)
              .toList();
    };
  }

  private static List<String> words(Type.Scalar<?> scalar, Topology topology) {
    if (!scalar.words().isEmpty()) {
      return scalar.words();
    }
    Organization organization = Organization.of(topology);
    return switch (scalar.reference()) {
      case SERVER -> organization.servers().stream().map(Server::name).toList();
      case SITE, SITE_OR_INTERNET -> organization.sites().stream().map(Site::name).toList();
      case ITSELF -> List.of();
      case NOTHING ->
          switch (scalar.name()) {
            case "URL" -> urls(organization);
            case "number" -> List.of("0", "1", "9");
            case "duration" -> List.of("15m", "3h");
            case "time" -> List.of("2009-03-02T08:00:00Z", "2009-03-02T11:00:00Z");
            case "IP address" -> List.of("192.0.2.9");
            case "version" -> List.of("2007 SP3");
            default -> names(organization);
          };
    };
  }

  private static List<String> names(Organization organization) {
    return Stream.concat(
            Stream.of("fresh.example.org", "inside"),
            Stream.of(DirectoryKind.values())
                .flatMap(organization::directories)
                .flatMap(it -> it.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
                .flatMap(url -> url.host().stream()))
        .distinct()
        .toList();
  }

  private static List<String> urls(Organization organization) {
    return Stream.concat(
            Stream.of(
                "https://192.0.2.1/x",
                "http://elsewhere.example.org/owa",
                "https://fresh.example.org/owa"),
            organization
                .directories(DirectoryKind.OWA)
                .flatMap(owa -> owa.get(Vocabulary.EXTERNAL_URL).toOptional().stream())
                .map(Url::text))
        .distinct()
        .toList();
  }

  private static <T> Known<T> value(Type.Scalar<T> scalar, String text) {
    return new Known.Value<>(read(scalar, text));
  }

  private static <T> SortedSet<T> setOf(Type.Scalar<T> element, String text) {
    return new TreeSet<>(List.of(read(element, text)));
  }

  private static <V> SortedMap<String, V> tableOf(
      Type.Scalar<V> scalar, List<String> names, String text) {
    SortedMap<String, V> table = new TreeMap<>();
    (names.isEmpty() ? List.of("12.1") : names)
        .forEach(name -> table.put(name, read(scalar, text)));
    return table;
  }

  private static <T> T read(Type.Scalar<T> scalar, String text) {
    return switch (scalar.read(text)) {
      case Parsed.Understood<T>(T value) -> value;
      case Parsed.Refused<T> refused -> throw new AssertionError(scalar.name() + refused);
    };
  }

  /// Everything that Setup leaves, written down, as far as a guideline looks at it.
  static Topology stated(Topology topology, String guideline) {
    boolean certificates = !LOOK_AT_NO_DEFAULT_CERTIFICATE.contains(guideline);
    Organization organization = Organization.of(topology);
    List<Edit> edits = new ArrayList<>();
    for (Server server : organization.servers()) {
      add(edits, server, Vocabulary.VERSION, server.version());
      add(edits, server, Vocabulary.ROLES, server.roles());
      add(edits, server, Vocabulary.FQDN, server.fqdn());
      leaves(Vocabulary.SERVER)
          .filter(key -> !key.equals(Vocabulary.ROLES) && !key.equals(Vocabulary.VERSION))
          .filter(key -> !key.equals(Vocabulary.FQDN))
          .forEach(key -> add(edits, server, key, server.get(key)));
      parts(Vocabulary.SERVER, Vocabulary.LEGACY_KEY)
          .filter(key -> certificates || !key.equals(Vocabulary.SERVER_CERTIFICATE))
          .map(key -> Part.of(server, key))
          .forEach(part -> add(edits, part));
      if (server.version().toOptional().filter(Version::isLegacy).isPresent()) {
        parts(Vocabulary.LEGACY)
            .map(key -> Part.of(server, Vocabulary.LEGACY_KEY, key))
            .forEach(part -> add(edits, part));
      }
      for (DirectoryKind kind : DirectoryKind.values()) {
        server.directories(kind).toOptional().orElse(List.of()).forEach(it -> add(edits, it));
      }
    }
    for (Population people : organization.populations()) {
      leaves(Vocabulary.POPULATION)
          .filter(key -> !key.equals(Vocabulary.POPULATION_NAME))
          .forEach(key -> add(edits, people, key, people.get(key)));
    }
    for (SiteLink link : organization.siteLinks()) {
      leaves(Vocabulary.SITE_LINK)
          .filter(key -> !key.equals(Vocabulary.LINKED_SITES))
          .forEach(key -> add(edits, link, key, link.get(key)));
    }
    OutlookProvider provider = OutlookProvider.expr(organization);
    add(
        edits,
        provider,
        Vocabulary.CERT_PRINCIPAL_NAME,
        provider.get(Vocabulary.CERT_PRINCIPAL_NAME));
    Topology full = Edits.apply(topology, edits);
    return new Topology(full.organization(), full.spec().with(Vocabulary.DEFAULTS, Defaults.NONE));
  }

  private static void add(List<Edit> edits, Part part) {
    Shape shape = ((Type.Part) part.keys().getLast().type()).shape();
    leaves(shape).forEach(key -> add(edits, part, key, part.get(key)));
  }

  private static void add(List<Edit> edits, Directory directory) {
    Shape shape = ((Type.Parts) Vocabulary.directoriesOf(directory.kind()).type()).shape();
    leaves(shape)
        .filter(key -> !key.equals(Vocabulary.NAME))
        .forEach(key -> add(edits, directory, key, directory.get(key)));
    parts(shape).forEach(part -> add(edits, directory, part));
  }

  private static void add(List<Edit> edits, Directory directory, Key<Entity> part) {
    Shape shape = ((Type.Part) part.type()).shape();
    Map<String, Known<?>> left = new TreeMap<>();
    leaves(shape)
        .forEach(
            key -> {
              Known<?> known = directory.get(part, key);
              if (known instanceof Known.Value<?>) {
                left.put(key.name(), known);
              }
            });
    if (!left.isEmpty()) {
      edits.add(Edit.set(directory, part, Entity.of(shape, "", left)));
    }
  }

  private static void add(List<Edit> edits, Place place, Key<?> key, Known<?> known) {
    if (!(known instanceof Known.Unsaid<?>)) {
      edits.add(new Edit(place, key, known));
    }
  }

  private static Stream<Key<?>> leaves(Shape shape) {
    return shape.keys().stream()
        .filter(key -> !(key.type() instanceof Type.Part) && !(key.type() instanceof Type.Parts));
  }

  private static Stream<Key<Entity>> parts(Shape shape, Key<?>... but) {
    return shape.keys().stream()
        .filter(key -> key.type() instanceof Type.Part)
        .filter(key -> !Arrays.asList(but).contains(key))
        .map(Statements::partKey);
  }

  private static Entity partOf(Entity thing, Key<Entity> key, Shape shape) {
    return thing.stated(key).flatMap(Known::toOptional).orElseGet(() -> Entity.named(shape, ""));
  }

  private static List<Step> with(List<Step> way, Step step) {
    return Stream.concat(way.stream(), Stream.of(step)).toList();
  }

  @SuppressWarnings("unchecked") // its type was asked
  private static Key<Entity> partKey(Key<?> key) {
    return (Key<Entity>) key;
  }

  @SuppressWarnings("unchecked") // its type was asked
  private static Key<SortedMap<String, Entity>> partsKey(Key<?> key) {
    return (Key<SortedMap<String, Entity>>) key;
  }
}

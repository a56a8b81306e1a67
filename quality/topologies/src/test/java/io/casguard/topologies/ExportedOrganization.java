package io.casguard.topologies;

import io.casguard.formats.imports.ShellVocabulary;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.topology.Defaults;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Parsed;
import io.casguard.topology.Role;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// An organization of which nothing is stated but what the shell can print: any of those keys said,
/// said to be empty where the shell has a way to say so, or left out.
final class ExportedOrganization {
  private static final List<String> NAMES =
      List.of(
          "Harbour", "Lighthouse Hill", "Großkoog", "Le Mole/2", "東の島", "a-b", "North Sea Quay 4");

  private final Random random;
  private final List<String> sites = new ArrayList<>();

  ExportedOrganization(long seed) {
    this.random = new Random(seed);
  }

  Topology topology() {
    NAMES.stream().filter(_ -> random.nextBoolean()).forEach(sites::add);
    Entity spec = Entity.named(Vocabulary.SPEC, "").with(Vocabulary.DEFAULTS, Defaults.NONE);
    int number = 0;
    for (String name : sites) {
      Entity site = Entity.named(Vocabulary.SITE, name);
      int servers = random.nextInt(4);
      for (int at = 0; at < servers; at++) {
        String server = "TIDESRV" + number++;
        site = site.with(Vocabulary.SERVERS, server, server(server));
      }
      spec = spec.with(Vocabulary.SITES, name, site);
    }
    int legacy = random.nextInt(3);
    for (int at = 0; at < legacy; at++) {
      String server = "OLDSRV" + at;
      spec = spec.with(Vocabulary.SERVERS_WITHOUT_SITE, server, legacyServer(server));
    }
    for (int at = 0; at + 1 < sites.size(); at++) {
      SortedSet<String> joined = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      joined.addAll(sites.subList(at, at + 2));
      String identity = SiteLink.identity(joined);
      spec = spec.with(Vocabulary.SITE_LINKS, identity, link(identity, joined));
    }
    return new Topology("exported", spec);
  }

  private Entity link(String identity, SortedSet<String> joined) {
    Entity link =
        Entity.named(Vocabulary.SITE_LINK, identity)
            .with(Vocabulary.LINKED_SITES, joined)
            .with(Vocabulary.COST, random.nextInt(500));
    return random.nextBoolean()
        ? link.without(Vocabulary.EXCHANGE_COST)
        : link.with(Vocabulary.EXCHANGE_COST, random.nextInt(500));
  }

  private Entity legacyServer(String name) {
    Entity server =
        Entity.named(Vocabulary.SERVER, name).with(Vocabulary.VERSION, version("2003 SP2"));
    return random.nextBoolean()
        ? server
        : server.with(Vocabulary.ROLES, new TreeSet<>(Set.of(Role.FRONT_END)));
  }

  private Entity server(String name) {
    Entity server =
        stating(Entity.named(Vocabulary.SERVER, name), Cmdlet.EXCHANGE_SERVER)
            .with(Vocabulary.VERSION, version(random.nextBoolean() ? "2007 SP3" : "2010 SP1"));
    for (Cmdlet cmdlet : Cmdlet.values()) {
      Optional<DirectoryKind> kind = ShellVocabulary.directory(cmdlet);
      if (kind.isPresent() && random.nextBoolean()) {
        server = directories(server, kind.get(), cmdlet);
      }
    }
    if (random.nextBoolean()) {
      server =
          server.with(
              Vocabulary.OUTLOOK_ANYWHERE_KEY,
              stating(
                  Entity.named(Vocabulary.OUTLOOK_ANYWHERE, "")
                      .with(Vocabulary.OUTLOOK_ANYWHERE_ENABLED, true),
                  Cmdlet.OUTLOOK_ANYWHERE));
    }
    return server;
  }

  private Entity directories(Entity server, DirectoryKind kind, Cmdlet cmdlet) {
    Key<SortedMap<String, Entity>> key = Vocabulary.directoriesOf(kind);
    Entity first = stating(Entity.named(((Type.Parts) key.type()).shape(), ""), cmdlet);
    if (kind == DirectoryKind.AUTODISCOVER && random.nextBoolean()) {
      first = stating(first, Cmdlet.CLIENT_ACCESS_SERVER);
    }
    Entity with = server.with(key, "", first);
    if (random.nextInt(4) > 0) {
      return with;
    }
    String second = kind.defaultName().replace("Default Web", "Second");
    return with.with(
        key,
        second,
        stating(Entity.named(first.shape(), second).with(Vocabulary.NAME, second), cmdlet));
  }

  private Entity stating(Entity thing, Cmdlet cmdlet) {
    SortedMap<String, Known<?>> stated = new TreeMap<>(thing.statements());
    for (ShellVocabulary.Column column : ShellVocabulary.columns(cmdlet)) {
      int said = random.nextInt(10);
      if (said < 6) {
        stated.put(column.key().name(), new Known.Value<>(value(column.key())));
      } else if (said == 6 && mayBeEmpty(column.key())) {
        stated.put(column.key().name(), new Known.Absent<>());
      }
    }
    return Entity.of(thing.shape(), thing.name(), stated);
  }

  /// Whether the shell has a way to say that there is none: it prints nothing for switches it did
  /// not read.
  static boolean mayBeEmpty(Key<?> key) {
    return key.type() instanceof Type.SetOf<?>
        || (key.type() instanceof Type.Scalar<?> scalar
            && Set.of("URL", "name").contains(scalar.name()));
  }

  private Object value(Key<?> key) {
    return switch (key.type()) {
      case Type.Scalar<?> scalar -> scalar(scalar);
      case Type.SetOf<?>(Type.Scalar<?> element) -> set(element);
      case Type.Table<?> _, Type.Part _, Type.Parts _ ->
          throw new IllegalArgumentException("the shell prints no " + key);
    };
  }

  private SortedSet<Object> set(Type.Scalar<?> element) {
    SortedMap<String, Object> bySpelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int count = 1 + random.nextInt(3);
    for (int at = 0; at < count; at++) {
      Object value = scalar(element);
      bySpelling.put(element.writeStored(value), value);
    }
    SortedSet<Object> set =
        new TreeSet<>(
            (one, other) ->
                String.CASE_INSENSITIVE_ORDER.compare(
                    element.writeStored(one), element.writeStored(other)));
    set.addAll(bySpelling.values());
    return set;
  }

  private Object scalar(Type.Scalar<?> scalar) {
    String text =
        scalar.words().isEmpty()
            ? text(scalar.name())
            : scalar.words().get(random.nextInt(scalar.words().size()));
    return switch (scalar.read(text)) {
      case Parsed.Understood<?>(Object value) -> value;
      case Parsed.Refused<?>(String why) -> throw new IllegalStateException(text + " is " + why);
    };
  }

  private String text(String type) {
    return switch (type) {
      case "URL" ->
          "https://host"
              + random.nextInt(100)
              + ".a-rather-long-name-that-no-console-shows-on-one-line.ad.tideway.example/owa";
      case "name" ->
          "name-" + random.nextInt(100) + (random.nextBoolean() ? "" : ".tideway.example");
      case "time" -> "2009-01-" + (10 + random.nextInt(20)) + "T14:47:08Z";
      case "number" -> String.valueOf(random.nextInt(1000));
      case "version" -> "8.3.83.6";
      default -> throw new IllegalStateException("no text for a " + type);
    };
  }

  private static Version version(String text) {
    return switch (Version.parse(text)) {
      case Parsed.Understood<Version>(Version version) -> version;
      case Parsed.Refused<Version>(String why) -> throw new IllegalStateException(why);
    };
  }

  /// Mailboxes: how many each server has of each combination of two switches.
  static SortedMap<String, Integer> mailboxes(Topology topology, Random random) {
    SortedMap<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<String, Entity> site : topology.spec().parts(Vocabulary.SITES).entrySet()) {
      site.getValue()
          .parts(Vocabulary.SERVERS)
          .keySet()
          .forEach(
              server -> {
                for (String switches : List.of("True True", "True False", "False False")) {
                  int count = random.nextInt(3);
                  if (count > 0) {
                    counts.put(server + " " + switches, count);
                  }
                }
              });
    }
    return counts;
  }
}

package io.casguard.topologies.oracle;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Makes a topology as small as it can be while something still holds of it: things and keys go one
/// by one, the large before the small, until none can go any more.
final class Shrinking {
  private final Predicate<Topology> holds;

  Shrinking(Predicate<Topology> holds) {
    this.holds = holds;
  }

  Topology smallest(Topology topology) {
    Topology smallest = topology;
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (Entity spec : without(smallest.spec())) {
        Topology candidate = new Topology(smallest.organization(), spec);
        if (isConsistent(candidate) && holds.test(candidate)) {
          smallest = candidate;
          smaller = true;
          break;
        }
      }
    }
    return smallest;
  }

  /// The thing with each of its statements left out, then with each of its parts made smaller.
  private static List<Entity> without(Entity thing) {
    List<Entity> smaller = new ArrayList<>();
    for (Key<?> key : thing.shape().keys()) {
      if (thing.stated(key).isPresent() && !thing.shape().identity().contains(key)) {
        smaller.add(thing.unsaying(key));
      }
    }
    for (Key<?> key : thing.shape().keys()) {
      if (thing.stated(key).isPresent()
          && thing.stated(key).get() instanceof Known.Value<?>(Object value)) {
        if (value instanceof Entity part) {
          for (Entity less : without(part)) {
            smaller.add(with(thing, key, less));
          }
        } else if (value instanceof SortedMap<?, ?> items) {
          smaller.addAll(withoutItems(thing, key, items));
        } else if (value instanceof SortedSet<?> all
            && all.size() > 1
            && !thing.shape().identity().contains(key)) {
          for (Object one : all) {
            SortedSet<Object> fewer = new TreeSet<>(cast(all));
            fewer.remove(one);
            smaller.add(with(thing, key, fewer));
          }
        }
      }
    }
    return smaller;
  }

  private static List<Entity> withoutItems(Entity thing, Key<?> key, SortedMap<?, ?> items) {
    List<Entity> smaller = new ArrayList<>();
    SortedMap<String, Entity> things = Entity.items();
    items.forEach(
        (name, item) -> {
          if (item instanceof Entity entity) {
            things.put((String) name, entity);
          }
        });
    if (things.size() != items.size()) {
      return smaller;
    }
    for (String name : things.keySet()) {
      SortedMap<String, Entity> fewer = Entity.items();
      fewer.putAll(things);
      fewer.remove(name);
      if (!fewer.isEmpty()) {
        smaller.add(with(thing, key, fewer));
      }
    }
    things.forEach(
        (name, item) -> {
          for (Entity less : without(item)) {
            SortedMap<String, Entity> other = Entity.items();
            other.putAll(things);
            other.put(name, less);
            smaller.add(with(thing, key, other));
          }
        });
    return smaller;
  }

  @SuppressWarnings("unchecked") // the value has the type of the key that it was read from
  private static Entity with(Entity thing, Key<?> key, Object value) {
    return thing.with((Key<Object>) key, value);
  }

  @SuppressWarnings("unchecked")
  private static SortedSet<Object> cast(SortedSet<?> all) {
    return (SortedSet<Object>) all;
  }

  /// Names that are referred to are declared.
  private static boolean isConsistent(Topology topology) {
    SortedSet<String> sites = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    SortedSet<String> servers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Entity spec = topology.spec();
    spec.parts(Vocabulary.SITES)
        .forEach(
            (name, site) -> {
              sites.add(name);
              servers.addAll(site.parts(Vocabulary.SERVERS).keySet());
            });
    servers.addAll(spec.parts(Vocabulary.SERVERS_WITHOUT_SITE).keySet());
    boolean linked =
        spec.parts(Vocabulary.SITE_LINKS).values().stream()
            .allMatch(link -> sites.containsAll(set(link, Vocabulary.LINKED_SITES)));
    boolean published =
        spec.parts(Vocabulary.PUBLISHING).values().stream()
            .allMatch(name -> servers.containsAll(set(name, Vocabulary.PUBLISHED_SERVERS)));
    boolean housed =
        spec.parts(Vocabulary.USERS).values().stream()
            .allMatch(
                people ->
                    people
                        .stated(Vocabulary.MAILBOX_SERVER)
                        .flatMap(Known::toOptional)
                        .map(servers::contains)
                        .orElse(false));
    boolean distributed =
        spec.parts(Vocabulary.OFFLINE_ADDRESS_BOOKS).values().stream()
            .allMatch(book -> servers.containsAll(set(book, Vocabulary.DISTRIBUTION_POINTS)));
    return linked && published && housed && distributed;
  }

  private static SortedSet<String> set(Entity thing, Key<SortedSet<String>> key) {
    return thing.stated(key).flatMap(Known::toOptional).orElseGet(TreeSet::new);
  }
}

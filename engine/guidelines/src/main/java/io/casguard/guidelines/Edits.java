package io.casguard.guidelines;

import io.casguard.topology.Directory;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.OutlookProvider;
import io.casguard.topology.Part;
import io.casguard.topology.Place;
import io.casguard.topology.Population;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Shape;
import io.casguard.topology.Site;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Applies edits to a topology.
public final class Edits {
  private Edits() {}

  /// The topology with every edit made, in their order.
  public static Topology apply(Topology topology, List<Edit> edits) {
    Entity spec = topology.spec();
    for (Edit edit : edits) {
      spec = at(edit.place(), spec, entity -> stating(entity, edit.key(), edit.value()));
    }
    return new Topology(topology.organization(), spec);
  }

  /// The topology with one statement left out.
  static Topology unsaying(Topology topology, Place place, Key<?> key) {
    return new Topology(
        topology.organization(), at(place, topology.spec(), entity -> entity.unsaying(key)));
  }

  private static Entity at(Place place, Entity spec, UnaryOperator<Entity> change) {
    return switch (place) {
      case Organization _ -> change.apply(spec);
      case Site site -> item(spec, Vocabulary.SITES, site.name(), change);
      case Server server ->
          server
              .site()
              .map(
                  site -> at(site, spec, it -> item(it, Vocabulary.SERVERS, server.name(), change)))
              .orElseGet(() -> item(spec, Vocabulary.SERVERS_WITHOUT_SITE, server.name(), change));
      case Directory directory -> {
        Key<SortedMap<String, Entity>> key = Vocabulary.directoriesOf(directory.kind());
        String identity = Vocabulary.identityOf(key, directory.name());
        yield at(directory.host(), spec, server -> item(server, key, identity, change));
      }
      case Part part -> at(part.host(), spec, server -> inside(server, part.keys(), change));
      case SiteLink link -> item(spec, Vocabulary.SITE_LINKS, link.name(), change);
      case PublishedName name -> item(spec, Vocabulary.PUBLISHING, name.name(), change);
      case Population population -> item(spec, Vocabulary.USERS, population.name(), change);
      case OutlookProvider provider ->
          item(spec, Vocabulary.OUTLOOK_PROVIDERS, provider.name(), change);
    };
  }

  /// The thing with one of its items changed; a directory that only Setup left becomes stated.
  private static Entity item(
      Entity holder,
      Key<SortedMap<String, Entity>> key,
      String identity,
      UnaryOperator<Entity> change) {
    Shape shape = ((Type.Parts) key.type()).shape();
    Entity before = holder.parts(key).get(identity);
    return holder.with(
        key, identity, change.apply(before == null ? Entity.named(shape, identity) : before));
  }

  /// The thing with one of its parts changed; a part that only Setup left becomes stated.
  private static Entity inside(
      Entity holder, List<Key<Entity>> keys, UnaryOperator<Entity> change) {
    if (keys.isEmpty()) {
      return change.apply(holder);
    }
    Key<Entity> key = keys.getFirst();
    Shape shape = ((Type.Part) key.type()).shape();
    Entity before =
        holder.stated(key).flatMap(Known::toOptional).orElseGet(() -> Entity.named(shape, ""));
    return stating(
        holder, key, new Known.Value<>(inside(before, keys.subList(1, keys.size()), change)));
  }

  private static Entity stating(Entity entity, Key<?> key, Known<?> value) {
    SortedMap<String, Known<?>> stated = new TreeMap<>(entity.statements());
    stated.put(key.name(), value);
    return Entity.of(entity.shape(), entity.name(), stated);
  }
}

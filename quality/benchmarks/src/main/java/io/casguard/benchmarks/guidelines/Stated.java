package io.casguard.benchmarks.guidelines;

import io.casguard.topology.Delegation;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Publisher;
import io.casguard.topology.Role;
import io.casguard.topology.Shape;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/// An estate as a topology states it, every key in the manifest's own words.
public final class Stated {
  private final Map<String, Known<?>> keys = new HashMap<>();

  private Stated() {}

  /// The organization of an estate, as the product looks at it.
  static Organization organization(Estate estate) {
    return Organization.of(topology(estate));
  }

  /// The topology of an estate.
  public static Topology topology(Estate estate) {
    Map<Integer, String> serverNames = new HashMap<>();
    SortedMap<String, Entity> sites = Entity.items();
    for (Estate.Site site : estate.sites()) {
      site.servers().forEach(server -> serverNames.put(server.id(), server.name()));
      sites.put(site.name(), site(site));
    }
    SortedMap<String, Entity> names = Entity.items();
    estate.names().forEach(name -> names.put(name.host(), name(name, serverNames)));
    SortedMap<String, Entity> people = Entity.items();
    estate.people().forEach(some -> people.put(some.name(), people(some)));
    return new Topology(
        "contoso",
        new Stated()
            .say(Vocabulary.DOMAIN, "corp.example.com")
            .say(Vocabulary.SITES, sites)
            .say(Vocabulary.PUBLISHING, names)
            .say(Vocabulary.USERS, people)
            .of(Vocabulary.SPEC, "contoso"));
  }

  private static Entity site(Estate.Site site) {
    SortedMap<String, Entity> servers = Entity.items();
    site.servers().forEach(server -> servers.put(server.name(), server(server)));
    return new Stated()
        .say(Vocabulary.INTERNET_FACING, site.internetFacing())
        .say(Vocabulary.SERVERS, servers)
        .of(Vocabulary.SITE, site.name());
  }

  private static Entity server(Estate.Server server) {
    Stated stated =
        new Stated()
            .say(
                Vocabulary.ROLES,
                new TreeSet<>(List.of(server.clientAccess() ? Role.CLIENT_ACCESS : Role.MAILBOX)))
            .say(Vocabulary.VERSION, Version.EXCHANGE_2007_SP3)
            .say(Vocabulary.FQDN, server.fqdn());
    for (Estate.Directory directory : server.directories()) {
      SortedMap<String, Entity> one = Entity.items();
      one.put("", directory(directory));
      stated.say(Vocabulary.directoriesOf(directory.kind()), one);
    }
    return stated.of(Vocabulary.SERVER, server.name());
  }

  private static Entity directory(Estate.Directory directory) {
    Stated stated =
        new Stated()
            .say(Vocabulary.INTERNAL_URL, new Url(directory.internalUrl()))
            .say(Vocabulary.WINDOWS_AUTHENTICATION, directory.windows())
            .say(Vocabulary.BASIC_AUTHENTICATION, directory.basic());
    String external = directory.externalUrl();
    if (external == null) {
      stated.keys.put(Vocabulary.EXTERNAL_URL.name(), new Known.Absent<>());
    } else {
      stated.say(Vocabulary.EXTERNAL_URL, new Url(external));
    }
    if (directory.kind() == DirectoryKind.OWA) {
      stated
          .say(Vocabulary.FORMS_AUTHENTICATION, directory.forms())
          .say(Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER, directory.redirects());
    }
    return stated.of(((Type.Parts) Vocabulary.directoriesOf(directory.kind()).type()).shape(), "");
  }

  private static Entity name(Estate.Name name, Map<Integer, String> serverNames) {
    return new Stated()
        .say(Vocabulary.PUBLISHED_FROM, new TreeSet<>(List.of(Network.INTERNET)))
        .say(
            Vocabulary.PUBLISHED_SERVERS,
            new TreeSet<>(name.servers().stream().map(serverNames::get).toList()))
        .say(Vocabulary.THROUGH, Publisher.ISA)
        .say(Vocabulary.FORMS_AT_PUBLISHER, name.formsAtPublisher())
        .say(Vocabulary.DELEGATION, Delegation.BASIC)
        .say(
            Vocabulary.PUBLISHED_CERTIFICATE,
            new Stated()
                .say(Vocabulary.ALTERNATIVE_NAMES, new TreeSet<>(name.certificate()))
                .of(Vocabulary.CERTIFICATE, ""))
        .of(Vocabulary.PUBLISHED, name.host());
  }

  private static Entity people(Estate.People people) {
    return new Stated()
        .say(Vocabulary.MAILBOX_SERVER, people.server())
        .say(Vocabulary.COUNT, people.count())
        .of(Vocabulary.POPULATION, people.name());
  }

  private <T> Stated say(Key<T> key, T value) {
    keys.put(key.name(), new Known.Value<>(value));
    return this;
  }

  private Entity of(Shape shape, String name) {
    return Entity.of(shape, name, keys);
  }
}

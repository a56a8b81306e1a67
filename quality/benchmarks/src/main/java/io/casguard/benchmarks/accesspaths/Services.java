package io.casguard.benchmarks.accesspaths;

import io.casguard.benchmarks.guidelines.Estates;
import io.casguard.benchmarks.guidelines.Stated;
import io.casguard.topology.Entity;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import java.util.SortedMap;

/// Topologies in which every Client Access server offers Outlook Anywhere, POP3 and IMAP4, so that
/// all protocols have people.
final class Services {
  private Services() {}

  /// The topology with about this many servers, three of five Client Access servers.
  ///
  /// @param people how many each population counts
  static Topology topology(int servers, int people) {
    Topology plain = Stated.topology(Estates.of(servers));
    Entity spec = plain.spec();
    SortedMap<String, Entity> sites = Entity.items();
    spec.parts(Vocabulary.SITES).forEach((name, site) -> sites.put(name, offering(site)));
    SortedMap<String, Entity> users = Entity.items();
    spec.parts(Vocabulary.USERS)
        .forEach((name, some) -> users.put(name, some.with(Vocabulary.COUNT, people)));
    return new Topology(
        plain.organization(), spec.with(Vocabulary.SITES, sites).with(Vocabulary.USERS, users));
  }

  /// The same topology after a change: a Client Access server of a site that is reached by proxying
  /// no longer answers.
  static Topology changed(Topology before) {
    Entity spec = before.spec();
    SortedMap<String, Entity> sites = Entity.items();
    spec.parts(Vocabulary.SITES)
        .forEach(
            (name, site) ->
                sites.put(name, name.equals("site-0002") ? without(site, "S0002-EX0") : site));
    return new Topology(before.organization(), spec.with(Vocabulary.SITES, sites));
  }

  private static Entity without(Entity site, String server) {
    SortedMap<String, Entity> servers = Entity.items();
    site.parts(Vocabulary.SERVERS)
        .forEach(
            (name, one) ->
                servers.put(
                    name,
                    name.equalsIgnoreCase(server) ? one.with(Vocabulary.AVAILABLE, false) : one));
    return site.with(Vocabulary.SERVERS, servers);
  }

  private static Entity offering(Entity site) {
    SortedMap<String, Entity> servers = Entity.items();
    site.parts(Vocabulary.SERVERS)
        .forEach(
            (name, server) ->
                servers.put(
                    name,
                    server.parts(Vocabulary.OWA_DIRECTORIES).isEmpty()
                        ? server
                        : server
                            .with(
                                Vocabulary.OUTLOOK_ANYWHERE_KEY,
                                Entity.named(Vocabulary.OUTLOOK_ANYWHERE, "")
                                    .with(Vocabulary.OUTLOOK_ANYWHERE_ENABLED, true))
                            .with(Vocabulary.POP3, running())
                            .with(Vocabulary.IMAP4, running())));
    return site.with(Vocabulary.SERVERS, servers);
  }

  private static Entity running() {
    return Entity.named(Vocabulary.MAIL_SERVICE, "").with(Vocabulary.MAIL_SERVICE_ENABLED, true);
  }
}

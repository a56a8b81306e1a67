package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.topology.Defaults;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The end of an import: servers go to their sites, mailboxes become populations, and what is
/// unsaid or contradicted is listed.
final class ImportEnd {
  private static final Position NOWHERE = new Position("-", 1, 1);

  private final Gathered spec;
  private final SortedMap<String, GatheredServer> servers;
  private final SortedMap<String, Position> sites;
  private final SortedSet<String> smtpDomains;
  private final Mailboxes mailboxes;
  private final String organization;
  private final List<Contradiction> contradictions = new ArrayList<>();
  private final Map<Path, Position> sources = new LinkedHashMap<>();
  private final NotSaidList notSaid = new NotSaidList();
  private int directories;
  private int people;

  ImportEnd(
      Gathered spec,
      SortedMap<String, GatheredServer> servers,
      SortedMap<String, Position> sites,
      SortedSet<String> smtpDomains,
      Mailboxes mailboxes,
      String organization) {
    this.spec = spec;
    this.servers = servers;
    this.sites = sites;
    this.smtpDomains = smtpDomains;
    this.mailboxes = mailboxes;
    this.organization = organization;
  }

  Imported imported(List<Problem> remarksOfObjects) {
    spec.say(Vocabulary.DEFAULTS, Defaults.NONE, NOWHERE);
    if (!smtpDomains.isEmpty()) {
      spec.say(Vocabulary.SMTP_DOMAINS, smtpDomains, NOWHERE);
    }
    populations();
    servers.values().forEach(ImportEnd::placeDiscovery);
    learnSites();
    sites.forEach((name, _) -> spec.item(Vocabulary.SITES, name));
    servers.values().forEach(this::place);
    servers.values().stream().filter(GatheredServer::mayBe2007).forEach(notSaid::of);
    if (spec.items(Vocabulary.USERS).isEmpty() && !servers.isEmpty()) {
      notSaid.addMissing(Vocabulary.USERS, Cmdlet.MAILBOX, Cmdlet.CAS_MAILBOX);
    }
    if (spec.items(Vocabulary.SITE_LINKS).isEmpty() && spec.items(Vocabulary.SITES).size() > 1) {
      notSaid.addMissing(Vocabulary.SITE_LINKS, Cmdlet.AD_SITE_LINK);
    }
    walk(spec, Path.SPEC);
    List<Problem> remarks = new ArrayList<>(remarksOfObjects);
    remarks.addAll(mailboxes.remarks());
    return new Imported(
        new Topology(organization, spec.entity()),
        new Counts(
            servers.size(),
            spec.items(Vocabulary.SITES).size(),
            directories,
            spec.items(Vocabulary.SITE_LINKS).size(),
            people),
        notSaid.grouped(),
        contradictions,
        remarks,
        sources);
  }

  /// People who are alike, called after their server and what is switched off for them.
  private void populations() {
    List<Mailboxes.Alike> everybody = mailboxes.alike();
    Map<String, String> said = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    everybody.forEach(alike -> said.merge(alike.server(), alike.switches(), ImportEnd::eitherSaid));
    for (Mailboxes.Alike alike : everybody) {
      GatheredServer server =
          servers.computeIfAbsent(alike.server(), name -> new GatheredServer(name, alike.at()));
      String name =
          populationName(server.name(), alike, said.getOrDefault(alike.server(), alike.switches()));
      Gathered population = spec.item(Vocabulary.USERS, name);
      population.say(Vocabulary.POPULATION_NAME, name, alike.at());
      population.say(Vocabulary.MAILBOX_SERVER, server.name(), alike.at());
      alike.count().ifPresent(count -> population.say(Vocabulary.COUNT, count, alike.at()));
      people += alike.count().orElse(0);
      List<ShellVocabulary.Column> switches = ShellVocabulary.columns(Cmdlet.CAS_MAILBOX);
      for (int number = 0; number < switches.size(); number++) {
        Key<?> key = switches.get(number).key();
        alike.isOn(number).ifPresent(on -> population.say(key, on, alike.at()));
      }
    }
  }

  /// Signs of which none is unsaid where one of two is said.
  private static String eitherSaid(String one, String other) {
    StringBuilder signs = new StringBuilder();
    for (int at = 0; at < one.length(); at++) {
      signs.append(one.charAt(at) == '?' ? other.charAt(at) : one.charAt(at));
    }
    return signs.toString();
  }

  /// @param said the switches that are said of somebody at the server
  private static String populationName(String server, Mailboxes.Alike alike, String said) {
    StringBuilder name = new StringBuilder(server.toLowerCase(Locale.ROOT)).append("-mailboxes");
    List<ShellVocabulary.Column> switches = ShellVocabulary.columns(Cmdlet.CAS_MAILBOX);
    for (int number = 0; number < switches.size(); number++) {
      Key<?> key = switches.get(number).key();
      boolean usual = !key.equals(Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP);
      String word = key.name().replace("Enabled", "").toLowerCase(Locale.ROOT);
      Optional<Boolean> on = alike.isOn(number);
      if (on.isPresent() && on.get() != usual) {
        name.append(usual ? "-without-" + word : "-without-outlook-anywhere");
      } else if (on.isEmpty() && said.charAt(number) != '?') {
        name.append("-unsaid-").append(usual ? word : "outlook-anywhere");
      }
    }
    return name.toString();
  }

  /// The service connection point stands with the server's Autodiscover directory, by whatever
  /// name.
  private static void placeDiscovery(GatheredServer server) {
    if (server.discovery().answers().isEmpty()) {
      return;
    }
    Key<SortedMap<String, Entity>> key = Vocabulary.AUTODISCOVER_DIRECTORIES;
    Collection<Gathered> known = server.gathered().items(key).values();
    Gathered directory =
        known.isEmpty() ? server.gathered().item(key, "") : known.iterator().next();
    directory.takeAll(server.discovery());
  }

  /// Sites that some export names beyond doubt.
  private void learnSites() {
    for (GatheredServer server : servers.values()) {
      for (GatheredServer.SiteSaid said : server.sites()) {
        if (said.readings().size() == 1) {
          sites.putIfAbsent(said.readings().getFirst(), said.at());
        }
      }
    }
  }

  private void place(GatheredServer server) {
    List<GatheredServer.SiteSaid> said = server.sites();
    SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (GatheredServer.SiteSaid one : said) {
      site(one)
          .ifPresentOrElse(
              names::add,
              () ->
                  notSaid.add(
                      server,
                      "",
                      "site",
                      "the console wrapped it where a blank may have stood: "
                          + String.join(" or ", one.readings()),
                      Optional.of(one.at())));
    }
    if (names.size() == 1) {
      spec.item(Vocabulary.SITES, names.first()).put(Vocabulary.SERVERS, server.gathered());
      return;
    }
    spec.put(Vocabulary.SERVERS_WITHOUT_SITE, server.gathered());
    if (names.size() > 1) {
      contradictions.add(
          new Contradiction(
              Path.SPEC.key(Vocabulary.SERVERS_WITHOUT_SITE.name()).key(server.name()).key("site"),
              said.stream()
                  .filter(one -> site(one).isPresent())
                  .map(one -> new Contradiction.Statement(site(one).orElseThrow(), one.at()))
                  .toList()));
    }
  }

  /// The site that is meant: of several readings the one that is known, else the likely one.
  private Optional<String> site(GatheredServer.SiteSaid said) {
    List<String> known = said.readings().stream().filter(sites::containsKey).toList();
    if (known.size() == 1) {
      return Optional.of(spelled(known.getFirst()));
    }
    if (said.isCertain()) {
      sites.putIfAbsent(said.readings().getFirst(), said.at());
      spec.item(Vocabulary.SITES, spelled(said.readings().getFirst()));
      return Optional.of(spelled(said.readings().getFirst()));
    }
    return Optional.empty();
  }

  private String spelled(String site) {
    return sites.keySet().stream().filter(site::equalsIgnoreCase).findFirst().orElse(site);
  }

  /// Collects where everything was said, and what was said in several ways.
  private void walk(Gathered thing, Path path) {
    thing
        .answers()
        .forEach(
            (name, answer) -> {
              Path at = path.key(name);
              switch (answer) {
                case Answer.Said(_, Position position) -> sources.put(at, position);
                case Answer.Contradicted(List<Answer.Said> said) ->
                    contradictions.add(contradiction(thing, name, at, said));
                case Answer.Left _ -> {} // told by the list of what is not said
              }
            });
    thing.allParts().forEach((name, part) -> walk(part, path.key(name)));
    thing
        .allItems()
        .forEach(
            (name, items) -> {
              boolean isDirectory =
                  List.of(DirectoryKind.values()).stream().anyMatch(it -> it.key().equals(name));
              directories += isDirectory ? items.size() : 0;
              Key<?> key = thing.shape().key(name).orElseThrow();
              items.forEach((identity, item) -> walk(item, below(key, path.key(name), identity)));
            });
  }

  private static Path below(Key<?> key, Path at, String identity) {
    if (key.type() instanceof Type.Parts(_, Type.Parts.Form form)) {
      return switch (form) {
        case BY_NAME -> at.key(identity);
        case LIST -> at.item(identity);
        case DIRECTORY -> identity.isEmpty() ? at : at.item(identity);
      };
    }
    throw new IllegalArgumentException(key + " has no items");
  }

  private static Contradiction contradiction(
      Gathered thing, String name, Path at, List<Answer.Said> said) {
    Key<?> key = thing.shape().key(name).orElseThrow();
    return new Contradiction(
        at,
        said.stream()
            .map(one -> new Contradiction.Statement(written(key, one.known()), one.at()))
            .toList());
  }

  private static String written(Key<?> key, Known<?> known) {
    if (!(known instanceof Known.Value<?>(Object value))) {
      return "null";
    }
    return switch (key.type()) {
      case Type.Scalar<?> scalar -> scalar.writeStored(value);
      case Type.SetOf<?>(Type.Scalar<?> element) ->
          ((Collection<?>) value)
              .stream().map(element::writeStored).collect(Collectors.joining(", ", "[", "]"));
      case Type.Table<?> _, Type.Part _, Type.Parts _ -> value.toString();
    };
  }
}

package io.casguard.reports;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Provider;
import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulation;
import io.casguard.accesspaths.Simulator;
import io.casguard.formats.Manifest;
import io.casguard.formats.NearestName;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import io.casguard.topology.Parsed.Refused;
import io.casguard.topology.Parsed.Understood;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One request in the words of the command line and the API, not yet looked up in a topology.
///
/// @param protocol `owa`
/// @param entry a server or a published name; empty where the client needs none
/// @param mailbox a mailbox server or a user population
/// @param from `internet` or `intranet`
/// @param path `/owa`, `/exchange`, `/public`; empty for the protocol's own
/// @param device the version that an ActiveSync device speaks, `12.1`; empty where it is unsaid
/// @param provider `outlook` or `mobilesync`, of Autodiscover; empty for `outlook`
/// @param clientSite the site that the client is in; empty where it is unsaid
public record Question(
    String protocol,
    String entry,
    String mailbox,
    String from,
    String path,
    String device,
    String provider,
    String clientSite) {
  /// A question that leaves to the protocol what the protocols ask apart.
  public Question(String protocol, String entry, String mailbox, String from, String path) {
    this(protocol, entry, mailbox, from, path, "", "", "");
  }

  /// Asks a topology; refuses, with the nearest right word, what it cannot be asked.
  public Parsed<Answer> ask(Manifest.Declared declared) {
    return ask(declared, Assumptions.DEFAULT);
  }

  /// The same, with other answers to the open questions.
  public Parsed<Answer> ask(Manifest.Declared declared, Assumptions assumptions) {
    Organization organization = Organization.of(declared.topology());
    return switch (in(organization)) {
      case Refused<Request>(String why) -> new Refused<>(why);
      case Understood<Request>(Request request) ->
          switch (Simulator.of(organization, assumptions).simulate(request)) {
            case AccessPath found ->
                new Understood<>(
                    new Answer(
                        found,
                        new AccessPathReport(organization.name(), found, declared.sources())));
            case Simulation.UnsupportedProtocol unsupported ->
                new Refused<>("protocol: " + unsupported.message());
            case Simulation.UnsupportedEntry(_, String why) -> new Refused<>("entry: " + why);
          };
    };
  }

  /// An access path, and how it is told.
  public record Answer(AccessPath path, AccessPathReport report) {}

  private Parsed<Request> in(Organization organization) {
    Optional<Protocol> how = word(protocol, Protocol.values());
    if (how.isEmpty()) {
      return new Refused<>("protocol: " + notOneOf(protocol, Protocol.values()));
    }
    Optional<Network> where = word(from, Network.values());
    if (where.isEmpty()) {
      return new Refused<>("from: " + notOneOf(from, Network.values()));
    }
    boolean needsNoEntry =
        how.get() == Protocol.MAPI
            || how.get() == Protocol.OAB
            || (how.get() == Protocol.AUTODISCOVER && where.get() == Network.INTRANET);
    if (entry.isEmpty() && !needsNoEntry) {
      return new Refused<>("entry: it is missing; where does the request arrive?");
    }
    Optional<Door> door = Door.named(organization, entry);
    if (door.isEmpty() && !entry.isEmpty()) {
      return new Refused<>(
          "entry: no server or published name "
              + entry
              + " is declared"
              + NearestName.hint(entry, doors(organization)));
    }
    return Mailbox.named(organization, mailbox)
        .map(whose -> detailed(Request.of(how.get(), door, whose, where.get()), organization))
        .orElseGet(
            () ->
                new Refused<>(
                    "mailbox: no server or user population "
                        + mailbox
                        + " is declared"
                        + NearestName.hint(mailbox, mailboxes(organization))));
  }

  /// The request with what only some protocols ask.
  private Parsed<Request> detailed(Request plain, Organization organization) {
    Request request = path.isEmpty() ? plain : plain.withPath(path);
    if (!device.isEmpty()) {
      Optional<DeviceVersion> version = DeviceVersion.parse(device);
      if (version.isEmpty()) {
        return new Refused<>("device-version: " + device + " is no version such as 12.1");
      }
      request = request.withDevice(version.get());
    }
    if (!provider.isEmpty()) {
      Optional<Provider> part = word(provider, Provider.values());
      if (part.isEmpty()) {
        return new Refused<>("provider: " + notOneOf(provider, Provider.values()));
      }
      request = request.withProvider(part.get());
    }
    if (!clientSite.isEmpty()) {
      Optional<Site> site = organization.siteNamed(clientSite);
      if (site.isEmpty()) {
        List<String> sites = organization.sites().stream().map(Site::name).toList();
        return new Refused<>(
            "client-site: no site "
                + clientSite
                + " is declared"
                + NearestName.hint(clientSite, sites));
      }
      request = request.withClientSite(site.get());
    }
    return new Understood<>(request);
  }

  private static <W extends Word> Optional<W> word(String text, W[] words) {
    return Arrays.stream(words).filter(one -> one.word().equalsIgnoreCase(text)).findFirst();
  }

  private static String notOneOf(String text, Word[] words) {
    List<String> all = Arrays.stream(words).map(Word::word).toList();
    return text + " is not one of " + String.join(", ", all) + NearestName.hint(text, all);
  }

  private static List<String> doors(Organization organization) {
    return Stream.concat(
            organization.servers().stream().map(Server::name),
            organization.publishedNames().stream().map(PublishedName::name))
        .toList();
  }

  private static List<String> mailboxes(Organization organization) {
    return Stream.concat(
            organization.servers().stream().map(Server::name),
            organization.populations().stream().map(Population::name))
        .toList();
  }
}

package io.casguard.topologies.oracle;

import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Request;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Publisher;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A request at the first server: step 0 of every procedure, then that of its protocol.
final class Arrival {
  /// The word for whether a link gets somebody there where something behind it is unsaid: the
  /// specification does not weigh that.
  private static final String UNWEIGHED = "";

  final Organization organization;
  final Reach reach;

  /// The servers that a client who follows links has met, by name.
  private final Set<String> met;

  private final Set<KnownDisagreement> asTheSimulator;

  Arrival(Organization organization, Set<String> met, Set<KnownDisagreement> asTheSimulator) {
    this.organization = organization;
    this.asTheSimulator = asTheSimulator;
    this.reach = new Reach(organization);
    this.met = met;
  }

  /// Whether a step is to be read as the simulator reads it.
  boolean isRead(KnownDisagreement asTheSimulatorDoes) {
    return asTheSimulator.contains(asTheSimulatorDoes);
  }

  /// The answer; nobody gets to a mailbox on a server that is silent.
  Verdict decide(Request request) {
    Verdict verdict = answer(request);
    boolean gets = verdict.reached().isPresent() && !verdict.reached().get().equals("no");
    boolean opensIt =
        request.protocol() != Protocol.AUTODISCOVER && request.protocol() != Protocol.OAB;
    return gets && opensIt && !answers(request.mailbox().server().orElseThrow())
        ? verdict.inVain()
        : verdict;
  }

  private Verdict answer(Request request) {
    if (request.mailbox() instanceof Mailbox.Of(Population people) && isShutOut(people, request)) {
      return Verdict.blocked("the user's own switch");
    }
    Server mailbox = request.mailbox().server().orElseThrow();
    if (request.protocol() == Protocol.MAPI) {
      return new RpcReading(this).mapi(request, mailbox);
    }
    Door door = request.entry().orElseThrow();
    Optional<Server> answering =
        met.isEmpty() ? firstThatAnswers(door.servers()) : door.servers().stream().findFirst();
    if (answering.isEmpty()) {
      return Verdict.fails("a door without a server that answers");
    }
    Server cas1 = answering.get();
    if (!cas1.version().toOptional().map(Version::is2007).orElse(false)
        || !has(cas1, Role.CLIENT_ACCESS)) {
      return Verdict.open("a first server that is no Exchange 2007 Client Access server");
    }
    met.add(cas1.name());
    return switch (request.protocol()) {
      case OWA -> new OwaReading(this).decide(request, cas1, mailbox);
      case ACTIVE_SYNC -> new DeviceReading(this).decide(request, cas1, mailbox);
      case EWS -> new WebServiceReading(this).decide(cas1, mailbox);
      case AVAILABILITY -> new WebServiceReading(this).freeBusy(cas1, mailbox);
      case OUTLOOK_ANYWHERE -> new RpcReading(this).outlookAnywhere(cas1, mailbox);
      case POP3, IMAP4 -> new MailReading(this).decide(request.protocol(), cas1, mailbox);
      case AUTODISCOVER -> new DiscoveryReading(this).autodiscover(request, cas1, mailbox);
      case OAB -> new DiscoveryReading(this).addressBook(request, cas1, mailbox);
      case UM -> new DiscoveryReading(this).unifiedMessaging(cas1, mailbox);
      case MAPI -> throw new IllegalStateException("MAPI has no door");
    };
  }

  /// Step 0: Get-CASMailbox.
  private static boolean isShutOut(Population people, Request request) {
    return switch (request.protocol()) {
      case OWA -> !Said.on(people, Vocabulary.OWA_ENABLED);
      case ACTIVE_SYNC -> !Said.on(people, Vocabulary.ACTIVE_SYNC_ENABLED);
      case POP3 -> !Said.on(people, Vocabulary.POP_ENABLED);
      case IMAP4 -> !Said.on(people, Vocabulary.IMAP_ENABLED);
      case MAPI -> !Said.on(people, Vocabulary.MAPI_ENABLED);
      case OUTLOOK_ANYWHERE ->
          !Said.on(people, Vocabulary.MAPI_ENABLED)
              || Said.on(people, Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP);
      case EWS, AVAILABILITY, AUTODISCOVER, OAB, UM -> false;
    };
  }

  /// A link or a 451 that the client follows: `own-action` where it gets there, `no` where that
  /// leads to a server it has met, to nothing, or to a refusal.
  ///
  /// @param publishers the servers that publish the address: there it leads where nobody says
  ///   anything else
  String following(Request request, String host, List<Server> publishers) {
    Optional<List<Server>> there = reach.servers(host, request.from());
    if (there.isEmpty() && request.from() == Network.INTERNET) {
      boolean isShut =
          publishers.stream().allMatch(it -> it.site().orElseThrow().facing().isStatedNo());
      if (namesOfTheInternet() || isShut) {
        return "no"; // the doors from the Internet are the published names
      }
    }
    if (there.isEmpty() && publishers.stream().map(Server::name).anyMatch(met::contains)) {
      return "no";
    }
    if (there.isEmpty() && publishers.stream().map(Server::site).distinct().count() > 1) {
      throw new LeftOpen(Verdict.open("an address that two sites publish"));
    }
    Optional<Server> next = firstThatAnswers(there.orElse(publishers));
    if (next.isEmpty() || met.contains(next.get().name())) {
      return "no";
    }
    Request again =
        new Request(
            Door.named(organization, next.get().name()),
            request.mailbox(),
            request.clientSite(),
            request.way());
    Verdict verdict;
    try {
      verdict = new Arrival(organization, new HashSet<>(met), asTheSimulator).decide(again);
    } catch (NotSaid behind) {
      return UNWEIGHED;
    }
    if (verdict.isOpen()) {
      throw new LeftOpen(verdict);
    }
    if (verdict.reached().isEmpty()) {
      return UNWEIGHED;
    }
    return verdict.reached().get().equals("no") ? "no" : "own-action";
  }

  private boolean namesOfTheInternet() {
    return organization.publishedNames().stream()
        .anyMatch(
            name ->
                name.get(Vocabulary.PUBLISHED_FROM)
                    .toOptional()
                    .map(from -> from.contains(Network.INTERNET))
                    .orElse(false));
  }

  /// The servers whose ExternalURL has a host.
  List<Server> publishers(DirectoryKind kind, String host) {
    List<Server> publishers = new ArrayList<>();
    for (Server server : organization.servers()) {
      for (Directory one : Said.directories(server, kind)) {
        Optional<String> published =
            one.get(Vocabulary.EXTERNAL_URL).toOptional().flatMap(Url::host);
        if (published.equals(Optional.of(host)) && !publishers.contains(server)) {
          publishers.add(server);
        }
      }
    }
    return publishers;
  }

  /// Whether what stands in front shows the form (O-1).
  static boolean formsInFront(Request request) {
    if (request.entry().isEmpty() || !(request.entry().get() instanceof Door.OfName(var name))) {
      return false;
    }
    return isPublisher(name) && name.get(Vocabulary.FORMS_AT_PUBLISHER).toOptional().orElse(false);
  }

  private static boolean isPublisher(PublishedName name) {
    return name.get(Vocabulary.THROUGH).toOptional().orElse(Publisher.NONE) != Publisher.NONE;
  }

  static boolean isPublished(Request request) {
    return request.entry().isPresent()
        && request.entry().get() instanceof Door.OfName(var name)
        && isPublisher(name);
  }

  static boolean has(Server server, Role role) {
    return server.roles().toOptional().map(roles -> roles.contains(role)).orElse(false);
  }

  static boolean isLegacy(Server server) {
    return server.version().toOptional().map(Version::isLegacy).orElse(false);
  }

  static boolean is2007(Server server) {
    return server.version().toOptional().map(Version::is2007).orElse(false);
  }

  static Version version(Server server) {
    return server.version().toOptional().orElseThrow();
  }

  static boolean answers(Server server) {
    return Said.on(server, Vocabulary.AVAILABLE);
  }

  static Optional<Server> firstThatAnswers(List<Server> servers) {
    return Reach.byName(servers).stream().filter(Arrival::answers).findFirst();
  }

  /// Whether an address leads to one of several servers, nobody knows which.
  static boolean isChoice(Optional<List<Server>> lead) {
    return lead.isPresent() && lead.get().size() > 1;
  }

  static boolean sameSite(Server one, Server other) {
    return one.site().isPresent() && one.site().equals(other.site());
  }

  /// The Exchange 2007 Client Access servers of a site, by name.
  static List<Server> clientAccess(Site site) {
    return Reach.byName(site.servers()).stream()
        .filter(server -> is2007(server) && has(server, Role.CLIENT_ACCESS))
        .toList();
  }

  static boolean isInside(Request request) {
    return request.from() == Network.INTRANET;
  }

  /// A question that the specification leaves open, met while a link is followed.
  static final class LeftOpen extends RuntimeException {
    final transient Verdict verdict;

    LeftOpen(Verdict verdict) {
      super(verdict.toString(), null, false, false);
      this.verdict = verdict;
    }
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.OabFacts.Address;
import io.casguard.accesspaths.OabFacts.Files;
import io.casguard.accesspaths.OabFacts.Transport;
import io.casguard.accesspaths.OabFacts.WhoseMailbox;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The download of the offline address book: specification 2.6.
///
/// Outlook goes where Autodiscover sent it, so a request without an entry arrives at the closest
/// distribution point; one with an entry is a typed address.
final class OabProcedure implements AtServer {
  private static final Files HELD = new Files.Held();
  private static final Transport TAKEN = new Transport.Taken();

  private final Assumptions assumptions;
  private final DistributionPoints points;

  OabProcedure(Assumptions assumptions, DistributionPoints points) {
    this.assumptions = assumptions;
    this.points = points;
  }

  @Override
  public Arrival arrival(Request request) {
    Optional<Server> mailbox = request.mailbox().server();
    if (mailbox
        .filter(server -> Holds.of(server.version(), Version::isLegacy) == Holds.YES)
        .isPresent()) {
      return nowhere(
          new WhoseMailbox.OfLegacy(), new Address.Unadvertised(), legacy(mailbox.get()));
    }
    Key<Url> key = address(request.from());
    boolean farToo = request.from() == Network.INTRANET || !assumptions.take(Answer.NO_ADDRESS);
    Optional<Site> site = mailbox.flatMap(Server::site);
    return switch (points.closest(site, key, farToo)) {
      case DistributionPoints.Closest.Found(List<Directory> found) ->
          site.isEmpty() && mailbox.isPresent() && found.size() > 1
              ? open(List.of(mailbox.get().path()))
              : found(found, key, request);
      case DistributionPoints.Closest.Open(List<Path> unsaid) -> open(unsaid);
      case DistributionPoints.Closest.Unadvertised() ->
          nowhere(
              new WhoseMailbox.Served(),
              new Address.Unadvertised(),
              "no distribution point"
                  + (farToo ? "" : " of the mailbox's site")
                  + " has an "
                  + (key.equals(Vocabulary.EXTERNAL_URL) ? "ExternalURL" : "InternalURL"));
      case DistributionPoints.Closest.Undistributed() ->
          nowhere(
              new WhoseMailbox.Served(),
              new Address.Undistributed(),
              "no server distributes an offline address book");
    };
  }

  @Override
  public Decision withoutMailbox() {
    return Decision.by(Clause.S_5, OabTable.NO_MAILBOX);
  }

  /// The files lie on the Client Access server.
  @Override
  public boolean readsTheMailbox() {
    return false;
  }

  @Override
  public Ending answer(Server first, Server mailbox, Request request, Walk walk) {
    return walk.trail()
        .end(
            OabTable.decide(
                switch (Whereabouts.of(mailbox, first, walk.supposition())) {
                  case Whereabouts.Nowhere() -> {
                    walk.trail()
                        .restsOn(
                            mailbox.name() + " holds no mailboxes",
                            at(mailbox.path(), mailbox.name() + " is no mailbox server"));
                    yield settled(new WhoseMailbox.Nobody(), first);
                  }
                  case Whereabouts.OnLegacy() -> {
                    walk.trail().restsOn(legacy(mailbox), version(mailbox));
                    yield settled(new WhoseMailbox.OfLegacy(), first);
                  }
                  case Whereabouts.Here(),
                      Whereabouts.Elsewhere _,
                      Whereabouts.On2010(),
                      Whereabouts.OnLater() ->
                      served(first, request, walk);
                }));
  }

  private OabFacts served(Server first, Request request, Walk walk) {
    TrailDraft trail = walk.trail();
    boolean held = walk.supposition().holds(points.areHeldBy(first), points.unsaid());
    Path books = Path.SPEC.key(Vocabulary.OFFLINE_ADDRESS_BOOKS.name());
    if (!held) {
      trail.restsOn(
          first.name() + " is no distribution point", at(books, "the distribution points"));
      return new OabFacts(
          new WhoseMailbox.Served(), new Address.At(first.name()), new Files.Missing(), TAKEN);
    }
    trail.restsOn(first.name() + " is a distribution point", at(books, first.name()));
    Transport transport =
        SiteDirectories.at(first, DirectoryKind.OAB)
            .map(oab -> transport(oab, request, walk))
            .orElse(TAKEN);
    return new OabFacts(new WhoseMailbox.Served(), new Address.At(first.name()), HELD, transport);
  }

  /// What is asked for is the directory's address for the client's network; a typed one that the
  /// directory does not have is taken to come over SSL.
  private static Transport transport(Directory oab, Request request, Walk walk) {
    Key<Url> key = address(request.from());
    Known<Url> url = oab.get(key);
    boolean typed = request.from() == Network.INTERNET && url instanceof Known.Absent<Url>;
    if (typed) {
      walk.trail()
          .remark(
              oab.host().name()
                  + " has no ExternalURL for the address book: Outlook outside is not told of it, and"
                  + " this address was typed");
      return TAKEN;
    }
    boolean refused =
        walk.supposition().holds(oab.get(Vocabulary.REQUIRE_SSL), required -> required)
            && walk.supposition().holds(url, address -> address.scheme().equals("http"));
    if (refused) {
      walk.trail()
          .restsOn(
              oab.host().name() + " requires SSL, and its address is http",
              at(oab.path().key(Vocabulary.REQUIRE_SSL.name()), "SSL is required"),
              at(oab.path().key(key.name()), url.map(Url::text).toOptional().orElse("unsaid")));
    }
    return refused ? new Transport.Refused() : TAKEN;
  }

  private static Arrival found(List<Directory> found, Key<Url> key, Request request) {
    Directory first = found.getFirst();
    String url = first.get(key).map(Url::text).toOptional().orElse("");
    return new Arrival.At(
        found.stream()
            .map(Directory::host)
            .distinct()
            .sorted(Comparator.comparing(server -> server.is2007() == Holds.NO))
            .toList(),
        List.of(
            new Trail.Passed(
                Clause.B_1,
                "Autodiscover gives "
                    + url
                    + ": "
                    + first.host().name()
                    + " is the distribution point closest to "
                    + request.mailbox().server().map(Server::name).orElse("the mailbox"),
                List.of(at(first.path().key(key.name()), url)))));
  }

  private static Arrival open(List<Path> unsaid) {
    return new Arrival.Nowhere(
        new Ending(
            new Trail(
                List.of(
                    new Trail.Decided(
                        Clause.B_1,
                        "the topology does not say which distribution point is closest",
                        unsaid.stream().map(what -> at(what, what + " is unsaid")).toList(),
                        new Outcome.Undetermined(unsaid)))),
            List.of(),
            List.of()));
  }

  private static Arrival nowhere(WhoseMailbox mailbox, Address address, String why) {
    return new Arrival.Nowhere(
        new TrailDraft()
            .end(
                OabTable.decide(new OabFacts(mailbox, address, HELD, TAKEN)),
                why,
                at(
                    Path.SPEC.key(Vocabulary.OFFLINE_ADDRESS_BOOKS.name()),
                    "the distribution points")));
  }

  private static OabFacts settled(WhoseMailbox mailbox, Server first) {
    return new OabFacts(mailbox, new Address.At(first.name()), HELD, TAKEN);
  }

  private static Key<Url> address(Network from) {
    return from == Network.INTERNET ? Vocabulary.EXTERNAL_URL : Vocabulary.INTERNAL_URL;
  }

  private static String legacy(Server mailbox) {
    return "the mailbox is on "
        + mailbox.name()
        + ", Exchange 2003 or older; Outlook reads the address book from a public folder";
  }

  private static Evidence version(Server server) {
    return at(
        server.path().key(Vocabulary.VERSION.name()),
        server.name()
            + " runs "
            + server.version().toOptional().map(Version::title).orElse("an unsaid version"));
  }
}

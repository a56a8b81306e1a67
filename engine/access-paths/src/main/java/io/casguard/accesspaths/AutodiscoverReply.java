package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.SiteDistances;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What Autodiscover tells a client (D-2, D-6, D-7): the addresses of services, each with the place
/// that states it. It never decides; where something is unsaid, the step says so.
///
/// The same is told to everybody of one site, so it is made once for each.
final class AutodiscoverReply {
  /// The services whose addresses stand in both sections, besides the address book.
  private static final Map<DirectoryKind, String> SERVICES = services();

  private final Assumptions assumptions;
  private final SiteDistances distances;
  private final DistributionPoints points;
  private final Map<Site, List<Trail.Passed>> exch = new HashMap<>();
  private final Map<Site, List<Trail.Passed>> expr = new HashMap<>();

  /// An address that is given.
  private record Given(String service, Directory directory, Url url) {
    private String text() {
      return service + " " + url;
    }
  }

  /// Outlook Anywhere at a server.
  private record OutlookAnywhere(Server server) {
    private String text() {
      return "Outlook Anywhere at "
          + server
              .get(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.EXTERNAL_HOSTNAME)
              .toOptional()
              .orElse("a name that is unsaid")
          + server
              .get(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.CLIENT_AUTHENTICATION)
              .toOptional()
              .map(method -> " with " + method.word())
              .orElse("");
    }

    private Path path() {
      return server.path().key(Vocabulary.OUTLOOK_ANYWHERE_KEY.name());
    }
  }

  AutodiscoverReply(Assumptions assumptions, SiteDistances distances, DistributionPoints points) {
    this.assumptions = assumptions;
    this.distances = distances;
    this.points = points;
  }

  private static Map<DirectoryKind, String> services() {
    Map<DirectoryKind, String> services = new LinkedHashMap<>();
    services.put(DirectoryKind.WEB_SERVICES, "Web Services");
    services.put(DirectoryKind.UNIFIED_MESSAGING, "Unified Messaging");
    return services;
  }

  /// What Outlook is told about the services of a mailbox's site.
  void tell(Server mailbox, Request request, TrailDraft trail) {
    Optional<Site> site = mailbox.site();
    if (site.isEmpty()) {
      trail.remark("the site of " + mailbox.name() + " is unsaid, and so are the addresses given");
      return;
    }
    if (request.mailbox() instanceof Mailbox.Of(Population population)
        && Holds.of(population.get(Vocabulary.MAPI_ENABLED), on -> on) == Holds.NO) {
      trail.passes(
          Clause.D_6B,
          "EXCH is missing: MAPI is switched off for " + population.name(),
          at(population.path().key(Vocabulary.MAPI_ENABLED.name()), "MAPIEnabled is off"));
      trail.remark("Outlook is not told of the mailbox (EXCH): MAPI is switched off");
    } else {
      trail.passes(exch.computeIfAbsent(site.get(), this::exch));
    }
    trail.passes(expr.computeIfAbsent(site.get(), this::expr));
  }

  /// What devices are told: the address of ActiveSync.
  static void tellDevices(Url given, Path at, TrailDraft trail) {
    if (given.equals(AutodiscoverAddresses.UNSAID)) {
      return;
    }
    boolean exact =
        given
            .text()
            .equalsIgnoreCase(
                "https://" + given.host().orElse("") + DirectoryKind.ACTIVE_SYNC.urlPath());
    trail.passes(
        Clause.D_7,
        "devices are given "
            + given
            + (exact ? "" : ", which is not https://<host>/Microsoft-Server-ActiveSync"),
        at(at, given.text()));
    if (!exact) {
      trail.remark(
          "devices may not understand "
              + given
              + ": it is not of the form https://<host>/Microsoft-Server-ActiveSync");
    }
  }

  private List<Trail.Passed> exch(Site site) {
    List<Given> given = given(site, Vocabulary.INTERNAL_URL, false);
    return List.of(
        given.isEmpty()
            ? new Trail.Passed(
                Clause.D_2B,
                "EXCH names no service: no server of " + site + " has an InternalURL",
                List.of(at(site.path(), "the servers of " + site)))
            : new Trail.Passed(Clause.D_2B, "EXCH gives " + text(given), evidence(given)),
        addressBook(site, Vocabulary.INTERNAL_URL, true));
  }

  private List<Trail.Passed> expr(Site site) {
    Optional<OutlookAnywhere> own = outlookAnywhere(site);
    Optional<OutlookAnywhere> found = own.or(() -> elsewhere(site, this::outlookAnywhere));
    if (found.isEmpty()) {
      return List.of(withoutOutlookAnywhere(site));
    }
    List<Given> given = given(site, Vocabulary.EXTERNAL_URL, namesOthers());
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(at(found.get().path(), found.get().text()));
    evidence.addAll(evidence(given));
    List<Trail.Passed> steps = new ArrayList<>();
    Set<String> far = new LinkedHashSet<>();
    if (own.isEmpty()) {
      far.add("Outlook Anywhere of " + found.get().server());
    }
    given.stream()
        .filter(one -> !one.directory().site().equals(Optional.of(site)))
        .forEach(one -> far.add(one.service() + " of " + one.directory().host()));
    if (!far.isEmpty()) {
      steps.add(
          new Trail.Passed(
              Clause.D_2E,
              site
                  + " does not publish all; the closest site that does is named: "
                  + String.join(", ", far),
              List.of(at(site.path(), "the servers of " + site))));
    }
    steps.add(
        new Trail.Passed(
            Clause.D_2C,
            "EXPR gives " + found.get().text() + (given.isEmpty() ? "" : ", " + text(given)),
            evidence));
    steps.add(addressBook(site, Vocabulary.EXTERNAL_URL, namesOthers()));
    return List.copyOf(steps);
  }

  private Trail.Passed withoutOutlookAnywhere(Site site) {
    List<Path> unsaid =
        site.servers().stream()
            .filter(server -> server.is2007ClientAccess() != Holds.NO)
            .flatMap(
                server ->
                    server.get(Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.OUTLOOK_ANYWHERE_ENABLED)
                            instanceof Known.Unsaid<Boolean>(Path what)
                        ? Optional.of(what).stream()
                        : Optional.<Path>empty().stream())
            .toList();
    return unsaid.isEmpty()
        ? new Trail.Passed(
            Clause.D_6A,
            "EXPR is missing: Outlook Anywhere is not enabled",
            List.of(at(site.path(), "the servers of " + site)))
        : new Trail.Passed(
            Clause.D_6A,
            "whether EXPR is missing is unsaid, since it is unsaid whether Outlook Anywhere is enabled",
            unsaid.stream().map(what -> at(what, what + " is unsaid")).toList());
  }

  private Trail.Passed addressBook(Site site, Key<Url> key, boolean farToo) {
    String where = key.equals(Vocabulary.INTERNAL_URL) ? "inside" : "outside";
    Path books = Path.SPEC.key(Vocabulary.OFFLINE_ADDRESS_BOOKS.name());
    return switch (points.closest(Optional.of(site), key, farToo)) {
      case DistributionPoints.Closest.Found(List<Directory> directories) -> {
        Directory first = directories.getFirst();
        String url = first.get(key).map(Url::text).toOptional().orElse("");
        yield addressBook(
            "the offline address book is "
                + where
                + " at "
                + url
                + ", of the closest distribution point",
            at(first.path().key(key.name()), url));
      }
      case DistributionPoints.Closest.Open(List<Path> unsaid) ->
          addressBook(
              "it is unsaid which offline address book is given " + where,
              unsaid.stream().map(what -> at(what, what + " is unsaid")).toArray(Evidence[]::new));
      case DistributionPoints.Closest.Unadvertised() ->
          addressBook(
              "no offline address book is given "
                  + where
                  + ": no distribution point has an address",
              at(books, "the distribution points"));
      case DistributionPoints.Closest.Undistributed() ->
          addressBook(
              "no offline address book is given " + where + ": no server distributes one",
              at(books, "the distribution points"));
    };
  }

  private static Trail.Passed addressBook(String text, Evidence... because) {
    return new Trail.Passed(Clause.D_2D, text, List.of(because));
  }

  private Optional<OutlookAnywhere> outlookAnywhere(Site site) {
    return site.clientAccessServers().stream()
        .filter(
            server ->
                Holds.of(
                        server.get(
                            Vocabulary.OUTLOOK_ANYWHERE_KEY, Vocabulary.OUTLOOK_ANYWHERE_ENABLED),
                        on -> on)
                    == Holds.YES)
        .findFirst()
        .map(OutlookAnywhere::new);
  }

  private List<Given> given(Site site, Key<Url> key, boolean farToo) {
    List<Given> given = new ArrayList<>();
    SERVICES.forEach(
        (kind, title) -> {
          Function<Site, Optional<Given>> there = at -> given(at, kind, title, key);
          there
              .apply(site)
              .or(() -> farToo ? elsewhere(site, there) : Optional.empty())
              .ifPresent(given::add);
        });
    return given;
  }

  private static Optional<Given> given(Site site, DirectoryKind kind, String title, Key<Url> key) {
    return site.directories(kind)
        .flatMap(
            directory ->
                directory.get(key).toOptional().stream()
                    .map(url -> new Given(title, directory, url)))
        .findFirst();
  }

  /// The same of the closest other site, as question Q8 is answered.
  private <T> Optional<T> elsewhere(Site site, Function<Site, Optional<T>> find) {
    return namesOthers()
        ? distances.nearest(site).stream()
            .filter(other -> !other.equals(site))
            .map(find)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private boolean namesOthers() {
    return !assumptions.take(Answer.NO_ADDRESS);
  }

  private static String text(List<Given> given) {
    return String.join(", ", given.stream().map(Given::text).toList());
  }

  private static List<Evidence> evidence(List<Given> given) {
    return given.stream()
        .map(one -> at(one.directory().path(), one.directory().host() + ": " + one.url()))
        .toList();
  }
}

package io.casguard.topologies.oracle;

import io.casguard.accesspaths.Request;
import io.casguard.guidelines.Edit;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Part;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Specification 2.1.
final class OwaReading {
  private final Arrival arrival;

  OwaReading(Arrival arrival) {
    this.arrival = arrival;
  }

  Verdict decide(Request request, Server cas1, Server mailbox) {
    List<Directory> own = Said.directories(cas1, DirectoryKind.OWA);
    if (own.isEmpty()) {
      return Verdict.fails("no directory");
    }
    if (own.size() != 1) {
      return Verdict.open("a first server with several owa directories");
    }
    Directory owa = own.getFirst();
    boolean legacyPath = request.path().equals("/exchange") || request.path().equals("/public");
    // O-1
    if (Arrival.formsInFront(request)) {
      return Verdict.open("O-1: forms in front");
    }
    if (!arrival.isRead(KnownDisagreement.O_1_NO_LOGON) && !letsLogOn(owa)) {
      return Verdict.fails("O-1");
    }
    // O-3
    if (Arrival.isLegacy(mailbox)) {
      if (!legacyPath) {
        return Verdict.fails("O-3 /owa");
      }
      return legacy(request, cas1, mailbox);
    }
    // O-4
    if (!Arrival.is2007(mailbox)) {
      return of2010(cas1, mailbox);
    }
    // O-5
    if (Arrival.sameSite(cas1, mailbox)) {
      if (Arrival.version(cas1).compareServicePack(Arrival.version(mailbox)) < 0) {
        return Verdict.fails("O-5 older than the mailbox server");
      }
      return Verdict.served("LOCAL", cas1.name());
    }
    // O-6
    Site site = mailbox.site().orElseThrow();
    List<Directory> all = new ArrayList<>();
    for (Server server : Arrival.clientAccess(site)) {
      all.addAll(Said.directories(server, DirectoryKind.OWA));
    }
    if (all.isEmpty()) {
      return Verdict.fails("O-6");
    }
    // O-7
    List<Directory> external = new ArrayList<>();
    for (Directory one : all) {
      if (Said.url(one, Vocabulary.EXTERNAL_URL).isPresent()) {
        external.add(one);
      }
    }
    if (!external.isEmpty()) {
      Directory first = external.getFirst();
      Url url = Said.url(first, Vocabulary.EXTERNAL_URL).orElseThrow();
      if (Said.on(owa, Vocabulary.REDIRECT_TO_OPTIMAL_OWA_SERVER)) {
        String host = url.host().orElseThrow();
        return Verdict.sent(
            "REDIRECT_LINK",
            first.host().name(),
            host,
            arrival.following(request, host, arrival.publishers(DirectoryKind.OWA, host)));
      }
      return toExternal(cas1, external, site);
    }
    // O-8
    List<Directory> eligible = new ArrayList<>();
    for (Directory one : all) {
      if (Said.integrated(one) && Said.url(one, Vocabulary.INTERNAL_URL).isPresent()) {
        eligible.add(one);
      }
    }
    if (eligible.isEmpty()) {
      return Verdict.fails("event 41");
    }
    // O-9
    for (Directory one : eligible) {
      Url url = Said.url(one, Vocabulary.INTERNAL_URL).orElseThrow();
      Optional<Verdict> answer = hop(cas1, one, url, site);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    Directory last = eligible.getLast();
    return Verdict.fails("O-9c")
        .tried(
            last.host().name(),
            Said.url(last, Vocabulary.INTERNAL_URL).flatMap(Url::host).orElseThrow());
  }

  /// A server without the directory accepts nobody.
  private static boolean accepts(List<Directory> there) {
    return !there.isEmpty() && Said.integrated(there.getFirst());
  }

  private static boolean letsLogOn(Directory owa) {
    return Said.on(owa, Vocabulary.BASIC_AUTHENTICATION)
        || Said.forms(owa)
        || Said.integrated(owa)
        || Said.on(owa, Vocabulary.DIGEST_AUTHENTICATION);
  }

  /// O-9: what becomes of the attempt; empty where nobody answers and the next is tried.
  private Optional<Verdict> hop(Server cas1, Directory to, Url url, Site site) {
    String host = url.host().orElseThrow();
    Optional<List<Server>> lead = arrival.reach.servers(host, Network.INTRANET);
    if (Arrival.isChoice(lead)) {
      return Optional.of(Verdict.open("an address with several servers behind it"));
    }
    boolean http = url.scheme().equals("http");
    boolean withoutSsl = Said.setting(cas1, Vocabulary.ALLOW_PROXYING_WITHOUT_SSL, "owa");
    if (http && !withoutSsl) {
      return Optional.of(Verdict.fails("event 42").tried(to.host().name(), host));
    }
    Server compared = to.host();
    int older = Arrival.version(cas1).compareServicePack(Arrival.version(compared));
    if (older < 0 || (older > 0 && !hasFolder(cas1, compared))) {
      return Optional.of(Verdict.fails("event 46").tried(to.host().name(), host));
    }
    Server landed;
    if (lead.isPresent()) {
      Optional<Server> answering = Arrival.firstThatAnswers(lead.get());
      if (answering.isEmpty()) {
        return Optional.empty();
      }
      landed = answering.get();
    } else {
      landed = to.host();
      if (!Arrival.answers(landed)) {
        return Optional.empty();
      }
    }
    boolean trusted =
        Said.on(Part.of(landed, Vocabulary.SERVER_CERTIFICATE), Vocabulary.TRUSTED_BY_SERVERS);
    if (!http
        && !trusted
        && !Said.setting(cas1, Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS, "owa")) {
      return Optional.of(Verdict.fails("event 43").tried(to.host().name(), host));
    }
    if (http && Said.on(to, Vocabulary.REQUIRE_SSL)) {
      return Optional.of(Verdict.fails("event 42").tried(to.host().name(), host));
    }
    List<Directory> there = Said.directories(landed, DirectoryKind.OWA);
    if (there.size() > 1) {
      return Optional.of(Verdict.open("an address of a server with several directories"));
    }
    if (!Reach.kerberosWorks(host, landed) || !accepts(there)) {
      return Optional.of(Verdict.fails("event 71").tried(to.host().name(), host));
    }
    if (!landed.site().equals(Optional.of(site)) || !Arrival.is2007(landed)) {
      return Optional.of(Verdict.fails("O-9g").tried(to.host().name(), host));
    }
    return Optional.of(Verdict.served("PROXY", landed.name()).at(host));
  }

  private static boolean hasFolder(Server cas1, Server to) {
    String folder = Arrival.version(to).toString();
    return switch (cas1.get(Vocabulary.OWA_VERSIONS)) {
      case Known.Value<SortedSet<String>>(var folders) -> folders.contains(folder);
      case Known.Absent<SortedSet<String>>() -> false;
      case Known.Unsaid<SortedSet<String>> _ -> {
        SortedSet<String> there = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        there.add(folder);
        throw new NotSaid(
            List.of(
                Edit.clear(cas1, Vocabulary.OWA_VERSIONS),
                Edit.set(cas1, Vocabulary.OWA_VERSIONS, there)));
      }
    };
  }

  /// O-7b: the InternalURL is ignored.
  private Verdict toExternal(Server cas1, List<Directory> external, Site site) {
    for (Directory one : external) {
      Url url = Said.url(one, Vocabulary.EXTERNAL_URL).orElseThrow();
      String host = url.host().orElseThrow();
      Optional<List<Server>> lead = arrival.reach.servers(host, Network.INTRANET);
      if (lead.isEmpty()) {
        return Verdict.open("O-7b: an external name of which nobody says where it leads inside");
      }
      if (lead.get().isEmpty()) {
        return Verdict.fails("status 404");
      }
      if (Arrival.firstThatAnswers(lead.get()).isEmpty()) {
        continue;
      }
      Optional<Verdict> answer = hop(cas1, one, url, site);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return Verdict.fails("status 404");
  }

  private Verdict legacy(Request request, Server cas1, Server backEnd) {
    if (Arrival.has(cas1, Role.MAILBOX)) {
      return Verdict.fails("O-3 a mailbox role beside it");
    }
    Part exchange =
        Part.of(
            backEnd,
            Vocabulary.LEGACY_KEY,
            request.path().equals("/public")
                ? Vocabulary.LEGACY_PUBLIC
                : Vocabulary.LEGACY_EXCHANGE);
    boolean integrated = Said.on(exchange, Vocabulary.WINDOWS_AUTHENTICATION);
    boolean forms = Said.on(exchange, Vocabulary.FORMS_AUTHENTICATION);
    boolean ssl = Said.on(exchange, Vocabulary.REQUIRE_SSL);
    if (!integrated || forms || ssl) {
      return Verdict.fails("O-3 back end");
    }
    return Verdict.served("LEGACY_PROXY", backEnd.name());
  }

  private static Verdict of2010(Server cas1, Server mailbox) {
    if (Arrival.version(cas1).servicePack() < 2) {
      return Verdict.fails("O-4");
    }
    for (Server server : Reach.byName(mailbox.site().orElseThrow().servers())) {
      if (!Arrival.is2007(server) && Arrival.has(server, Role.CLIENT_ACCESS)) {
        for (Directory one : Said.directories(server, DirectoryKind.OWA)) {
          Optional<Url> url = Said.url(one, Vocabulary.EXTERNAL_URL);
          if (url.isPresent()) {
            return Verdict.open("O-4: where a 2010 address leads");
          }
        }
      }
    }
    return Verdict.fails("O-4");
  }
}

package io.casguard.topologies.oracle;

import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Request;
import io.casguard.topology.ClientCertAuth;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Part;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Specification 2.2.
final class DeviceReading {
  private static final DeviceVersion FOLLOWS = new DeviceVersion(12, 1);

  private final Arrival arrival;

  DeviceReading(Arrival arrival) {
    this.arrival = arrival;
  }

  Verdict decide(Request request, Server cas1, Server mailbox) {
    List<Directory> own = Said.directories(cas1, DirectoryKind.ACTIVE_SYNC);
    if (own.isEmpty()) {
      return Verdict.fails("no directory");
    }
    if (own.size() != 1) {
      return Verdict.open("a first server with several ActiveSync directories");
    }
    Directory activeSync = own.getFirst();
    //
    if (Arrival.isPublished(request)) {
      return Verdict.open("A-1: something in front logs on");
    }
    boolean certificate =
        activeSync.get(Vocabulary.CLIENT_CERT_AUTH).toOptional().orElse(ClientCertAuth.IGNORE)
            != ClientCertAuth.IGNORE;
    if (!Said.on(activeSync, Vocabulary.BASIC_AUTHENTICATION) && !certificate) {
      return Verdict.fails("A-1");
    }
    //
    if (Arrival.isLegacy(mailbox)) {
      return legacy(cas1, mailbox);
    }
    //
    if (!Arrival.is2007(mailbox)) {
      if (Arrival.version(cas1).servicePack() < 2) {
        return Verdict.fails("A-3 before SP2");
      }
      if (request.way().device().map(it -> it.compareTo(FOLLOWS) < 0).orElse(false)) {
        return Verdict.fails("status 403");
      }
      return Verdict.open("A-3: the address of 2010");
    }
    //
    Site site = mailbox.site().orElseThrow();
    List<Directory> all = new ArrayList<>();
    for (Server server : Arrival.clientAccess(site)) {
      all.addAll(Said.directories(server, DirectoryKind.ACTIVE_SYNC));
    }
    List<Directory> external = new ArrayList<>();
    for (Directory one : all) {
      if (Said.url(one, Vocabulary.EXTERNAL_URL).isPresent()) {
        external.add(one);
      }
    }
    if (cas1.site().equals(Optional.of(site))) {
      if (external.isEmpty() || external.contains(activeSync)) {
        return Verdict.served("LOCAL", cas1.name());
      }
      return better(request, external);
    }
    if (all.isEmpty()) {
      return Verdict.fails("A-4 no server");
    }
    if (!external.isEmpty()) {
      return better(request, external);
    }
    List<Directory> eligible = new ArrayList<>();
    for (Directory one : all) {
      if (Said.url(one, Vocabulary.INTERNAL_URL).isPresent() && lands(one)) {
        eligible.add(one);
      }
    }
    if (eligible.isEmpty()) {
      return Verdict.fails("A-4 none eligible");
    }
    for (Directory one : eligible) {
      Optional<Verdict> answer = hop(cas1, one, site);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return Verdict.fails("A-4 none answers");
  }

  /// A-4b, A-4a.
  private Verdict better(Request request, List<Directory> external) {
    Directory first = external.getFirst();
    String host = Said.url(first, Vocabulary.EXTERNAL_URL).orElseThrow().host().orElseThrow();
    boolean old = request.way().device().map(it -> it.compareTo(FOLLOWS) < 0).orElse(false);
    return Verdict.sent(
        "REDIRECT_451",
        first.host().name(),
        host,
        old
            ? "no"
            : arrival.following(
                request, host, arrival.publishers(DirectoryKind.ACTIVE_SYNC, host)));
  }

  /// A-5, Q6: where proxied requests land needs Integrated.
  private static boolean lands(Directory one) {
    if (Arrival.version(one.host()).servicePack() == 0) {
      return Said.integrated(one);
    }
    return flag(one, Vocabulary.PRESENT) && flag(one, Vocabulary.PROXY_WINDOWS_AUTHENTICATION);
  }

  private static boolean flag(Directory one, Key<Boolean> key) {
    return switch (one.get(Vocabulary.PROXY_SUBDIRECTORY_KEY, key)) {
      case Known.Value<Boolean>(Boolean on) -> on;
      case Known.Absent<Boolean>() -> false;
      case Known.Unsaid<Boolean> _ ->
          throw new Arrival.LeftOpen(Verdict.open("an unsaid Proxy subdirectory"));
    };
  }

  private Optional<Verdict> hop(Server cas1, Directory to, Site site) {
    Url url = Said.url(to, Vocabulary.INTERNAL_URL).orElseThrow();
    String host = url.host().orElseThrow();
    if (!url.scheme().equals("https")) {
      return Optional.of(Verdict.fails("A-4 http"));
    }
    if (Arrival.version(cas1).compareServicePack(Arrival.version(to.host())) != 0) {
      return Optional.of(Verdict.open("2.12: a device between servers of two versions"));
    }
    Optional<List<Server>> lead = arrival.reach.servers(host, Network.INTRANET);
    if (Arrival.isChoice(lead)) {
      return Optional.of(Verdict.open("an address with several servers behind it"));
    }
    if (arrival
        .reach
        .named(host)
        .flatMap(it -> it.version().toOptional())
        .filter(version -> Arrival.version(cas1).compareServicePack(version) != 0)
        .isPresent()) {
      return Optional.of(Verdict.open("2.12: a device between servers of two versions"));
    }
    Optional<Server> landed =
        lead.isPresent()
            ? Arrival.firstThatAnswers(lead.get())
            : Optional.of(to.host()).filter(Arrival::answers);
    if (landed.isEmpty()) {
      return Optional.empty();
    }
    List<Directory> there = Said.directories(landed.get(), DirectoryKind.ACTIVE_SYNC);
    if (there.size() > 1) {
      return Optional.of(Verdict.open("an address of a server with several directories"));
    }
    if (!Reach.kerberosWorks(host, landed.get()) || there.isEmpty() || !lands(there.getFirst())) {
      return Optional.of(Verdict.fails("A-4 kerberos"));
    }
    if (!landed.get().site().equals(Optional.of(site))) {
      return Optional.of(Verdict.fails("C8"));
    }
    return Optional.of(Verdict.served("PROXY", landed.get().name()).at(host));
  }

  private static Verdict legacy(Server cas1, Server backEnd) {
    if (Said.on(Part.of(cas1, Vocabulary.SETTINGS_KEY), Vocabulary.BLOCK_LEGACY_MAILBOXES)) {
      return Verdict.blocked("A-2 blocked");
    }
    Part devices = Part.of(backEnd, Vocabulary.LEGACY_KEY, Vocabulary.LEGACY_ACTIVE_SYNC);
    Part exchange = Part.of(backEnd, Vocabulary.LEGACY_KEY, Vocabulary.LEGACY_EXCHANGE);
    if (!Said.on(devices, Vocabulary.WINDOWS_AUTHENTICATION)) {
      return Verdict.fails("event 1036");
    }
    if (Said.on(exchange, Vocabulary.FORMS_AUTHENTICATION)
        || Said.on(exchange, Vocabulary.REQUIRE_SSL)) {
      return Verdict.fails("A-2 500");
    }
    return Verdict.served("LEGACY_PROXY", backEnd.name());
  }
}

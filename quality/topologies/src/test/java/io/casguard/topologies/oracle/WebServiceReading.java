package io.casguard.topologies.oracle;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Network;
import io.casguard.topology.Part;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Specification 2.3 and 2.4.
final class WebServiceReading {
  private final Arrival arrival;

  WebServiceReading(Arrival arrival) {
    this.arrival = arrival;
  }

  Verdict decide(Server cas1, Server mailbox) {
    if (Said.directories(cas1, DirectoryKind.WEB_SERVICES).isEmpty()) {
      return Verdict.fails("no directory");
    }
    if (Said.directories(cas1, DirectoryKind.WEB_SERVICES).size() > 1) {
      return Verdict.open("a first server with several EWS directories");
    }
    // W-2
    if (Arrival.isLegacy(mailbox)) {
      return Verdict.fails("W-2");
    }
    if (!Arrival.is2007(mailbox)) {
      return Verdict.open("a 2010 mailbox through Exchange Web Services of 2007");
    }
    // W-3
    if (Arrival.sameSite(cas1, mailbox)) {
      return Verdict.served("LOCAL", cas1.name());
    }
    Site site = mailbox.site().orElseThrow();
    List<Directory> all = new ArrayList<>();
    for (Server server : Arrival.clientAccess(site)) {
      all.addAll(Said.directories(server, DirectoryKind.WEB_SERVICES));
    }
    boolean everyFirstRelease =
        !all.isEmpty()
            && all.stream().allMatch(one -> Arrival.version(one.host()).servicePack() == 0);
    if (Arrival.version(cas1).servicePack() == 0 || everyFirstRelease) {
      return Verdict.fails("ErrorNoDestinationCASDueToVersionMismatch");
    }
    all.removeIf(one -> Arrival.version(one.host()).servicePack() == 0);
    List<Directory> addressed = new ArrayList<>();
    for (Directory one : all) {
      if (address(one).isPresent()) {
        addressed.add(one);
      }
    }
    if (addressed.isEmpty()) {
      return Verdict.fails("ErrorNoApplicableProxyCASServersAvailable");
    }
    List<Directory> integrated = new ArrayList<>();
    for (Directory one : addressed) {
      if (Said.integrated(one)) {
        integrated.add(one);
      }
    }
    if (integrated.isEmpty()) {
      return Verdict.fails("ErrorNoDestinationCASDueToKerberosRequirements");
    }
    boolean withoutSsl = Said.setting(cas1, Vocabulary.ALLOW_PROXYING_WITHOUT_SSL, "webServices");
    List<Directory> secured = new ArrayList<>();
    for (Directory one : integrated) {
      boolean https = address(one).orElseThrow().scheme().equals("https");
      if (https || (withoutSsl && !Said.on(one, Vocabulary.REQUIRE_SSL))) {
        secured.add(one);
      }
    }
    if (secured.isEmpty()) {
      return Verdict.fails("ErrorNoDestinationCASDueToSSLRequirements");
    }
    for (Directory one : secured) {
      Version version = Arrival.version(one.host());
      if (Arrival.version(cas1).compareServicePack(version) != 0
          || version.compareServicePack(Arrival.version(mailbox)) < 0) {
        return Verdict.open("W-3: which other versions are acceptable");
      }
    }
    return hop(cas1, secured, site);
  }

  /// A server without the directory accepts nobody.
  private static boolean accepts(List<Directory> there) {
    return !there.isEmpty() && Said.integrated(there.getFirst());
  }

  /// W-4.
  private static Optional<Url> address(Directory one) {
    return Said.url(one, Vocabulary.INTERNAL_NLB_BYPASS_URL)
        .or(() -> Said.url(one, Vocabulary.INTERNAL_URL));
  }

  private Verdict hop(Server cas1, List<Directory> candidates, Site site) {
    for (Directory one : candidates) {
      Url url = address(one).orElseThrow();
      String host = url.host().orElseThrow();
      Optional<List<Server>> lead = arrival.reach.servers(host, Network.INTRANET);
      if (Arrival.isChoice(lead)) {
        return Verdict.open("an address with several servers behind it");
      }
      Optional<Server> answering =
          lead.isPresent()
              ? Arrival.firstThatAnswers(lead.get())
              : Optional.of(one.host()).filter(Arrival::answers);
      if (answering.isEmpty()) {
        continue;
      }
      Server landed = answering.get();
      boolean trusted =
          Said.on(Part.of(landed, Vocabulary.SERVER_CERTIFICATE), Vocabulary.TRUSTED_BY_SERVERS);
      if (url.scheme().equals("https")
          && !trusted
          && !Said.setting(cas1, Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS, "webServices")) {
        return Verdict.fails("W-3 trust");
      }
      if (url.scheme().equals("http") && Said.on(one, Vocabulary.REQUIRE_SSL)) {
        return Verdict.fails("SSL required"); // 1.4
      }
      List<Directory> there = Said.directories(landed, DirectoryKind.WEB_SERVICES);
      if (there.size() > 1) {
        return Verdict.open("an address of a server with several directories");
      }
      if (!Reach.kerberosWorks(host, landed) || !accepts(there)) {
        return Verdict.fails("W-3 logon between servers");
      }
      if (!landed.site().equals(Optional.of(site))) {
        return Verdict.fails("C8");
      }
      return Verdict.served("PROXY", landed.name()).at(host);
    }
    return Verdict.fails("ErrorNoRespondingCASInDestinationSite");
  }

  /// V-1, V-4.
  private Verdict publicFolder(Server mailbox) {
    if (arrival.organization.servers().stream().filter(Arrival::isLegacy).count() > 1) {
      return Verdict.open("V-1: which public-folder server");
    }
    Part folder = Part.of(mailbox, Vocabulary.LEGACY_KEY, Vocabulary.LEGACY_PUBLIC);
    return Said.on(folder, Vocabulary.REQUIRE_SSL)
        ? Verdict.fails("event 4003")
        : Verdict.lookedUp();
  }

  /// Specification 2.4.
  Verdict freeBusy(Server cas1, Server mailbox) {
    if (Said.directories(cas1, DirectoryKind.WEB_SERVICES).isEmpty()) {
      return Verdict.fails("no directory");
    }
    if (Said.directories(cas1, DirectoryKind.WEB_SERVICES).size() > 1) {
      return Verdict.open("a first server with several EWS directories");
    }
    if (Arrival.isLegacy(mailbox)) {
      return publicFolder(mailbox);
    }
    if (!Arrival.is2007(mailbox)) {
      return Verdict.open("a 2010 mailbox through Availability of 2007");
    }
    if (Arrival.sameSite(cas1, mailbox)) {
      return Verdict.served("LOCAL", cas1.name());
    }
    Site site = mailbox.site().orElseThrow();
    List<Directory> candidates = new ArrayList<>();
    for (Server server : Arrival.clientAccess(site)) {
      for (Directory one : Said.directories(server, DirectoryKind.WEB_SERVICES)) {
        if (address(one).isPresent() && Said.integrated(one)) {
          candidates.add(one);
        }
      }
    }
    boolean withoutSsl = Said.setting(cas1, Vocabulary.ALLOW_PROXYING_WITHOUT_SSL, "webServices");
    int before = candidates.size();
    candidates.removeIf(one -> !withoutSsl && !address(one).orElseThrow().scheme().equals("https"));
    if (candidates.isEmpty()) {
      return Verdict.fails("event 4002");
    }
    if (candidates.size() < before) {
      return Verdict.open("V-1: whether an address without SSL is passed over");
    }
    for (Directory one : candidates) {
      Version version = Arrival.version(one.host());
      if (Arrival.version(cas1).compareServicePack(version) != 0
          || version.compareServicePack(Arrival.version(mailbox)) < 0) {
        return Verdict.open("V-1: which other versions are acceptable");
      }
    }
    Verdict verdict = hop(cas1, candidates, site);
    return verdict.outcome().equals(Optional.of("FAIL")) ? Verdict.fails("event 4002") : verdict;
  }
}

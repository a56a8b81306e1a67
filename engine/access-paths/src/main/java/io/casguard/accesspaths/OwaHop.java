package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;
import static io.casguard.topology.AuthenticationMethod.KERBEROS;
import static io.casguard.topology.AuthenticationMethod.NEGOTIATE;
import static io.casguard.topology.AuthenticationMethod.NTLM;
import static io.casguard.topology.AuthenticationMethod.WINDOWS_INTEGRATED;

import io.casguard.topology.Directory;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Path;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// One request from the first Client Access server to a second one, with the checks that it must
/// pass.
final class OwaHop {
  /// What a check found.
  ///
  /// @param failure why the hop ends here; empty where the check is passed
  record Finding(Optional<Failure> failure, String text, List<Evidence> because) {
    private static Finding passed(String text, Evidence... because) {
      return new Finding(Optional.empty(), text, List.of(because));
    }

    private static Finding refused(Failure failure, String text, Evidence... because) {
      return new Finding(Optional.of(failure), text, List.of(because));
    }
  }

  /// One sentence of O-9.
  record HopCheck(Clause clause, Function<OwaHop, Finding> check) {}

  /// The checks in their order; the first that refuses decides.
  static final List<HopCheck> CHECKS =
      List.of(
          new HopCheck(Clause.O_9A, OwaHop::goesOverSsl),
          new HopCheck(Clause.O_9B, OwaHop::versionsFit),
          new HopCheck(Clause.O_9C, OwaHop::answers),
          new HopCheck(Clause.O_9D, OwaHop::certificateIsTaken),
          new HopCheck(Clause.O_9E, OwaHop::takesPlainHttp),
          new HopCheck(Clause.O_9F, OwaHop::authenticates),
          new HopCheck(Clause.O_9G, OwaHop::staysInSite));

  /// The same for an ExternalURL, which must be reachable before anything else (O-7b).
  static final List<HopCheck> OUTSIDE_CHECKS =
      List.of(
          new HopCheck(Clause.O_7B, OwaHop::answers),
          new HopCheck(Clause.O_9A, OwaHop::goesOverSsl),
          new HopCheck(Clause.O_9B, OwaHop::versionsFit),
          new HopCheck(Clause.O_9D, OwaHop::certificateIsTaken),
          new HopCheck(Clause.O_9E, OwaHop::takesPlainHttp),
          new HopCheck(Clause.O_9F, OwaHop::authenticates),
          new HopCheck(Clause.O_9G, OwaHop::staysInSite));

  private static final String OWA = "owa";

  private final Names names;
  private final Supposition supposition;
  private final Server first;
  private final Server candidate;
  private final Server mailboxServer;
  private final Url url;
  private final boolean toExternalUrl;
  private final String host;

  /// @param candidate the server whose directory has the address
  /// @param toExternalUrl true where the address is an ExternalURL (O-7b)
  OwaHop(
      Names names,
      Supposition supposition,
      Server first,
      Server candidate,
      Server mailboxServer,
      Url url,
      boolean toExternalUrl) {
    this.names = names;
    this.supposition = supposition;
    this.first = first;
    this.candidate = candidate;
    this.mailboxServer = mailboxServer;
    this.url = url;
    this.toExternalUrl = toExternalUrl;
    this.host = url.host().orElse("");
  }

  /// The server that the address leads to; the candidate where the topology does not lead
  /// elsewhere.
  Server target() {
    Optional<Server> computer = names.computer(host).or(() -> names.atAddress(host));
    if (computer.isPresent()) {
      return computer.get();
    }
    List<Server> behind = names.published(host).map(PublishedName::servers).orElse(List.of());
    return behind.isEmpty() || behind.contains(candidate) ? candidate : behind.getFirst();
  }

  private Finding goesOverSsl() {
    if (!url.scheme().equals("http")) {
      return Finding.passed(url + " is not http", at(urlPath(), url.text()));
    }
    boolean allowed = setting(Vocabulary.ALLOW_PROXYING_WITHOUT_SSL);
    Evidence evidence =
        at(
            settingPath(Vocabulary.ALLOW_PROXYING_WITHOUT_SSL),
            "AllowProxyingWithoutSSL at " + first.name());
    return allowed
        ? Finding.passed(
            url + " is http, and " + first.name() + " has AllowProxyingWithoutSSL set", evidence)
        : Finding.refused(
            OwaFailures.PROXY_WITHOUT_SSL,
            url + " is http, and " + first.name() + " does not have AllowProxyingWithoutSSL set",
            at(urlPath(), url.text()),
            evidence);
  }

  private Finding versionsFit() {
    Server target = target();
    Path mine = first.path().key(Vocabulary.VERSION.name());
    Path theirs = target.path().key(Vocabulary.VERSION.name());
    Optional<Version> here = first.version().toOptional();
    Optional<Version> there = target.version().toOptional();
    if (here.isEmpty() || there.isEmpty()) {
      List<Path> unsaid =
          here.isEmpty() && there.isEmpty()
              ? List.of(mine, theirs)
              : List.of(here.isEmpty() ? mine : theirs);
      boolean fits =
          supposition.suppose(
              first.name() + " and " + target.name() + " are of fitting versions",
              unsaid,
              List.of(true, false));
      return fits
          ? Finding.passed("the versions are unsaid", at(theirs, "a version is unsaid"))
          : Finding.refused(
              OwaFailures.VERSION_MISMATCH,
              "the versions are unsaid",
              at(theirs, "a version is unsaid"));
    }
    Evidence[] evidence = {
      at(mine, first.name() + " runs " + release(first)),
      at(theirs, target.name() + " runs " + release(target))
    };
    int newer = compare(here.get(), there.get(), target);
    if (newer == 0) {
      return Finding.passed(
          "both run "
              + here.get().title()
              + (rollupsSaid(target) ? "" : "; a rollup is unsaid, so they are taken for equal"),
          evidence);
    }
    if (newer < 0) {
      return Finding.refused(
          OwaFailures.VERSION_MISMATCH,
          first.name() + " runs " + release(first) + ", which is older than " + release(target),
          evidence);
    }
    boolean folder =
        supposition.holds(
            first.get(Vocabulary.OWA_VERSIONS),
            folders -> folders.stream().anyMatch(name -> isFolderOf(name, there.get())));
    Evidence folders =
        at(
            first.path().key(Vocabulary.OWA_VERSIONS.name()),
            "the resource folders of " + first.name());
    return folder
        ? Finding.passed(
            first.name() + " is newer and holds the resource folder of " + there.get(),
            evidence[0],
            evidence[1],
            folders)
        : Finding.refused(
            OwaFailures.VERSION_MISMATCH,
            first.name()
                + " is newer and lacks the resource folder ClientAccess\\owa\\"
                + there.get(),
            evidence[0],
            evidence[1],
            folders);
  }

  /// By service pack, then by rollup where both are said.
  private int compare(Version here, Version there, Server target) {
    int pack = here.compareServicePack(there);
    return pack != 0 || !rollupsSaid(target)
        ? pack
        : Integer.compare(rollup(first).orElseThrow(), rollup(target).orElseThrow());
  }

  private boolean rollupsSaid(Server target) {
    return rollup(first).isPresent() && rollup(target).isPresent();
  }

  private static Optional<Integer> rollup(Server server) {
    return server.get(Vocabulary.ROLLUP).toOptional();
  }

  private static String release(Server server) {
    return server.version().toOptional().map(Version::title).orElse("an unsaid version")
        + rollup(server).map(rollup -> " with rollup " + rollup).orElse("");
  }

  private static boolean isFolderOf(String folder, Version version) {
    return folder.startsWith(version.major() + "." + version.minor() + "." + version.build() + ".")
        || folder.equals(version.major() + "." + version.minor() + "." + version.build());
  }

  private Finding answers() {
    Server target = target();
    Optional<PublishedName> name =
        names.computer(host).isPresent() ? Optional.empty() : names.published(host);
    Path from =
        name.map(PublishedName::path)
            .orElseGet(() -> Path.SPEC.key(Vocabulary.PUBLISHING.name()).key(host))
            .key(Vocabulary.PUBLISHED_FROM.name());
    boolean resolves =
        name.map(published -> supposition.holds(published.isOpenTo(Network.INTRANET), from))
            .orElseGet(
                () ->
                    !toExternalUrl || names.computer(host).isPresent() || supposition.either(from));
    if (!resolves) {
      return Finding.refused(
          toExternalUrl ? OwaFailures.EXTERNAL_URL_UNREACHABLE : OwaFailures.NO_ANSWER,
          host + " is not reachable from " + first.name(),
          at(from, host + " is not published to the intranet"));
    }
    boolean down = Holds.of(target.get(Vocabulary.AVAILABLE), up -> up) == Holds.NO;
    Evidence available = at(target.path().key(Vocabulary.AVAILABLE.name()), target.name());
    return down
        ? Finding.refused(
            toExternalUrl ? OwaFailures.EXTERNAL_URL_UNREACHABLE : OwaFailures.NO_ANSWER,
            target.name() + " does not answer",
            available)
        : Finding.passed(host + " leads to " + target.name(), at(target.path(), target.name()));
  }

  private Finding certificateIsTaken() {
    if (url.scheme().equals("http")) {
      return Finding.passed("there is no certificate over http", at(urlPath(), url.text()));
    }
    Evidence setting =
        at(
            settingPath(Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS),
            "AllowInternalUntrustedCerts at " + first.name());
    if (setting(Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS)) {
      return Finding.passed(first.name() + " takes any certificate", setting);
    }
    Server target = target();
    boolean trusted =
        supposition.holds(
            target.get(Vocabulary.SERVER_CERTIFICATE, Vocabulary.TRUSTED_BY_SERVERS), yes -> yes);
    Evidence certificate =
        at(
            target
                .path()
                .key(Vocabulary.SERVER_CERTIFICATE.name())
                .key(Vocabulary.TRUSTED_BY_SERVERS.name()),
            "the certificate of " + target.name());
    return trusted
        ? Finding.passed("the certificate of " + target.name() + " is trusted", certificate)
        : Finding.refused(
            OwaFailures.UNTRUSTED_CERTIFICATE,
            first.name()
                + " takes trusted certificates only, and that of "
                + target.name()
                + " is not",
            setting,
            certificate);
  }

  private Finding takesPlainHttp() {
    Optional<Directory> directory = OwaRun.entryDirectory(target());
    Path requireSsl = directoryPath().key(Vocabulary.REQUIRE_SSL.name());
    if (!url.scheme().equals("http")) {
      return Finding.passed("the request comes over SSL", at(urlPath(), url.text()));
    }
    boolean takes =
        directory.isEmpty()
            || switch (directory.get().get(Vocabulary.REQUIRE_SSL)) {
              case Known.Value<Boolean>(Boolean required) -> !required;
              case Known.Absent<Boolean>() -> true;
              case Known.Unsaid<Boolean>(Path what) -> supposition.either(what);
            };
    return takes
        ? Finding.passed(
            target().name() + " takes plain http", at(requireSsl, "SSL is not required"))
        : Finding.refused(
            OwaFailures.SSL_REQUIRED,
            target().name() + " requires SSL and answers 403",
            at(requireSsl, "SSL is required"));
  }

  private Finding authenticates() {
    Server target = target();
    Path spns = target.path().key(Vocabulary.SERVICE_PRINCIPAL_NAMES.name());
    if (url.namesAnAddress()) {
      return Finding.refused(
          OwaFailures.KERBEROS_REFUSED,
          url + " names an IP address, for which there is no service principal name (C-6)",
          at(urlPath(), url.text()));
    }
    if (!isOwnName(target) && !isRegistered(target)) {
      return Finding.refused(
          OwaFailures.KERBEROS_REFUSED,
          host + " is no service principal name of " + target.name() + " (C-6)",
          at(urlPath(), url.text()),
          at(spns, "the service principal names of " + target.name()));
    }
    Optional<Directory> directory = OwaRun.entryDirectory(target);
    Path switchPath = directoryPath().key(Vocabulary.WINDOWS_AUTHENTICATION.name());
    boolean integrated =
        directory.map(owa -> supposition.holds(owa.acceptsIntegrated(), switchPath)).orElse(true);
    boolean kerberos = directory.map(OwaHop::offersMoreThanNtlm).orElse(true);
    return integrated && kerberos
        ? Finding.passed(
            first.name() + " authenticates to " + target.name() + " by Kerberos",
            at(switchPath, target.name() + " accepts Integrated"))
        : Finding.refused(
            OwaFailures.KERBEROS_REFUSED,
            target.name() + (integrated ? " offers NTLM only" : " does not accept Integrated"),
            at(switchPath, "the authentication of " + target.name()));
  }

  private boolean isOwnName(Server target) {
    if (host.equalsIgnoreCase(target.name())) {
      return true;
    }
    return switch (target.fqdn()) {
      case Known.Value<String>(String fqdn) -> fqdn.equals(host);
      case Known.Absent<String>() -> false;
      case Known.Unsaid<String>(Path what) ->
          host.startsWith(target.name().toLowerCase(Locale.ROOT) + ".") && supposition.either(what);
    };
  }

  private boolean isRegistered(Server target) {
    return supposition.holds(
        target.get(Vocabulary.SERVICE_PRINCIPAL_NAMES),
        all ->
            all.stream()
                .map(spn -> spn.toLowerCase(Locale.ROOT))
                .anyMatch(spn -> spn.equals("http/" + host) || spn.equals("host/" + host)));
  }

  private static boolean offersMoreThanNtlm(Directory directory) {
    return directory
        .get(Vocabulary.INTERNAL_AUTHENTICATION_METHODS)
        .toOptional()
        .map(
            methods ->
                !methods.contains(NTLM)
                    || !Collections.disjoint(
                        methods, List.of(WINDOWS_INTEGRATED, KERBEROS, NEGOTIATE)))
        .orElse(true);
  }

  private Finding staysInSite() {
    Server target = target();
    boolean inSite =
        target.equals(candidate)
            || (target.site().isPresent() && target.site().equals(mailboxServer.site()));
    Evidence evidence =
        at(
            target.path(),
            target.name()
                + target.site().map(site -> " is in " + site).orElse(" is in no stated site"));
    return inSite
        ? Finding.passed(target.name() + " is in the mailbox's site", evidence)
        : Finding.refused(
            OwaFailures.SECOND_HOP,
            url
                + " leads to "
                + target.name()
                + ", which is not in the mailbox's site and does not proxy again",
            at(urlPath(), url.text()),
            evidence);
  }

  private boolean setting(Key<SortedMap<String, Boolean>> key) {
    boolean byDefault = key.equals(Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS);
    return supposition.holds(
        first.get(Vocabulary.SETTINGS_KEY, key), words -> words.getOrDefault(OWA, byDefault));
  }

  private Path settingPath(Key<?> key) {
    return first.path().key(Vocabulary.SETTINGS_KEY.name()).key(key.name());
  }

  private Path urlPath() {
    return OwaRun.entryDirectory(candidate)
        .map(Directory::path)
        .orElseGet(() -> candidate.path().key(OWA))
        .key((toExternalUrl ? Vocabulary.EXTERNAL_URL : Vocabulary.INTERNAL_URL).name());
  }

  private Path directoryPath() {
    return OwaRun.entryDirectory(target())
        .map(Directory::path)
        .orElseGet(() -> target().path().key(OWA));
  }
}

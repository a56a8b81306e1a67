package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;
import static io.casguard.topology.AuthenticationMethod.KERBEROS;
import static io.casguard.topology.AuthenticationMethod.NEGOTIATE;
import static io.casguard.topology.AuthenticationMethod.NTLM;
import static io.casguard.topology.AuthenticationMethod.WINDOWS_INTEGRATED;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
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
final class Hop {
  /// The reason of a hop to a server that does not answer: the next candidate is tried (C-10).
  static final String NO_ANSWER = "no_answer";

  /// What a check found.
  ///
  /// @param passed false where the hop ends here
  record Finding(boolean passed, String text, List<Evidence> because) {
    static Finding passed(String text, Evidence... because) {
      return new Finding(true, text, List.of(because));
    }

    static Finding refused(String text, Evidence... because) {
      return new Finding(false, text, List.of(because));
    }
  }

  /// A condition of proxying, and how the request fails where it does not hold.
  record Check(Clause clause, Failure failure, Function<Hop, Finding> question) {}

  private final Names names;
  private final Supposition supposition;
  private final Server first;
  private final Server candidate;
  private final Server mailboxServer;
  private final DirectoryKind kind;
  private final Url url;
  private final Key<Url> address;
  private final String host;
  private final Server target;
  private final Optional<Directory> directory;

  /// @param candidate the server whose directory has the address
  /// @param kind which of its directories
  /// @param address the key that the address stands under
  Hop(
      Names names,
      Supposition supposition,
      Server first,
      Server candidate,
      Server mailboxServer,
      DirectoryKind kind,
      Url url,
      Key<Url> address) {
    this.names = names;
    this.supposition = supposition;
    this.first = first;
    this.candidate = candidate;
    this.mailboxServer = mailboxServer;
    this.kind = kind;
    this.url = url;
    this.address = address;
    this.host = url.host().orElse("");
    this.target = leadsTo();
    this.directory = SiteDirectories.at(target, kind);
  }

  Server first() {
    return first;
  }

  Url url() {
    return url;
  }

  Supposition supposition() {
    return supposition;
  }

  /// The server that the address leads to; the candidate where the topology does not lead
  /// elsewhere.
  Server target() {
    return target;
  }

  private Server leadsTo() {
    Optional<Server> computer = names.computer(host).or(() -> names.atAddress(host));
    if (computer.isPresent()) {
      return computer.get();
    }
    List<Server> behind = names.published(host).map(PublishedName::servers).orElse(List.of());
    return behind.isEmpty() || behind.contains(candidate) ? candidate : behind.getFirst();
  }

  /// An http address is taken only where AllowProxyingWithoutSSL is set on the first server.
  Finding goesOverSsl() {
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
            url + " is http, and " + first.name() + " does not have AllowProxyingWithoutSSL set",
            at(urlPath(), url.text()),
            evidence);
  }

  /// The first server holds the resources of the version of the server it picked.
  Finding versionsFit() {
    Path mine = first.path().key(Vocabulary.VERSION.name());
    Path theirs = candidate.path().key(Vocabulary.VERSION.name());
    Optional<Version> here = first.version().toOptional();
    Optional<Version> there = candidate.version().toOptional();
    if (here.isEmpty() || there.isEmpty()) {
      List<Path> unsaid =
          here.isEmpty() && there.isEmpty()
              ? List.of(mine, theirs)
              : List.of(here.isEmpty() ? mine : theirs);
      boolean fits =
          supposition.suppose(
              first.name() + " and " + candidate.name() + " are of fitting versions",
              unsaid,
              List.of(true, false));
      return fits
          ? Finding.passed("the versions are unsaid", at(theirs, "a version is unsaid"))
          : Finding.refused("the versions are unsaid", at(theirs, "a version is unsaid"));
    }
    Evidence[] evidence = {
      at(mine, first.name() + " runs " + release(first)),
      at(theirs, candidate.name() + " runs " + release(candidate))
    };
    int newer = compare(here.get(), there.get(), candidate);
    if (newer == 0) {
      return Finding.passed(
          "both run "
              + here.get().title()
              + (rollupsSaid(candidate) ? "" : "; a rollup is unsaid, so they are taken for equal"),
          evidence);
    }
    if (newer < 0) {
      return Finding.refused(
          first.name() + " runs " + release(first) + ", which is older than " + release(candidate),
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

  /// The address resolves and the server behind it answers.
  Finding answers() {
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
                    !isExternal() || names.computer(host).isPresent() || supposition.either(from));
    if (!resolves) {
      return Finding.refused(
          host + " is not reachable from " + first.name(),
          at(from, host + " is not published to the intranet"));
    }
    boolean down = target.isDown();
    Evidence available = at(target.path().key(Vocabulary.AVAILABLE.name()), target.name());
    return down
        ? Finding.refused(target.name() + " does not answer", available)
        : Finding.passed(host + " leads to " + target.name(), at(target.path(), target.name()));
  }

  /// The certificate is taken, trusted or not as the first server demands.
  Finding certificateIsTaken() {
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
            first.name()
                + " takes trusted certificates only, and that of "
                + target.name()
                + " is not",
            setting,
            certificate);
  }

  /// Over plain http the second server must not require SSL.
  Finding takesPlainHttp() {
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
            target().name() + " requires SSL and answers 403", at(requireSsl, "SSL is required"));
  }

  /// The host of the address is a service principal name of the computer that it leads to.
  Finding isNamedByPrincipal() {
    if (url.namesAnAddress()) {
      return Finding.refused(
          url + " names an IP address, for which there is no service principal name (C-6)",
          at(urlPath(), url.text()));
    }
    Path spns = target.path().key(Vocabulary.SERVICE_PRINCIPAL_NAMES.name());
    return isOwnName(target) || isRegistered(target)
        ? Finding.passed(
            host + " is a service principal name of " + target.name(), at(urlPath(), url.text()))
        : Finding.refused(
            host + " is no service principal name of " + target.name() + " (C-6)",
            at(urlPath(), url.text()),
            at(spns, "the service principal names of " + target.name()));
  }

  /// Kerberos works for the host of the address, and the directory accepts Integrated.
  Finding authenticates() {
    Finding name = isNamedByPrincipal();
    if (!name.passed()) {
      return name;
    }
    if (target.directories(kind) instanceof Known.Absent<?>) {
      return Finding.refused(
          target.name() + " has no " + kind.key() + " directory",
          at(target.path().key(kind.key()), "there is none"));
    }
    Path switchPath = directoryPath().key(Vocabulary.WINDOWS_AUTHENTICATION.name());
    boolean integrated =
        directory.map(owa -> supposition.holds(owa.acceptsIntegrated(), switchPath)).orElse(true);
    boolean kerberos = directory.map(Hop::offersMoreThanNtlm).orElse(true);
    return integrated && kerberos
        ? Finding.passed(
            first.name() + " authenticates to " + target.name() + " by Kerberos",
            at(switchPath, target.name() + " accepts Integrated"))
        : Finding.refused(
            target.name() + (integrated ? " offers NTLM only" : " does not accept Integrated"),
            at(switchPath, "the authentication of " + target.name()));
  }

  private boolean isExternal() {
    return address.equals(Vocabulary.EXTERNAL_URL);
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

  /// NTLM alone does not do between two servers.
  static boolean offersMoreThanNtlm(Directory directory) {
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

  /// The address leads to a 2007 server of the mailbox's site.
  Finding staysAmong2007InSite() {
    return target.is2007() == Holds.NO
        ? Finding.refused(
            url + " leads to " + target.name() + ", which is no Exchange 2007 server",
            at(urlPath(), url.text()),
            at(target.path(), target.name()))
        : staysInSite();
  }

  /// The address leads to a server of the mailbox's site.
  Finding staysInSite() {
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
        first.get(Vocabulary.SETTINGS_KEY, key),
        words -> words.getOrDefault(kind.key(), byDefault));
  }

  private Path settingPath(Key<?> key) {
    return first.path().key(Vocabulary.SETTINGS_KEY.name()).key(key.name());
  }

  /// Where the address stands.
  Path urlPath() {
    return SiteDirectories.at(candidate, kind)
        .map(Directory::path)
        .orElseGet(() -> candidate.path().key(kind.key()))
        .key(address.name());
  }

  private Path directoryPath() {
    return directory.map(Directory::path).orElseGet(() -> target().path().key(kind.key()));
  }
}

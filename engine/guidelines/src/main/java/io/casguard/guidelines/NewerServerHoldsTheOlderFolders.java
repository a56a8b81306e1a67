package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.EV46;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.OWA_VERSIONS;
import static io.casguard.topology.Vocabulary.ROLES;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.VERSION;

import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A checker that finds Internet-facing servers without the OWA files of an older server that they
/// proxy to.
final class NewerServerHoldsTheOlderFolders implements Rule {
  private static final Guideline GUIDELINE =
      Guideline.numbered("CAP-351")
          .says(
              "An Internet-facing server that is newer than one it proxies OWA to holds that version's resource folder.")
          .because(
              """
              OWA takes its scripts and pictures from ClientAccess\\owa\\<version>, the version being that of the server that was proxied to. Setup leaves the folders of earlier versions that were installed there; a server that was installed new has none of them.
              The shell cannot show the folders: state them as owaVersions.
              """)
          .source(EV46, "the folder of the other server's version is missing")
          .example(
              "The folder of Leeds is there",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers: {SEA-CAS1: {version: 2007 SP3, owaVersions: [8.2.176.2, 8.3.83.6], owa: {externalUrl: https://mail.example.com/owa}}}
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {version: 2007 SP2, owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "Leeds is of the same service pack",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .example(
              "The folder of Leeds is missing",
              """
              sites:
                seattle:
                  internetFacing: true
                  servers:
                    SEA-CAS1:
                      owa: {externalUrl: https://mail.example.com/owa}
                      version: 2007 SP3
                      owaVersions: [8.3.83.6]  # CAP-351
                leeds:
                  internetFacing: false
                  servers: {LEE-CAS1: {version: 2007 SP2, owa: {windowsAuthentication: true, formsAuthentication: false}}}
              """)
          .reads(VERSION, OWA_VERSIONS, ROLES, INTERNET_FACING, SITE_INTENT)
          .consequence(
              "OWA users of the older site who enter here cannot log on (event MSExchange OWA 46).")
          .verify("The folder is there, and OWA opens here with a mailbox of the other site.")
          .hits(Hits.MAILBOXES_OF_OTHER_SITES, Protocol.OWA);

  @Override
  public Guideline guideline() {
    return GUIDELINE;
  }

  @Override
  public Stream<Verdict> check(Organization organization) {
    ProxyTargets targets = ProxyTargets.of(organization);
    return Each.serverInSite(
        GUIDELINE, organization, (site, server) -> tell(site, server, targets));
  }

  private static Verdict tell(Site site, Server first, ProxyTargets targets) {
    return Each.atInternetSite(GUIDELINE, site, first, () -> facing(site, first, targets));
  }

  private static Verdict facing(Site site, Server first, ProxyTargets targets) {
    List<Version> older =
        targets.owaVersions().stream()
            .filter(version -> ProxyTargets.version(first).compareServicePack(version) > 0)
            .toList();
    return older.isEmpty() ? none(site, first, targets) : folders(first, older);
  }

  private static Verdict none(Site site, Server first, ProxyTargets targets) {
    return targets
        .openBeside(site)
        .map(
            what ->
                GUIDELINE.notChecked(
                    first, "not every server that " + first + " may proxy to is known", what))
        .orElseGet(
            () ->
                GUIDELINE.notApplicable(
                    first, () -> "it is newer than no server that it proxies OWA to"));
  }

  private static Verdict folders(Server first, List<Version> older) {
    return switch (first.get(OWA_VERSIONS)) {
      case Known.Unsaid<SortedSet<String>>(Path what) ->
          GUIDELINE.notChecked(
              first,
              "it is newer than a server that it proxies OWA to; which resource folders it holds is unsaid",
              what);
      case Known.Absent<SortedSet<String>>() -> missing(first, older, new TreeSet<>());
      case Known.Value<SortedSet<String>>(SortedSet<String> folders) ->
          missing(first, older, folders);
    };
  }

  private static Verdict missing(Server first, List<Version> older, SortedSet<String> folders) {
    List<String> lacking =
        older.stream()
            .filter(version -> folders.stream().noneMatch(name -> isFolderOf(name, version)))
            .map(Version::toString)
            .toList();
    if (lacking.isEmpty()) {
      return GUIDELINE.conforms(first);
    }
    SortedSet<String> all = new TreeSet<>(folders);
    all.addAll(lacking);
    return GUIDELINE
        .violated(
            first.organization(),
            first,
            first.path().key(OWA_VERSIONS.name()),
            WARNING,
            "lacks the resource folder ClientAccess\\owa\\" + String.join(", ", lacking))
        .remedy(Edit.set(first, OWA_VERSIONS, all))
        .step(
            "Bring the older servers to the level of "
                + first
                + ", or copy the folder from one of them to "
                + first
                + ".")
        .departs();
  }

  /// A folder is named after the build, of which the first two parts tell the service pack.
  private static boolean isFolderOf(String name, Version version) {
    return Version.parse(name) instanceof Parsed.Understood<Version>(Version folder)
        && folder.compareServicePack(version) == 0;
  }
}

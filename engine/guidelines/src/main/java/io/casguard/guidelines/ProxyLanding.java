package io.casguard.guidelines;

import static io.casguard.guidelines.Severity.ERROR;
import static io.casguard.guidelines.Severity.WARNING;
import static io.casguard.guidelines.Source.Text.EWSRC;
import static io.casguard.guidelines.Source.Text.SB;
import static io.casguard.guidelines.Source.Text.SETEAS07;
import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.DirectoryKind.ACTIVE_SYNC;
import static io.casguard.topology.DirectoryKind.WEB_SERVICES;
import static io.casguard.topology.Vocabulary.PRESENT;
import static io.casguard.topology.Vocabulary.PROXY_SUBDIRECTORY_KEY;
import static io.casguard.topology.Vocabulary.PROXY_WINDOWS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.Holds;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What the guidelines ask alike of a directory other than OWA's where proxied requests land: that
/// it accepts Integrated Windows authentication.
///
/// @param guideline who asks
/// @param although why requests land there, as the end of a sentence
record ProxyLanding(Guideline guideline, BiFunction<Site, Protocol, String> although) {
  /// What to say of Web Services, or of an ActiveSync directory in a site without an external URL
  /// for it.
  Stream<Verdict> at(Site site, Directory at) {
    return at.kind() == WEB_SERVICES ? Stream.of(webServices(site, at)) : activeSync(site, at);
  }

  private Verdict webServices(Site site, Directory at) {
    return switch (at.acceptsIntegrated()) {
      case YES -> guideline.conforms(at);
      case UNSAID -> unsaid(at);
      case NO ->
          violated(site, at, isSpared(site, at) ? WARNING : ERROR, "")
              .because(
                  "Web Services and Availability requests for this site that arrive elsewhere end in ErrorNoDestinationCASDueToKerberosRequirements.")
              .departs();
    };
  }

  /// Before SP1 requests land on the directory itself. Later the parent matters only where old
  /// devices do not enter: not at an Internet-facing site.
  private Stream<Verdict> activeSync(Site site, Directory at) {
    boolean subdirectories =
        Holds.of(at.host().version(), version -> version.servicePack() >= 1) == Holds.YES;
    if (subdirectories && site.facing().isStatedYes()) {
      return Stream.of(subdirectory(site, at));
    }
    Verdict parent =
        switch (at.acceptsIntegrated()) {
          case YES -> guideline.conforms(at);
          case UNSAID -> unsaid(at);
          case NO ->
              violated(
                      site,
                      at,
                      subdirectories || isSpared(site, at) ? WARNING : ERROR,
                      subdirectories
                          ? "; proxied requests rest on the Proxy subdirectory alone"
                          : "")
                  .because(
                      subdirectories
                          ? "Proxied devices land on the Proxy subdirectory, which Setup gives Integrated; without it there they are refused."
                          : guideline.consequence())
                  .departs();
        };
    return subdirectories ? Stream.of(parent, subdirectory(site, at)) : Stream.of(parent);
  }

  private Verdict subdirectory(Site site, Directory at) {
    Holds fit =
        Holds.of(at.get(PROXY_SUBDIRECTORY_KEY, PRESENT), there -> there)
            .and(Holds.of(at.get(PROXY_SUBDIRECTORY_KEY, PROXY_WINDOWS_AUTHENTICATION), on -> on));
    return switch (fit) {
      case YES -> guideline.conforms(at);
      case UNSAID ->
          guideline.notChecked(
              at,
              "whether the Proxy subdirectory of "
                  + at
                  + " is there and accepts Integrated is unsaid",
              at.path().key(PROXY_SUBDIRECTORY_KEY.name()));
      case NO ->
          guideline
              .violated(
                  site.organization(),
                  at,
                  at.path().key(PROXY_SUBDIRECTORY_KEY.name()).key(PRESENT.name()),
                  ERROR,
                  "has no Proxy subdirectory that accepts Integrated, where proxied devices land",
                  Protocol.ACTIVE_SYNC)
              .check("proxy-subdirectory")
              .source(SETEAS07, ASSUMED)
              .step(
                  "Set-ActiveSyncVirtualDirectory '"
                      + at.identity()
                      + "' -InstallProxySubDirectory, then Integrated Windows authentication on Proxy in IIS Manager.")
              .departs();
    };
  }

  /// Nobody is refused where another directory of the site is fit, or nobody has a mailbox there.
  private static boolean isSpared(Site site, Directory at) {
    return site.has2007(Role.MAILBOX) == Holds.NO
        || site.directories(at.kind())
            .anyMatch(
                other -> !other.path().equals(at.path()) && other.acceptsIntegrated() == Holds.YES);
  }

  private Verdict unsaid(Directory at) {
    return guideline.notChecked(
        at,
        "it is unsaid whether " + at + " accepts Integrated Windows authentication",
        List.of(at.path().key(WINDOWS_AUTHENTICATION.name())));
  }

  private Violation violated(Site site, Directory at, Severity severity, String more) {
    return guideline
        .violated(
            site.organization(),
            at,
            at.path().key(WINDOWS_AUTHENTICATION.name()),
            severity,
            "does not accept Integrated Windows authentication although "
                + although.apply(site, at.kind().protocol())
                + more,
            at.kind().protocol())
        .source(at.kind() == ACTIVE_SYNC ? SB : EWSRC, FOUND)
        .remedy(Edit.set(at, WINDOWS_AUTHENTICATION, true));
  }
}

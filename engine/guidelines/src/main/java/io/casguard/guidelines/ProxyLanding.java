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
import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.PRESENT;
import static io.casguard.topology.Vocabulary.PROXY_SUBDIRECTORY_KEY;
import static io.casguard.topology.Vocabulary.PROXY_WINDOWS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
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
  List<Verdict> at(Site site, Directory at) {
    return at.kind() == WEB_SERVICES ? List.of(webServices(site, at)) : activeSync(site, at);
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
  private List<Verdict> activeSync(Site site, Directory at) {
    boolean subdirectories = mayHaveSubdirectory(at);
    if (subdirectories && site.facing().isStatedYes()) {
      return List.of(subdirectory(site, at));
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
    return subdirectories
        ? Stream.of(parent, subdirectory(site, at)).distinct().toList()
        : List.of(parent);
  }

  private Verdict subdirectory(Site site, Directory at) {
    return switch (isFit(at)) {
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
              .remedy(subdirectory(at))
              .step(howToInstall(at))
              .departs();
    };
  }

  /// The violation with what lets devices be proxied once a directory has no external URL: it, and
  /// where it was the last of its site to have one the others too, accept Integrated.
  static Violation takingDevices(Violation found, Site site, Directory at) {
    List<Directory> all = site.directories(ACTIVE_SYNC).toList();
    boolean last =
        all.stream()
            .filter(other -> !other.path().equals(at.path()))
            .noneMatch(other -> other.get(EXTERNAL_URL) instanceof Known.Value<Url>);
    List<Edit> edits = new ArrayList<>(List.of(Edit.clear(at, EXTERNAL_URL)));
    Violation told = found;
    for (Directory each : last ? all : List.of(at)) {
      if (each.acceptsIntegrated() == Holds.NO) {
        edits.add(Edit.set(each, WINDOWS_AUTHENTICATION, true));
      }
      if (last && mayHaveSubdirectory(each) && isFit(each) == Holds.NO) {
        edits.add(subdirectory(each));
        told = told.step(howToInstall(each));
      }
    }
    return told.remedy(edits);
  }

  private static Edit subdirectory(Directory at) {
    return Edit.set(
        at,
        PROXY_SUBDIRECTORY_KEY,
        Entity.named(Vocabulary.PROXY_SUBDIRECTORY, "")
            .with(PRESENT, true)
            .with(PROXY_WINDOWS_AUTHENTICATION, true));
  }

  private static String howToInstall(Directory at) {
    return "Set-ActiveSyncVirtualDirectory '"
        + at.identity()
        + "' -InstallProxySubDirectory, then Integrated Windows authentication on Proxy in IIS Manager.";
  }

  private static boolean mayHaveSubdirectory(Directory at) {
    return Holds.of(at.host().version(), version -> version.servicePack() >= 1) == Holds.YES;
  }

  private static Holds isFit(Directory at) {
    return Holds.of(at.get(PROXY_SUBDIRECTORY_KEY, PRESENT), there -> there)
        .and(Holds.of(at.get(PROXY_SUBDIRECTORY_KEY, PROXY_WINDOWS_AUTHENTICATION), on -> on));
  }

  /// Nobody is refused where another directory of the site is fit, or nobody has a mailbox there.
  private static boolean isSpared(Site site, Directory at) {
    return site.has2007(Role.MAILBOX) == Holds.NO
        || site.directories(at.kind())
            .anyMatch(
                other ->
                    !other.path().equals(at.path()) && takesProxiedRequests(other) == Holds.YES);
  }

  /// From SP1 on devices land on the subdirectory.
  private static Holds takesProxiedRequests(Directory at) {
    return at.kind() == ACTIVE_SYNC && mayHaveSubdirectory(at) ? isFit(at) : at.acceptsIntegrated();
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

package io.casguard.guidelines;

import static io.casguard.topology.Vocabulary.EXTERNAL_URL;
import static io.casguard.topology.Vocabulary.FORMS_AUTHENTICATION;
import static io.casguard.topology.Vocabulary.INTERNET_FACING;
import static io.casguard.topology.Vocabulary.SITE_INTENT;
import static io.casguard.topology.Vocabulary.WINDOWS_AUTHENTICATION;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Intended;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;

/// What the guidelines ask alike of a site that is meant to be reached by proxying.
final class ProxiedSite {
  /// How a guideline words its violation.
  @FunctionalInterface
  interface Departure {
    Violation of(Url url, Intended intended);
  }

  private ProxiedSite() {}

  /// Whether a directory has no external URL, where its site is meant to be reached by proxying.
  static Verdict publishesNothing(
      Guideline guideline, Site site, Directory at, Departure departure) {
    Protocol protocol = at.kind().protocol();
    Intended intended = site.intended(protocol);
    if (intended.isRedirect()) {
      return guideline.notApplicable(at, () -> "people of " + site + " are meant to be redirected");
    }
    if (!intended.isProxy() && site.facing().isStatedYes()) {
      return guideline.notApplicable(at, () -> site + " is Internet-facing");
    }
    return switch (at.get(EXTERNAL_URL)) {
      case Known.Absent<Url>() -> guideline.conforms(at);
      case Known.Unsaid<Url>(Path what) ->
          guideline.notChecked(at, "the external URL of " + at + " is unsaid", what);
      case Known.Value<Url>(Url url) ->
          intended.isProxy()
              ? departure.of(url, intended).departs()
              : guideline.notChecked(
                  at,
                  "it is unsaid whether people of "
                      + site
                      + " are meant to be proxied or redirected",
                  site.path().key(INTERNET_FACING.name()),
                  site.path().key(SITE_INTENT.name()).key(protocol.key()));
    };
  }

  /// What lets a request for this directory be proxied: no external URL, and Integrated.
  static List<Edit> toBeProxied(Directory at) {
    List<Edit> edits = new ArrayList<>(List.of(Edit.clear(at, EXTERNAL_URL)));
    if (at.acceptsIntegrated() != Holds.YES) {
      if (at.kind() == DirectoryKind.OWA) {
        edits.add(Edit.set(at, FORMS_AUTHENTICATION, false));
      }
      edits.add(Edit.set(at, WINDOWS_AUTHENTICATION, true));
    }
    return edits;
  }

  /// How it came that people of a site are meant to be proxied, to be added to a sentence: nothing
  /// where somebody said so.
  static String how(Site site, Protocol protocol) {
    return switch (site.intended(protocol)) {
      case Intended.Stated _ -> "";
      case Intended.ImpliedProxy() -> " (implied by internetFacing: false)";
      case Intended.Unset() -> " (inferred: none of its servers has an external URL)";
    };
  }
}

package io.casguard.reports;

import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Verdict;
import io.casguard.impact.Check;
import io.casguard.topology.Directory;
import io.casguard.topology.Facing;
import io.casguard.topology.Holds;
import io.casguard.topology.Intended;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is wanted of a site, as far as a guideline looked at it, and how that is known.
///
/// @param protocols those that a guideline asked for
record SiteIntent(Site site, Set<Protocol> protocols) {
  SiteIntent {
    protocols = protocols.isEmpty() ? Set.of() : EnumSet.copyOf(protocols);
  }

  /// The sites whose intent the findings rest on, in the order of their names.
  static List<SiteIntent> usedBy(Findings findings, Collection<Site> sites) {
    Map<String, Guideline> asking =
        Check.guidelines().stream()
            .filter(
                guideline ->
                    guideline.reads().contains(Vocabulary.INTERNET_FACING)
                        || guideline.reads().contains(Vocabulary.SITE_INTENT))
            .collect(Collectors.toMap(Guideline::number, guideline -> guideline));
    Map<Site, Set<Protocol>> used = new LinkedHashMap<>();
    for (Verdict verdict : findings.verdicts()) {
      Guideline guideline = asking.get(verdict.guideline());
      if (guideline != null) {
        verdict
            .place()
            .site()
            .ifPresent(
                site ->
                    used.computeIfAbsent(site, _ -> EnumSet.noneOf(Protocol.class))
                        .addAll(
                            verdict.place() instanceof Directory directory
                                ? Set.of(directory.kind().protocol())
                                : guideline.protocols()));
      }
    }
    return sites.stream()
        .filter(used::containsKey)
        .map(site -> new SiteIntent(site, used.getOrDefault(site, Set.of())))
        .toList();
  }

  /// In words: `proxy (implied by internetFacing: false)`.
  String words() {
    List<String> stated = new ArrayList<>();
    boolean implied = false;
    boolean unset = protocols.isEmpty();
    for (Protocol protocol : protocols) {
      switch (site.intended(protocol)) {
        case Intended.Stated(var intent) -> stated.add(protocol.key() + ": " + intent.word());
        case Intended.ImpliedProxy() -> implied = true;
        case Intended.Unset() -> unset = true;
      }
    }
    List<String> words = new ArrayList<>();
    if (!stated.isEmpty()) {
      words.add(String.join(", ", stated) + " (stated)");
    }
    if (implied) {
      words.add((stated.isEmpty() ? "" : "the rest ") + "proxy (implied by internetFacing: false)");
    }
    if (unset) {
      words.add(facing(site.facing()));
    }
    return String.join("; ", words);
  }

  private static String facing(Facing facing) {
    return switch (facing.holds()) {
      case YES ->
          facing.inferred()
              ? "Internet-facing (inferred from its ExternalURLs)"
              : "Internet-facing (stated)";
      case NO ->
          facing.inferred()
              ? "not Internet-facing (inferred: no ExternalURL)"
              : "not Internet-facing (stated)";
      case UNSAID -> "it is unsaid whether it is Internet-facing";
    };
  }

  /// How the facing is known: `stated`, `inferred`, `unsaid`.
  String facingKnown() {
    if (site.facing().holds() == Holds.UNSAID) {
      return "unsaid";
    }
    return site.facing().inferred() ? "inferred" : "stated";
  }
}

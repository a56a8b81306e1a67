package io.casguard.guidelines;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which guideline speaks where several could, so that one mistake is named once. Source:
/// specification 3.4.
final class Precedence {
  /// Guidelines that are silent at a place.
  ///
  /// @param guidelines their numbers
  /// @param why the reason, in words
  /// @param where the condition
  private record Silence(Set<String> guidelines, String why, Condition where) {}

  @FunctionalInterface
  private interface Condition {
    boolean holds(Verdict verdict, Facts facts);
  }

  /// What the conditions ask, gathered once.
  ///
  /// @param oneSite whether only one site has Exchange
  /// @param broken by guideline, `CAP-102`, by one of its checks, `CAP-102:empty`, and by what it
  ///   asks, `CAP-102?`: the places, paths and sites where it is broken
  private record Facts(boolean oneSite, Map<String, Set<Path>> broken) {
    boolean departs(String guideline, Path at) {
      return broken.getOrDefault(guideline, Set.of()).contains(at);
    }

    /// Whether one of a guideline's checks is broken at a path.
    boolean departs(String guideline, String check, Path at) {
      return departs(guideline + ":" + check, at);
    }

    /// Whether a guideline is broken at the site of a verdict.
    boolean departsAtSite(String guideline, Verdict verdict) {
      return broken.containsKey(guideline)
          && verdict.place().site().filter(site -> departs(guideline, site.path())).isPresent();
    }

    /// Whether a guideline asks something of the site of a verdict.
    boolean asksAtSite(String guideline, Verdict verdict) {
      return departsAtSite(guideline + "?", verdict);
    }
  }

  /// The rows in their order; the first that holds for a verdict silences it.
  private static final List<Silence> SILENCES =
      List.of(
          new Silence(
              Set.of(
                  "CAP-103", "CAP-104", "CAP-107", "CAP-201", "CAP-202", "CAP-203", "CAP-204",
                  "CAP-301", "CAP-304", "CAP-305"),
              "only one site has Exchange, so that nothing is proxied or redirected between sites",
              (_, facts) -> facts.oneSite()),
          new Silence(
              Set.of("CAP-104", "CAP-303"),
              "OWA is redirected and everything else is proxied: a legal layout",
              (verdict, _) ->
                  verdict.place().site().filter(Precedence::redirectsOnlyOwa).isPresent()),
          new Silence(
              Set.of("CAP-303"),
              "whether devices are redirected on purpose is asked first; CAP-210 asks",
              (verdict, facts) -> facts.asksAtSite("CAP-210", verdict)),
          new Silence(
              Set.of("CAP-103", "CAP-106", "CAP-206"),
              "the site has no Client Access server; CAP-101 says so",
              (verdict, facts) -> facts.departsAtSite("CAP-101", verdict)),
          new Silence(
              Set.of("CAP-104"),
              "the host is that of another site; CAP-301 says so",
              (verdict, facts) -> facts.departs("CAP-301", verdict.path())),
          new Silence(
              Set.of("CAP-203"),
              "the URL cannot stay as it is anyway; CAP-104, CAP-204 or CAP-301 says so",
              (verdict, facts) ->
                  Stream.of("CAP-104", "CAP-204", "CAP-301")
                      .anyMatch(other -> facts.departs(other, verdict.path()))),
          new Silence(
              Set.of("CAP-209"),
              "OWA of the site is redirected; CAP-210 says so",
              (verdict, facts) -> facts.departs("CAP-210", verdict.place().path())),
          new Silence(
              Set.of("CAP-102"),
              "the path is wrong; CAP-322 says so",
              (verdict, facts) ->
                  isCheck("path", verdict) && facts.departs("CAP-322", verdict.path())),
          new Silence(
              Set.of("CAP-303"),
              "other servers of the site have an external URL for it; CAP-302 says so",
              (verdict, facts) -> facts.departs("CAP-302", verdict.path())),
          new Silence(
              Set.of("CAP-302"),
              "the published server has no external URL; CAP-102 says so",
              (verdict, facts) -> facts.departs("CAP-102", "empty", verdict.path())),
          new Silence(
              Set.of("CAP-108"),
              "devices are refused there; CAP-323 says so",
              (verdict, facts) ->
                  isCheck("devices", verdict) && facts.departs("CAP-323", verdict.path())),
          new Silence(
              Set.of("CAP-102"),
              "the site needs an address of its own; CAP-204 says so",
              (verdict, facts) ->
                  isCheck("empty", verdict) && facts.departs("CAP-204", verdict.path())),
          new Silence(
              Set.of("CAP-106"),
              "the address is that of an array; CAP-305 says so",
              (verdict, facts) ->
                  isCheck("alias", verdict) && facts.departs("CAP-305", verdict.place().path())),
          new Silence(
              Set.of("CAP-317"),
              "CAP-208 says how Outlook Anywhere gets to the site",
              (verdict, facts) -> facts.departs("CAP-208", verdict.place().path())),
          new Silence(
              Set.of("CAP-334"),
              "Outlook cannot use the host at all; CAP-318 says so",
              (verdict, facts) -> facts.departs("CAP-318", verdict.place().path())));

  /// The same rows in the same order, since each of many verdicts looks for its own.
  private static final Map<String, List<Silence>> SILENCES_BY_GUIDELINE =
      SILENCES.stream()
          .flatMap(row -> row.guidelines().stream())
          .distinct()
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  number ->
                      SILENCES.stream().filter(row -> row.guidelines().contains(number)).toList()));

  /// Taking the URL away makes Integrated necessary: both are told as one.
  private static final String TELLS = "CAP-104";

  private static final String IS_TOLD_WITH = "CAP-103";

  private Precedence() {}

  /// The verdicts that remain: a silenced one becomes "not applicable" with the reason.
  static List<Verdict> apply(Organization organization, List<Verdict> verdicts) {
    Facts facts = new Facts(hasOneSite(organization), broken(verdicts));
    List<Verdict> heard = new ArrayList<>(verdicts.size());
    List<Violation> left = new ArrayList<>();
    String guideline = "";
    List<Silence> rows = List.of();
    for (Verdict verdict : verdicts) {
      if (!verdict.guideline().equals(guideline)) {
        guideline = verdict.guideline();
        rows = SILENCES_BY_GUIDELINE.getOrDefault(guideline, List.of());
      }
      Verdict said = heard(verdict, rows, facts);
      heard.add(said);
      if (said instanceof Verdict.Departs(Violation violation)) {
        left.add(violation);
      }
    }
    return together(heard, left);
  }

  private static Map<String, Set<Path>> broken(List<Verdict> verdicts) {
    Map<String, Set<Path>> broken = new HashMap<>();
    for (Violation it : violations(verdicts)) {
      at(broken, it.guideline()).add(it.path());
      at(broken, it.guideline()).add(it.place().path());
      at(broken, it.guideline() + ":" + it.check()).add(it.path());
      if (it.asks()) {
        at(broken, it.guideline() + "?").add(sitePath(it));
      }
    }
    return broken;
  }

  private static Set<Path> at(Map<String, Set<Path>> broken, String guideline) {
    return broken.computeIfAbsent(guideline, _ -> new HashSet<>());
  }

  private static List<Violation> violations(List<Verdict> verdicts) {
    List<Violation> violations = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Departs(Violation violation)) {
        violations.add(violation);
      }
    }
    return violations;
  }

  private static Verdict heard(Verdict verdict, List<Silence> rows, Facts facts) {
    for (Silence row : rows) {
      if (row.where().holds(verdict, facts)) {
        return new Verdict.NotApplicable(verdict.guideline(), verdict.place(), row::why);
      }
    }
    return verdict;
  }

  /// Puts each departure from CAP-103 into one of the same site from CAP-104, where there is one:
  /// that of the same server, else the first.
  private static List<Verdict> together(List<Verdict> verdicts, List<Violation> violations) {
    Map<Path, Violation> told = new LinkedHashMap<>();
    Map<Path, List<Path>> ofSite = new HashMap<>();
    for (Violation first : violations) {
      if (first.guideline().equals(TELLS)) {
        told.put(first.path(), first);
        ofSite.computeIfAbsent(sitePath(first), _ -> new ArrayList<>()).add(first.path());
      }
    }
    Set<Path> moved = new HashSet<>();
    for (Violation second : violations) {
      if (second.guideline().equals(IS_TOLD_WITH)) {
        partner(second, ofSite.getOrDefault(sitePath(second), List.of()))
            .ifPresent(
                path -> {
                  told.computeIfPresent(path, (_, first) -> both(first, second));
                  moved.add(second.path());
                });
      }
    }
    return moved.isEmpty()
        ? verdicts
        : verdicts.stream().map(verdict -> told(verdict, told, moved)).toList();
  }

  private static Optional<Path> partner(Violation second, List<Path> ofItsSite) {
    return ofItsSite.stream()
        .filter(
            path ->
                second.place().server().filter(server -> server.path().contains(path)).isPresent())
        .findFirst()
        .or(() -> ofItsSite.stream().findFirst());
  }

  private static Violation both(Violation first, Violation second) {
    return first.together(
        second,
        "; to get proxying, " + second.place() + " must change too: it " + second.message());
  }

  private static Verdict told(Verdict verdict, Map<Path, Violation> told, Set<Path> moved) {
    if (!(verdict instanceof Verdict.Departs(Violation violation))) {
      return verdict;
    }
    if (violation.guideline().equals(TELLS)) {
      return new Verdict.Departs(told.getOrDefault(violation.path(), violation));
    }
    return violation.guideline().equals(IS_TOLD_WITH) && moved.contains(violation.path())
        ? new Verdict.NotApplicable(
            violation.guideline(),
            violation.place(),
            () -> "it is told with " + TELLS + " of the site")
        : verdict;
  }

  private static Path sitePath(Violation violation) {
    return violation.place().site().map(Site::path).orElse(Path.ROOT);
  }

  /// Sites count that have, or may have, a Client Access or Mailbox server; one whose site is
  /// unsaid may be anywhere.
  private static boolean hasOneSite(Organization organization) {
    Set<Site> sites = new HashSet<>();
    for (Server server : organization.servers()) {
      boolean counts =
          !(server.location() instanceof Known.Absent<Site>)
              && server.is(Role.CLIENT_ACCESS).or(server.is(Role.MAILBOX)) != Holds.NO;
      if (counts) {
        server.site().ifPresent(sites::add);
        if (server.site().isEmpty() || sites.size() > 1) {
          return false;
        }
      }
    }
    return sites.size() == 1;
  }

  private static boolean redirectsOnlyOwa(Site site) {
    return site.publishesOnlyOwa() == Holds.YES && !site.intended(Protocol.OWA).isProxy();
  }

  private static boolean isCheck(String check, Verdict verdict) {
    return verdict instanceof Verdict.Departs(Violation violation)
        && violation.check().equals(check);
  }
}

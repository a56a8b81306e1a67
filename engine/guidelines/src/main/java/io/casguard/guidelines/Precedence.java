package io.casguard.guidelines;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which guideline speaks where several could, so that one mistake is named once. Source: specification 3.4.
final class Precedence {
  /// Guidelines that are silent at a place.
  ///
  /// @param guidelines their numbers
  /// @param why the reason, in words
  /// @param where the condition
  private record Silence(Set<String> guidelines, String why, Condition where) {}

  @FunctionalInterface
  private interface Condition {
    boolean holds(Organization organization, Verdict verdict, List<Verdict> all);
  }

  /// The rows in their order; the first that holds for a verdict silences it.
  private static final List<Silence> SILENCES =
      List.of(
          new Silence(
              Set.of("CAP-103", "CAP-104", "CAP-107", "CAP-201", "CAP-202", "CAP-203", "CAP-204", "CAP-301", "CAP-304", "CAP-305"),
              "only one site has Exchange, so that nothing is proxied or redirected between sites",
              (organization, _, _) -> hasOneSite(organization)),
          new Silence(
              Set.of("CAP-104", "CAP-303"),
              "OWA is redirected and everything else is proxied: a legal layout",
              (_, verdict, _) -> verdict.place().site().filter(Precedence::redirectsOnlyOwa).isPresent()),
          new Silence(
              Set.of("CAP-103", "CAP-106"),
              "the site has no Client Access server; CAP-101 says so",
              (_, verdict, all) -> departsInSite("CAP-101", verdict.place(), all)),
          new Silence(
              Set.of("CAP-104"),
              "the host is that of another site; CAP-301 says so",
              (_, verdict, all) -> departsAt("CAP-301", verdict, all)),
          new Silence(
              Set.of("CAP-102"),
              "the path is wrong; CAP-322 says so",
              (_, verdict, all) -> isCheck("path", verdict) && departsAt("CAP-322", verdict, all)),
          new Silence(
              Set.of("CAP-102"),
              "the site needs an address of its own; CAP-204 says so",
              (_, verdict, all) -> isCheck("empty", verdict) && departsAt("CAP-204", verdict, all)),
          new Silence(
              Set.of("CAP-106"),
              "the address is that of an array; CAP-305 says so",
              (_, verdict, all) -> isCheck("alias", verdict) && departsInDirectory("CAP-305", verdict, all)));

  /// Taking the URL away makes Integrated necessary: both are told as one.
  private static final String TELLS = "CAP-104";

  private static final String IS_TOLD_WITH = "CAP-103";

  private Precedence() {}

  /// The verdicts that remain: a silenced one becomes "not applicable" with the reason.
  static List<Verdict> apply(Organization organization, List<Verdict> verdicts) {
    return together(
        verdicts.stream().map(verdict -> heard(organization, verdict, verdicts)).toList());
  }

  private static Verdict heard(Organization organization, Verdict verdict, List<Verdict> all) {
    return SILENCES.stream()
        .filter(row -> row.guidelines().contains(verdict.guideline()))
        .filter(row -> row.where().holds(organization, verdict, all))
        .findFirst()
        .<Verdict>map(
            row -> new Verdict.NotApplicable(verdict.guideline(), verdict.place(), row.why()))
        .orElse(verdict);
  }

  /// Puts each departure from CAP-103 into one of the same site from CAP-104, where there is one.
  private static List<Verdict> together(List<Verdict> verdicts) {
    List<Verdict> told = new ArrayList<>(verdicts);
    for (int at = 0; at < told.size(); at++) {
      if (told.get(at) instanceof Verdict.Departs(Violation second)
          && second.guideline().equals(IS_TOLD_WITH)) {
        Optional<Violation> first = partner(second, told);
        if (first.isPresent()) {
          Violation both =
              first.get().together(second, "; and " + second.place() + " " + second.message());
          told.replaceAll(
              verdict ->
                  verdict.equals(new Verdict.Departs(first.get())) ? both.departs() : verdict);
          told.set(
              at,
              new Verdict.NotApplicable(
                  second.guideline(), second.place(), "it is told with " + TELLS + " of the site"));
        }
      }
    }
    return told;
  }

  /// The departure of the same server, else the first of the site.
  private static Optional<Violation> partner(Violation second, List<Verdict> verdicts) {
    List<Violation> ofTheSite =
        verdicts.stream()
            .filter(Verdict.Departs.class::isInstance)
            .map(verdict -> ((Verdict.Departs) verdict).violation())
            .filter(first -> first.guideline().equals(TELLS))
            .filter(first -> first.place().site().equals(second.place().site()))
            .toList();
    return ofTheSite.stream()
        .filter(first -> first.place().server().equals(second.place().server()))
        .findFirst()
        .or(() -> ofTheSite.stream().findFirst());
  }

  /// Sites count that have, or may have, a Client Access or Mailbox server; one whose site is unsaid may be anywhere.
  private static boolean hasOneSite(Organization organization) {
    List<Server> servers =
        organization.servers().stream()
            .filter(server -> !(server.location() instanceof Known.Absent<Site>))
            .filter(server -> server.is(Role.CLIENT_ACCESS).or(server.is(Role.MAILBOX)) != Holds.NO)
            .toList();
    return servers.stream().noneMatch(server -> server.site().isEmpty())
        && servers.stream().flatMap(server -> server.site().stream()).distinct().count() == 1;
  }

  private static boolean redirectsOnlyOwa(Site site) {
    return !site.intended(Protocol.OWA).isProxy()
        && site.publishes(DirectoryKind.OWA) == Holds.YES
        && Stream.of(
                    DirectoryKind.ACTIVE_SYNC,
                    DirectoryKind.WEB_SERVICES,
                    DirectoryKind.OAB,
                    DirectoryKind.UNIFIED_MESSAGING)
                .map(site::publishes)
                .reduce(Holds.NO, Holds::or)
            == Holds.NO;
  }

  private static boolean isCheck(String check, Verdict verdict) {
    return verdict instanceof Verdict.Departs(Violation violation) && violation.check().equals(check);
  }

  private static boolean departsInSite(String guideline, Place place, List<Verdict> all) {
    return place.site().isPresent()
        && departures(guideline, all).anyMatch(it -> it.place().site().equals(place.site()));
  }

  private static boolean departsAt(String guideline, Verdict verdict, List<Verdict> all) {
    return departures(guideline, all).anyMatch(it -> it.path().equals(verdict.path()));
  }

  private static boolean departsInDirectory(String guideline, Verdict verdict, List<Verdict> all) {
    return departures(guideline, all)
        .anyMatch(it -> it.place().path().equals(verdict.place().path()));
  }

  private static Stream<Verdict> departures(String guideline, List<Verdict> all) {
    return all.stream()
        .filter(Verdict.Departs.class::isInstance)
        .filter(verdict -> verdict.guideline().equals(guideline));
  }
}

package io.casguard.impact;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Outcome;
import io.casguard.accesspaths.Simulator;
import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Verdict;
import io.casguard.impact.Entries.Entered;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import java.util.List;
import java.util.Optional;

/// With one Internet-facing site, people of every other site who enter there are proxied. Source:
/// [SB], "Proxying is used when you have one internet facing CAS".
///
/// It is no guideline of its own: where something else happens, the guideline that forbids the
/// cause is broken. Nearly always that one has said so by itself; this looks for what nobody said.
final class EverybodyElseIsProxied {
  private static final String CHECK = "one-door";

  private EverybodyElseIsProxied() {}

  /// The verdicts that the findings so far lack.
  static List<Verdict> verdicts(Organization organization, Findings findings) {
    List<Site> doors =
        organization.sites().stream().filter(site -> site.facing().holds() != Holds.NO).toList();
    if (doors.size() != 1 || !doors.getFirst().facing().isYes()) {
      return List.of();
    }
    Site door = doors.getFirst();
    Entries entries = Entries.at(door, Simulator.of(organization));
    Said said = Said.of(findings);
    return organization.sites().stream()
        .filter(site -> site != door && !site.intended(Protocol.OWA).isRedirect())
        .flatMap(site -> tell(organization, door, site, entries, said).stream())
        .toList();
  }

  private static Optional<Verdict> tell(
      Organization organization, Site door, Site site, Entries entries, Said said) {
    return entries
        .enteredFor(site)
        .flatMap(entered -> tell(organization, door, site, entered, said).stream())
        .findFirst();
  }

  private static Optional<Verdict> tell(
      Organization organization, Site door, Site site, Entered entered, Said said) {
    if (!(entered.simulation() instanceof AccessPath path)) {
      return Optional.empty();
    }
    if (path.outcome() instanceof Outcome.Undetermined(List<Path> unsaid)) {
      return said.asksFor(unsaid)
          ? Optional.empty()
          : guideline(Underlying.OF_PROXY_TARGETS)
              .map(
                  it ->
                      it.notChecked(
                          site,
                          "it is unsaid whether people of "
                              + site
                              + " who enter at "
                              + entered.entry()
                              + " are proxied",
                          unsaid));
    }
    List<String> causes = Underlying.of(path.outcome());
    return causes.isEmpty() || said.names(causes, door, site)
        ? Optional.empty()
        : causes.stream()
            .flatMap(cause -> guideline(cause).stream())
            .findFirst()
            .map(cause -> departs(organization, door, site, entered, path.outcome(), cause));
  }

  private static Verdict departs(
      Organization organization,
      Site door,
      Site site,
      Entered entered,
      Outcome outcome,
      Guideline cause) {
    String what = outcome.word() + outcome.refusal().map(reason -> " (" + reason + ")").orElse("");
    return cause
        .violated(
            organization,
            site,
            site.path(),
            outcome instanceof Outcome.Fail ? Severity.ERROR : Severity.WARNING,
            "is not proxied to from "
                + door
                + ", the one Internet-facing site: who enters at "
                + entered.entry()
                + " gets "
                + what,
            Protocol.OWA)
        .check(CHECK)
        .step(
            "casguard simulate --protocol owa --entry "
                + entered.entry()
                + " --mailbox "
                + site.mailboxServers().getFirst()
                + " --from internet says why.")
        .departs();
  }

  private static Optional<Guideline> guideline(String number) {
    return Catalog.guidelines().stream().filter(it -> it.number().equals(number)).findFirst();
  }
}

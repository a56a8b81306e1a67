package io.casguard.impact;

import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Rule;
import io.casguard.guidelines.Waivers;
import io.casguard.topology.Organization;
import io.casguard.topology.Waiver;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The one door through which a topology is checked: every guideline of the catalog, and the goals
/// of a layout, which need to know what happens to requests.
///
/// Command line and services check here, so that they say the same.
public final class Check {
  private static final List<Rule> GOALS = List.of(new OneAddressServesEverybody());

  private Check() {}

  /// Everything that is to say of an organization. The same organization always gives the same
  /// findings in the same order.
  public static Findings of(Organization organization) {
    Findings findings = Catalog.check(organization, GOALS);
    return findings.with(EverybodyElseIsProxied.verdicts(organization, findings));
  }

  /// Everything that is to say of an organization on a day, with what its waivers waive.
  public static Review review(Organization organization, List<Waiver> waivers, LocalDate today) {
    return Waivers.apply(of(organization), waivers, today, guidelines());
  }

  /// Every guideline that is checked, in the order of their numbers.
  public static List<Guideline> guidelines() {
    return Stream.concat(
            Catalog.guidelines().stream(), GOALS.stream().map(rule -> rule.guideline()))
        .sorted(Comparator.comparing(Guideline::number))
        .toList();
  }
}

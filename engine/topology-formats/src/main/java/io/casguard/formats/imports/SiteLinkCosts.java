package io.casguard.formats.imports;

import io.casguard.formats.shell.ShellObject;
import io.casguard.formats.shell.ShellProperty;
import io.casguard.formats.shell.ShellValue;
import io.casguard.topology.Known;
import io.casguard.topology.Vocabulary;
import java.util.Optional;

/// The costs of a site link, which the shell prints in three properties.
final class SiteLinkCosts {
  private SiteLinkCosts() {}

  /// `Cost` is the one in effect: Active Directory's own where Exchange has none.
  static void take(Gathered link, ShellObject object) {
    Optional<Answer> exchange =
        object
            .property("ExchangeCost")
            .map(
                cost ->
                    cost.value() instanceof ShellValue.Nothing
                        ? new Answer.Said(new Known.Absent<>(), cost.at())
                        : ValueReading.of(Vocabulary.EXCHANGE_COST, cost));
    exchange.ifPresent(answer -> link.take(Vocabulary.EXCHANGE_COST, answer));
    boolean hasNone =
        exchange
            .filter(Answer.Said.class::isInstance)
            .filter(said -> ((Answer.Said) said).known() instanceof Known.Absent<?>)
            .isPresent();
    Optional<ShellProperty> cost = object.property("ADCost");
    if (cost.isEmpty() && hasNone) {
      cost = object.property("Cost");
    }
    cost.ifPresent(it -> link.take(Vocabulary.COST, ValueReading.of(Vocabulary.COST, it)));
    if (cost.isEmpty()) {
      object
          .property("Cost")
          .ifPresent(
              it ->
                  link.take(
                      Vocabulary.COST,
                      new Answer.Left(
                          "Cost is Exchange's or Active Directory's: export ADCost and ExchangeCost too",
                          it.at())));
    }
  }
}

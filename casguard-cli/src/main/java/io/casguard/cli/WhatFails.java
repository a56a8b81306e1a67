package io.casguard.cli;

import io.casguard.accesspaths.Assumptions;
import io.casguard.formats.NearestName;
import io.casguard.impact.Outage;
import io.casguard.impact.WhatIf;
import io.casguard.reports.OutageReport;
import io.casguard.reports.Style;
import io.casguard.topology.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that ask what becomes of people where something fails.
final class WhatFails {
  @Option(
      names = "--without",
      paramLabel = "NAME",
      description = {
        "What becomes of people where this fails: a server, a published name, a site link",
        "(seattle-leeds), or certificate:SUBJECT. Given several times, all fail at once."
      })
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--single-failures",
      description = "Every single failure that people notice, those by which most are lost first.")
  private boolean single;

  /// Whether one of them is given.
  boolean isAsked() {
    return single || !names.isEmpty();
  }

  /// The answer as text, or as JSON where there is no style.
  String answer(Organization organization, Assumptions assumptions, Optional<Style> style) {
    if (single && !names.isEmpty()) {
      throw new WrongInput("--without and --single-failures are two questions: ask one of them");
    }
    if (single) {
      List<WhatIf.Ranked> ranked = WhatIf.singleFailures(organization, assumptions);
      int all = Outage.all(organization).size();
      return style
          .map(text -> OutageReport.text(organization.name(), all, ranked, text))
          .orElseGet(() -> OutageReport.json(organization.name(), all, ranked));
    }
    WhatIf whatIf =
        WhatIf.of(
            organization,
            names.stream().map(name -> named(organization, name)).toList(),
            assumptions);
    return style
        .map(text -> OutageReport.text(whatIf, text))
        .orElseGet(() -> OutageReport.json(whatIf));
  }

  private static Outage named(Organization organization, String name) {
    return Outage.named(organization, name)
        .orElseThrow(
            () ->
                new WrongInput(
                    "--without: there is no server, published name, site link or certificate "
                        + name
                        + " in "
                        + organization.name()
                        + NearestName.hint(
                            name, Outage.all(organization).stream().map(Outage::name).toList())));
  }
}

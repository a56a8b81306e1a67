package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;
import io.casguard.impact.Outage;
import io.casguard.impact.WhatIf;
import io.casguard.impact.WhatIf.Heads;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// What becomes of people where something fails: the answer of `casguard paths --without` and of
/// `casguard paths --single-failures`.
public final class OutageReport {
  private static final String LINKS =
      "Only RPC stops at a site link that fails; HTTP between its sites is taken to find another way.";

  private OutageReport() {}

  /// One line of JSON: what fails, whom it hits, and the access paths that are left.
  public static String json(WhatIf whatIf) {
    return Json.line(
        json -> {
          json.writeStringField("organization", whatIf.after().organization());
          Json.objects(json, "without", whatIf.outages(), OutageReport::outage);
          Json.objects(json, "lost", whatIf.lost(), OutageReport::heads);
          Json.objects(json, "diverted", whatIf.diverted(), OutageReport::heads);
          Json.objects(json, "changes", whatIf.people(), OutageReport::change);
          new MatrixReport(whatIf.after()).fields(json);
        });
  }

  /// Text for people: whom it hits and how, then the access paths that are left.
  public static String text(WhatIf whatIf, Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(whatIf.after().organization()))
        .append(" without ")
        .append(
            whatIf.outages().stream()
                .map(outage -> Prose.harmless(title(outage)))
                .collect(Collectors.joining(" and ")))
        .append("\n\n");
    Prose.paragraph(text, "lost      ", words(whatIf.lost()));
    Prose.paragraph(text, "diverted  ", words(whatIf.diverted()));
    if (whatIf.outages().stream().anyMatch(outage -> outage.kind() == Outage.Kind.SITE_LINK)) {
      Prose.paragraph(text, "note      ", LINKS);
    }
    whatIf.people().stream()
        .filter(change -> !change.sites().isEmpty())
        .forEach(
            change -> {
              text.append('\n');
              Prose.paragraph(
                  text, "  ", PlanWording.people(change) + ": " + PlanWording.turn(change));
              Prose.paragraph(text, "      ", PlanWording.story(change));
            });
    return text.append('\n').append(new MatrixReport(whatIf.after()).text(style)).toString();
  }

  /// One line of JSON: every single failure that people notice, the worst first.
  public static String json(String organization, int all, List<WhatIf.Ranked> ranked) {
    return Json.line(
        json -> {
          json.writeStringField("organization", organization);
          Json.objects(
              json,
              "failures",
              ranked,
              (each, one) -> {
                outage(each, one.outage());
                Json.objects(each, "lost", one.lost(), OutageReport::heads);
                Json.objects(each, "diverted", one.diverted(), OutageReport::heads);
              });
          json.writeNumberField("unnoticed", all - ranked.size());
        });
  }

  /// Text for people: every single failure that they notice, the worst first.
  public static String text(String organization, int all, List<WhatIf.Ranked> ranked, Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(organization))
        .append(": ")
        .append(
            "%s of %s noticed"
                .formatted(
                    Prose.number(ranked.size()),
                    Prose.counted(all, "single failure is", "single failures are")))
        .append('\n');
    for (WhatIf.Ranked one : ranked) {
      text.append('\n').append(style.bold(Prose.harmless(title(one.outage())))).append('\n');
      Prose.paragraph(text, "  lost      ", words(one.lost()));
      Prose.paragraph(text, "  diverted  ", words(one.diverted()));
    }
    return text.toString();
  }

  private static String title(Outage outage) {
    return outage.kind().title() + " " + outage.name();
  }

  private static String words(List<Heads> heads) {
    return heads.isEmpty()
        ? "nobody"
        : heads.stream().map(OutageReport::words).collect(Collectors.joining("; "));
  }

  /// `900 by Outlook Web Access from the internet`.
  static String words(Heads heads) {
    String uncounted =
        Prose.counted(heads.uncountedClasses(), "group", "groups") + " that nobody counted";
    String who =
        heads.uncountedClasses() == 0
            ? Prose.number(heads.users())
            : heads.users() == 0 ? uncounted : Prose.number(heads.users()) + " and " + uncounted;
    return who + " by " + heads.protocol().title() + " from the " + heads.network().word();
  }

  private static void outage(JsonGenerator json, Outage outage) throws IOException {
    json.writeStringField("kind", outage.kind().word());
    json.writeStringField("name", outage.name());
  }

  /// The fields of people of one protocol and network.
  static void heads(JsonGenerator json, Heads heads) throws IOException {
    json.writeStringField("protocol", heads.protocol().word());
    json.writeStringField("network", heads.network().word());
    json.writeNumberField("users", heads.users());
    json.writeNumberField("uncountedClasses", heads.uncountedClasses());
  }

  private static void change(JsonGenerator json, PeopleChange change) throws IOException {
    json.writeStringField("protocol", change.protocol().word());
    json.writeStringField("network", change.network().word());
    json.writeStringField("effect", change.effect().word());
    Json.text(json, "from", change.from());
    Json.text(json, "to", change.to());
    json.writeNumberField("users", change.users());
    json.writeNumberField("uncountedClasses", change.uncountedClasses());
  }
}

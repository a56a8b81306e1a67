package io.casguard.reports;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Failure;
import io.casguard.accesspaths.MatrixDifference.CounterExample;
import io.casguard.accesspaths.MatrixDifference.Effect;
import io.casguard.accesspaths.MatrixDifference.OfSite;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;
import io.casguard.accesspaths.Outcome;
import io.casguard.accesspaths.Reached;
import io.casguard.guidelines.Severity;
import io.casguard.impact.Plan;
import io.casguard.impact.Settling;
import io.casguard.impact.WhatIf;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Url;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a plan says in sentences, the same in text and on a page.
final class PlanWording {
  private static final int SITES_SHOWN = 5;
  private static final int SECONDS = 60;

  private PlanWording() {}

  /// Why the verdict is what it is, in words that end a sentence.
  static String reasons(Plan plan) {
    List<String> reasons = new ArrayList<>();
    if (plan.people().stream().anyMatch(change -> change.effect() == Effect.NEWLY_UNREACHABLE)) {
      reasons.add("somebody who was reached no longer is");
    }
    long errors =
        Stream.concat(plan.opened().stream(), plan.worsened().stream().map(Plan.Worsened::after))
            .filter(violation -> violation.severity() == Severity.ERROR)
            .count();
    if (errors > 0) {
      reasons.add(Prose.counted(errors, "error opens", "errors open"));
    }
    if (!reasons.isEmpty()) {
      return String.join(", and ", reasons);
    }
    return switch (plan.verdict()) {
      case BREAKS, CHANGES -> "somebody's outcome differs, and nobody is lost";
      case SAFE -> "nobody's outcome differs, and no error opens";
    };
  }

  /// What the changes of one effect stand under.
  static String heading(Effect effect) {
    return switch (effect) {
      case NEWLY_UNREACHABLE -> "newly unreachable";
      case NEWLY_EXPOSED -> "newly exposed to the internet";
      case OTHER -> "other changes of outcome";
    };
  }

  /// `900 Outlook Web Access users of leeds, from the internet`.
  static String people(PeopleChange change) {
    String users = change.protocol().title() + (change.users() == 1 ? " user" : " users");
    String from = " from the " + change.network().word();
    if (change.sites().isEmpty()) {
      return users + " at a further door" + from + ", who are counted at their first one";
    }
    String uncounted =
        "that nobody counted ("
            + Prose.counted(change.uncountedClasses(), "user class", "user classes")
            + ")";
    if (change.users() == 0 && change.uncountedClasses() > 0) {
      return users + sites(change) + " " + uncounted + "," + from;
    }
    return Prose.number(change.users())
        + " "
        + users
        + sites(change)
        + (change.uncountedClasses() == 0 ? "" : ", and more " + uncounted)
        + ","
        + from;
  }

  private static String sites(PeopleChange change) {
    List<OfSite> sites = change.sites();
    if (sites.size() == 1) {
      return " of " + name(sites.getFirst());
    }
    String shown =
        sites.stream()
            .limit(SITES_SHOWN)
            .map(site -> name(site) + " (" + count(site) + ")")
            .collect(Collectors.joining(", "));
    int more = sites.size() - SITES_SHOWN;
    return " of "
        + shown
        + (more > 0 ? " and " + Prose.counted(more, "more site", "more sites") : "");
  }

  private static String count(OfSite site) {
    return site.users() == 0 && site.uncountedClasses() > 0
        ? "uncounted"
        : Prose.number(site.users());
  }

  private static String name(OfSite site) {
    return site.site().orElse("an unsaid site");
  }

  /// `PROXY → REDIRECT_LINK`.
  static String turn(PeopleChange change) {
    String words = change.from().orElse("new") + " → " + change.to().orElse("gone");
    if (change.otherAddress()) {
      return words + " by another address";
    }
    return change.from().equals(change.to())
        ? words
            + (change.effect() == Effect.NEWLY_UNREACHABLE
                ? ", no longer reached"
                : ", otherwise reached")
        : words;
  }

  /// What that means to people, by one of them.
  static String story(PeopleChange change) {
    CounterExample example = change.counterExamples().getFirst();
    String was =
        example.before().map(path -> "They were " + fate(path) + ".").orElse("They are new.");
    String is =
        example
            .after()
            .map(path -> "Now they are " + fate(path) + why(path) + ".")
            .orElse("There are none of them any more.");
    return was + " " + is + door(example);
  }

  private static String door(CounterExample example) {
    Optional<String> was = example.before().flatMap(PlanWording::entry);
    Optional<String> is = example.after().flatMap(PlanWording::entry);
    return was.isEmpty() || is.isEmpty() || was.equals(is)
        ? ""
        : " They came in at " + was.get() + ", and now come in at " + is.get() + ".";
  }

  private static Optional<String> entry(AccessPath path) {
    return path.request().entry().map(Door::name);
  }

  private static String fate(AccessPath path) {
    String fate =
        switch (path.outcome()) {
          case Outcome.Local(String server) -> "served by " + server;
          case Outcome.Proxy(String server, _) -> "proxied to " + server;
          case Outcome.LegacyProxy(String server, _) -> "proxied to the back end " + server;
          case Outcome.RedirectLink(_, Url url) -> "offered a link to " + url;
          case Outcome.RedirectSilent(_, Url url) -> "sent on to " + url;
          case Outcome.Redirect451(_, Url url) -> "told to go to " + url + " (HTTP 451)";
          case Outcome.Redirect302(_, Url url) -> "sent on to " + url + " (HTTP 302)";
          case Outcome.DirectRpc(String server) -> "connected to " + server + " by RPC";
          case Outcome.PublicFolderLookup() -> "answered from the public folder";
          case Outcome.Blocked(Failure failure) -> "blocked (" + failure.reason() + ")";
          case Outcome.Fail(Failure failure) -> "refused (" + failure.reason() + ")";
          case Outcome.Undetermined(List<Path> unsaid) ->
              "undetermined, since nobody says "
                  + unsaid.stream().map(Path::toString).collect(Collectors.joining(", "));
        };
    boolean isLost =
        path.reached().filter(Reached.NO::equals).isPresent() && path.outcome().refusal().isEmpty();
    return isLost ? fate + ", which does not lead to their mailboxes" : fate;
  }

  /// What decided against them.
  private static String why(AccessPath path) {
    if (path.reached().filter(Reached.NO::equals).isEmpty()) {
      return "";
    }
    String words =
        path.outcome().refusal().isPresent()
            ? path.trail().decision().text()
            : String.join("; ", path.remarks());
    return words.isEmpty() ? "" : ": " + words.replaceFirst("\\.$", "");
  }

  /// What people meet until Active Directory has settled, a sentence for each group of sites and
  /// people.
  static List<String> settling(Plan plan) {
    List<String> sentences = new ArrayList<>();
    for (Settling.View view : plan.settling().views()) {
      String where = "Who comes in at " + few(view.sites()) + " ";
      String until =
          switch (view.worst()) {
            case Known.Value<Duration>(Duration worst) -> "for up to " + time(worst);
            case Known.Absent<Duration>(), Known.Unsaid<Duration> _ ->
                "for a time that the site links do not say";
          };
      if (!view.waiting().isEmpty()) {
        sentences.add(
            where
                + "meets what was before "
                + until
                + ": "
                + view.waiting().stream().map(OutageReport::words).collect(Collectors.joining("; "))
                + ".");
      }
      view.meanwhile()
          .forEach(people -> sentences.add(where + meanwhile(people) + " " + until + "."));
    }
    if (!plan.settling().complete()) {
      sentences.add("So many sites change that not every mixture was looked at.");
    }
    return sentences;
  }

  private static String meanwhile(Settling.Meanwhile people) {
    return "%s in between: %s, %s → %s → %s,"
        .formatted(
            people.lost() ? "is lost" : "meets something else",
            OutageReport.words(
                new WhatIf.Heads(
                    people.protocol(),
                    people.network(),
                    people.users(),
                    people.uncountedClasses())),
            people.before(),
            people.between(),
            people.after());
  }

  private static String few(List<String> names) {
    int more = names.size() - SITES_SHOWN;
    return names.stream().limit(SITES_SHOWN).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + Prose.counted(more, "more site", "more sites") : "");
  }

  /// Whole minutes, rounded up: `16 minutes`.
  private static String time(Duration duration) {
    long minutes = (duration.toSeconds() + SECONDS - 1) / SECONDS;
    return Prose.counted(minutes, "minute", "minutes");
  }

  /// How much the topology leaves open, and what waives nothing yet.
  static List<String> notes(Plan plan) {
    List<String> notes = new ArrayList<>();
    int open = plan.after().undetermined();
    int openBefore = plan.before().undetermined();
    if (open > 0 || openBefore > 0) {
      notes.add(
          "The topology leaves open what becomes of %s (%s before)."
              .formatted(
                  Prose.counted(open, "user class", "user classes"), Prose.number(openBefore)));
    }
    int proposed = plan.proposed().size();
    if (proposed > 0) {
      notes.add(
          Prose.counted(
                  proposed,
                  "waiver of this change waives nothing yet: it counts",
                  "waivers of this change waive nothing yet: they count")
              + " from the next change on.");
    }
    return notes;
  }
}

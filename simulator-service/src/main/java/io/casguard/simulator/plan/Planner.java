package io.casguard.simulator.plan;

import io.casguard.accesspaths.Assumptions;
import io.casguard.follower.RevisionDocument;
import io.casguard.follower.RevisionFollower;
import io.casguard.formats.Manifest;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceFile;
import io.casguard.formats.SourceMap;
import io.casguard.manifestbody.ManifestBody;
import io.casguard.reports.PlanQuestion;
import io.casguard.reports.PlanReport;
import io.casguard.servicekit.work.Workbench;
import io.casguard.simulator.SimulatorRefusal.UnfitPlan;
import io.casguard.simulator.SimulatorRefusal.UnknownRevision;
import io.casguard.simulator.TakenAnswers;
import io.casguard.topology.Entity;
import io.casguard.topology.Parsed;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Gets both ends of a change, from the question or from the inventory, and plans.
@Singleton
class Planner {
  private static final int NOT_FOUND = 404;

  private final RevisionFollower follower;
  private final Workbench workbench;
  private final Assumptions assumptions;

  Planner(RevisionFollower follower, Workbench workbench, TakenAnswers answers) {
    this.follower = follower;
    this.assumptions = answers.assumptions();
    this.workbench = workbench;
  }

  /// One end, before it is read.
  ///
  /// @param revision its number, where it is one
  private record Unread(Optional<Long> revision, List<SourceFile> files) {
    static final Unread NOTHING = new Unread(Optional.of(0L), List.of());
  }

  /// Plans what a body asks.
  Uni<String> plan(byte[] body, Function<List<PlanReport>, String> told) {
    return workbench
        .compute(() -> ProposedChange.read(body))
        .chain(
            change ->
                Uni.combine()
                    .all()
                    .unis(
                        end(change.only(), Objects.requireNonNull(change.before())),
                        end(change.only(), Objects.requireNonNull(change.after())))
                    .asTuple()
                    .chain(
                        ends ->
                            workbench.compute(
                                () ->
                                    told.apply(
                                        answer(change.only(), ends.getItem1(), ends.getItem2())))));
  }

  /// Plans what lies between two revisions.
  Uni<String> between(
      String organization, long from, long to, Function<List<PlanReport>, String> told) {
    return Uni.combine()
        .all()
        .unis(revision(organization, from), revision(organization, to))
        .asTuple()
        .chain(
            ends ->
                workbench.compute(
                    () -> told.apply(answer(organization, ends.getItem1(), ends.getItem2()))));
  }

  private Uni<Unread> end(String organization, ProposedChange.End end) {
    return end.revision() == null
        ? Uni.createFrom()
            .item(
                new Unread(
                    Optional.empty(),
                    Objects.requireNonNullElse(end.files(), List.<ProposedChange.SentFile>of())
                        .stream()
                        .map(Planner::source)
                        .toList()))
        : revision(organization, end.revision());
  }

  private static SourceFile source(ProposedChange.SentFile file) {
    return new SourceFile(
        Objects.requireNonNullElse(file.name(), "topology.yaml"),
        Objects.requireNonNullElse(file.text(), ""));
  }

  /// The inventory keeps every revision, so any two can be compared at any time.
  private Uni<Unread> revision(String organization, long number) {
    if (number == 0) {
      return Uni.createFrom().item(Unread.NOTHING);
    }
    return follower
        .document(organization, number)
        .onFailure(Planner::isUnknown)
        .transform(_ -> new UnknownRevision(organization, number).asException())
        .map(Planner::unread);
  }

  private static boolean isUnknown(Throwable failure) {
    return failure instanceof WebApplicationException answer
        && answer.getResponse().getStatus() == NOT_FOUND;
  }

  private static Unread unread(RevisionDocument document) {
    return new Unread(
        Optional.of(document.revision()),
        document.files().stream().map(file -> new SourceFile(file.name(), file.text())).toList());
  }

  private List<PlanReport> answer(String organization, Unread before, Unread after) {
    PlanQuestion question =
        new PlanQuestion(organization, LocalDate.now(ZoneOffset.UTC), assumptions);
    return switch (question.ask(read(organization, before), read(organization, after))) {
      case Parsed.Understood<PlanQuestion.Answer>(PlanQuestion.Answer found) -> found.reports();
      case Parsed.Refused<PlanQuestion.Answer>(String why) ->
          throw new UnfitPlan(why + ".").asException();
    };
  }

  /// A revision without files is one that ended the organization, or the beginning.
  private static PlanQuestion.End read(String organization, Unread end) {
    if (end.revision().isEmpty()) {
      return PlanQuestion.End.of(ManifestBody.read(end.files()));
    }
    if (end.files().isEmpty()) {
      Topology nothing = new Topology(organization, Entity.named(Vocabulary.SPEC, ""));
      return new PlanQuestion.End(
          List.of(Manifest.Declared.of(nothing, SourceMap.none())), end.revision());
    }
    return switch (Manifest.read(end.files())) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          new PlanQuestion.End(declared, end.revision());
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          throw new UnfitPlan(
                  "Revision %d cannot be read here: %s."
                      .formatted(end.revision().get(), problems.getFirst()))
              .asException();
    };
  }
}

package io.casguard.reports;

import io.casguard.accesspaths.AccessPath;
import io.casguard.formats.SourceMap;
import io.casguard.impact.Plan;
import java.util.List;
import java.util.Optional;

/// What a change does: the answer of `casguard plan` and of `POST /plans`, in every format.
///
/// Text and JSON are written for each organization by itself, one after the other; Markdown makes
/// one document of all.
public final class PlanReport {
  private final Plan plan;
  private final End before;
  private final End after;

  /// One end of a change.
  ///
  /// @param revision its number, where it is one of the inventory's
  /// @param sources where its statements stand
  public record End(Optional<Long> revision, SourceMap sources) {
    /// An end that is no revision of the inventory.
    public static End of(SourceMap sources) {
      return new End(Optional.empty(), sources);
    }
  }

  /// The report of a plan.
  public PlanReport(Plan plan, End before, End after) {
    this.plan = plan;
    this.before = before;
    this.after = after;
  }

  /// One line of JSON.
  public String json() {
    return new PlanJson(this).all();
  }

  /// Text for people: the verdict, what happens to people, what opens and what is resolved, and
  /// paths that show it.
  public String text(Style style) {
    return new PlanText(this, style).all();
  }

  /// A page for a pull request or a ticket, of at most 65,535 characters.
  public static String markdown(List<PlanReport> reports) {
    return PlanPage.of(reports);
  }

  Plan plan() {
    return plan;
  }

  End before() {
    return before;
  }

  End after() {
    return after;
  }

  String organization() {
    return plan.after().organization().name();
  }

  CheckReport checkBefore() {
    return new CheckReport(plan.before().organization(), plan.before().review(), before.sources());
  }

  CheckReport checkAfter() {
    return new CheckReport(plan.after().organization(), plan.after().review(), after.sources());
  }

  AccessPathReport pathBefore(AccessPath path) {
    return new AccessPathReport(organization(), path, before.sources());
  }

  AccessPathReport pathAfter(AccessPath path) {
    return new AccessPathReport(organization(), path, after.sources());
  }
}

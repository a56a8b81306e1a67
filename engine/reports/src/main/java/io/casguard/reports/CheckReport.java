package io.casguard.reports;

import io.casguard.formats.SourceMap;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Organization;

/// What the guidelines say of one organization: the answer of `casguard check` and of `POST
/// /checks`.
public final class CheckReport {
  private final Organization organization;
  private final Review review;
  private final SourceMap sources;

  /// A report of a check without waivers and without a baseline.
  public CheckReport(Organization organization, Findings findings, SourceMap sources) {
    this(organization, Review.of(findings), sources);
  }

  /// @param sources where the organization's statements and waivers stand
  public CheckReport(Organization organization, Review review, SourceMap sources) {
    this.organization = organization;
    this.review = review;
    this.sources = sources;
  }

  /// One line of JSON.
  public String json() {
    return new CheckJson(this).all();
  }

  /// One violation as JSON, as it stands in [#json()].
  public String json(Violation violation) {
    return new CheckJson(this).one(violation);
  }

  /// A violation that somebody accepted as JSON: as in [#json()], with its waiver.
  public String json(Verdict.Waived waived) {
    return new CheckJson(this).one(waived);
  }

  /// Text for people: by site, the worst first, each with whom it hits and the lines that repair
  /// it.
  public String text(Style style) {
    return new CheckText(this, style).all();
  }

  Organization organization() {
    return organization;
  }

  Review review() {
    return review;
  }

  /// Every verdict, the accepted departures as waived ones.
  Findings findings() {
    return review.findings();
  }

  SourceMap sources() {
    return sources;
  }
}

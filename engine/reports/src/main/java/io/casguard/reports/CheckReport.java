package io.casguard.reports;

import io.casguard.formats.SourceMap;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Review;
import io.casguard.guidelines.Severity;
import io.casguard.guidelines.Verdict;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Organization;
import java.util.List;

/// What the guidelines say of one organization: the answer of `casguard check` and of `POST
/// /checks`, in every format.
///
/// Text and JSON are written for each organization by itself, one after the other; SARIF, JUnit and
/// Markdown make one document of all.
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

  /// A log in the Static Analysis Results Interchange Format, version 2.1.0.
  ///
  /// @param folder what stands before the names of files to make them relative to where the reader
  ///   looks, `topology/`; empty where they are
  public static String sarif(List<CheckReport> reports, String folder) {
    return new SarifLog(folder).of(reports);
  }

  /// Test results as JUnit writes them: a suite for each organization, a case for each guideline at
  /// each place.
  ///
  /// @param failing the least severity that fails a case
  /// @param folder what stands before the names of files, as in [#sarif(List, String)]
  public static String junit(List<CheckReport> reports, Severity failing, String folder) {
    return new JunitResults(failing, folder).of(reports);
  }

  /// A page for a pull request or a ticket, of at most 65,535 characters.
  public static String markdown(List<CheckReport> reports) {
    return MarkdownPage.of(reports);
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

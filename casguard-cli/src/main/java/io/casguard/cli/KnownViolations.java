package io.casguard.cli;

import io.casguard.guidelines.Baseline;
import io.casguard.guidelines.Review;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The violations that a check does not fail for because a baseline holds them.
final class KnownViolations {
  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = {
        "Fail only for violations that FILE does not hold.",
        "Entries whose violation is gone are removed from it; none is ever added."
      })
  private @Nullable Path file;

  @Option(
      names = "--write-baseline",
      description = "Write the violations that there are now to the FILE of --baseline.")
  private boolean writing;

  private final List<Baseline.Entry> gone = new ArrayList<>();
  private Baseline baseline = Baseline.EMPTY;

  /// Reads the baseline, where one is asked for.
  ///
  /// @throws WrongInput where it cannot be
  void open() {
    if (writing && file == null) {
      throw new WrongInput("--write-baseline needs the file: --baseline FILE");
    }
    Optional<BaselineFile> stored = stored();
    baseline =
        stored.map(there -> writing ? there.readOrBegin() : there.read()).orElse(Baseline.EMPTY);
  }

  /// Sets the known violations of an organization apart.
  Review apply(String organization, Review review) {
    if (writing) {
      baseline = baseline.renewed(organization, review.findings());
    } else {
      gone.addAll(baseline.resolved(organization, review.findings()));
    }
    return baseline.applied(organization, review);
  }

  /// Writes what has changed, and says so.
  ///
  /// @throws WrongInput where a baseline was to be written and cannot be
  void close(PrintWriter err) {
    stored()
        .ifPresent(
            stored -> {
              if (writing) {
                create(stored, err);
              } else if (!gone.isEmpty()) {
                shrink(stored, err);
              }
            });
  }

  private Optional<BaselineFile> stored() {
    return Optional.ofNullable(file).map(BaselineFile::new);
  }

  private void create(BaselineFile stored, PrintWriter err) {
    try {
      stored.write(baseline);
    } catch (IOException refused) {
      throw new WrongInput("cannot write the baseline " + stored.path() + ": " + refused);
    }
    err.println(stored.path() + ": " + counted(baseline.entries().size()) + " known from now on");
  }

  /// A checkout that nobody may write to is no reason to fail: the entries go the next time.
  private void shrink(BaselineFile stored, PrintWriter err) {
    Baseline smaller = baseline.without(gone);
    try {
      stored.write(smaller);
      err.println(
          "%s: %s resolved and removed, %d left"
              .formatted(stored.path(), counted(gone.size()), smaller.entries().size()));
    } catch (IOException refused) {
      err.println(
          "%s: %s resolved, but the file cannot be written: %s"
              .formatted(stored.path(), counted(gone.size()), refused));
    }
    gone.forEach(
        entry ->
            err.println(
                "  " + entry.organization() + ": " + entry.guideline() + " at " + entry.path()));
  }

  private static String counted(int violations) {
    return violations == 1 ? "1 violation is" : violations + " violations are";
  }
}

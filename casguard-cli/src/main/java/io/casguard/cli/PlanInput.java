package io.casguard.cli;

import io.casguard.formats.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The two topologies of a change: two folders or files, or one in two commits.
final class PlanInput {
  private static final int SHORTENED = 10;

  @Parameters(
      arity = "0..2",
      paramLabel = "PATH",
      description = {
        "BEFORE and AFTER: two topology manifests, or directories of them.",
        "With --git one of them, as the two commits have it (default: the current directory)."
      })
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--git",
      paramLabel = "BASE..HEAD",
      description = {
        "Two commits of the repository that PATH lies in. BASE...HEAD begins where they parted;",
        "BASE alone is compared with the files on disk. Nothing is checked out."
      })
  private @Nullable String range;

  /// The two ends of the change.
  record Ends(List<Manifest.Declared> before, List<Manifest.Declared> after) {}

  /// Reads both ends.
  ///
  /// @throws WrongInput with every problem, where something cannot be read
  Ends read() {
    return range == null ? ofFolders() : ofCommits(range);
  }

  private Ends ofFolders() {
    if (paths.size() != 2) {
      throw new WrongInput(
          "a plan needs two topologies, BEFORE and AFTER; or --git BASE..HEAD and one folder");
    }
    return new Ends(
        DeclaredTopologies.below(paths.getFirst()), DeclaredTopologies.below(paths.getLast()));
  }

  private Ends ofCommits(String range) {
    if (paths.size() > 1) {
      throw new WrongInput("with --git there is one folder, in two commits");
    }
    Path path = paths.isEmpty() ? Path.of(".") : paths.getFirst();
    GitFolder folder = GitFolder.at(path);
    GitFolder.Range ends = folder.range(range);
    return new Ends(
        ofCommit(folder, ends.before(), path),
        ends.after()
            .map(commit -> ofCommit(folder, commit, path))
            .orElseGet(() -> DeclaredTopologies.below(path)));
  }

  private static List<Manifest.Declared> ofCommit(GitFolder folder, String commit, Path path) {
    String name = commit.substring(0, SHORTENED);
    return DeclaredTopologies.of(folder.files(commit, name), path + " at " + name);
  }
}

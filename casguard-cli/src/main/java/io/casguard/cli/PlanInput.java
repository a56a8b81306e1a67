package io.casguard.cli;

import io.casguard.formats.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The two topologies of a change: two folders or files, or one in two commits.
final class PlanInput {
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

  @Option(
      names = "--organization",
      paramLabel = "NAME",
      description = "Only this organization, where several are declared.")
  private String organization = "";

  /// One organization before and after.
  ///
  /// @param before empty where the change declares it first
  record Change(Optional<Manifest.Declared> before, Manifest.Declared after) {}

  /// The organizations, in the order of their names.
  ///
  /// @throws WrongInput with every problem, where something cannot be read
  List<Change> read() {
    return range == null ? ofFolders() : ofCommits(range);
  }

  private List<Change> ofFolders() {
    if (paths.size() != 2) {
      throw new WrongInput(
          "a plan needs two topologies, BEFORE and AFTER; or --git BASE..HEAD and one folder");
    }
    Path before = paths.getFirst();
    Path after = paths.getLast();
    return changes(
        DeclaredTopologies.below(before), DeclaredTopologies.below(after), after.toString());
  }

  private List<Change> ofCommits(String range) {
    if (paths.size() > 1) {
      throw new WrongInput("with --git there is one folder, in two commits");
    }
    Path path = paths.isEmpty() ? Path.of(".") : paths.getFirst();
    GitFolder folder = GitFolder.at(path);
    GitFolder.Range ends = folder.range(range);
    return changes(
        ofCommit(folder, ends.before(), path),
        ends.after()
            .map(commit -> ofCommit(folder, commit, path))
            .orElseGet(() -> DeclaredTopologies.below(path)),
        ends.after().map(PlanInput::shortened).orElse(path.toString()));
  }

  private static List<Manifest.Declared> ofCommit(GitFolder folder, String commit, Path path) {
    String name = shortened(commit);
    return DeclaredTopologies.of(folder.files(commit, name), path + " at " + name);
  }

  private static String shortened(String commit) {
    return commit.substring(0, 10);
  }

  private List<Change> changes(
      List<Manifest.Declared> before, List<Manifest.Declared> after, String where) {
    SortedMap<String, Manifest.Declared> old = byName(before);
    SortedMap<String, Manifest.Declared> young = byName(after);
    if (!organization.isEmpty()
        && !old.containsKey(organization)
        && !young.containsKey(organization)) {
      throw new WrongInput(
          "neither end declares an organization "
              + organization
              + ", only "
              + String.join(", ", young.keySet()));
    }
    old.keySet().stream()
        .filter(this::isWanted)
        .filter(name -> !young.containsKey(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new WrongInput(
                  where
                      + " no longer declares "
                      + name
                      + ": an organization ends by a person's deed, not by a file that is gone");
            });
    return young.entrySet().stream()
        .filter(entry -> isWanted(entry.getKey()))
        .map(entry -> new Change(Optional.ofNullable(old.get(entry.getKey())), entry.getValue()))
        .toList();
  }

  private boolean isWanted(String name) {
    return organization.isEmpty() || organization.equals(name);
  }

  private static SortedMap<String, Manifest.Declared> byName(List<Manifest.Declared> all) {
    SortedMap<String, Manifest.Declared> byName = new TreeMap<>();
    all.forEach(declared -> byName.put(declared.topology().organization(), declared));
    return byName;
  }
}

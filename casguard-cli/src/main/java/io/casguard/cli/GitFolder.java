package io.casguard.cli;

import io.casguard.formats.Limits;
import io.casguard.formats.ManifestFiles;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A folder, or a file, as commits of its repository hold it. Its files are read from the
/// repository's objects into memory: nothing is checked out, and no hook or filter runs.
final class GitFolder {
  private static final String LINK = "120000";
  private static final String SUBMODULE = "160000";

  private final GitCommand git;
  private final Path path;
  private final String inRepository;

  private GitFolder(GitCommand git, Path path, String inRepository) {
    this.git = git;
    this.path = path;
    this.inRepository = inRepository;
  }

  /// The two ends of a change.
  ///
  /// @param after empty where the change is what lies on disk
  record Range(String before, Optional<String> after) {}

  /// A file or a folder of a commit.
  private record Entry(String mode, String id, long size, String name) {}

  /// The folder of a path, which need not be there any more.
  ///
  /// @throws WrongInput where it lies in no repository
  static GitFolder at(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = absolute;
    while (!Files.isDirectory(there)) {
      there = Optional.ofNullable(there.getParent()).orElseThrow(() -> noRepository(path));
    }
    GitCommand git = new GitCommand(there);
    String prefix = git.ask("rev-parse", "--show-prefix").orElseThrow(() -> noRepository(path));
    String rest = there.relativize(absolute).toString().replace('\\', '/');
    return new GitFolder(git, path, (prefix + rest).replaceFirst("/$", ""));
  }

  /// Reads `BASE..HEAD`; `BASE...HEAD`, which begins where the two parted; and `BASE`, which ends
  /// with the files on disk. An end that is left out is `HEAD`.
  ///
  /// @throws WrongInput where an end is no commit
  Range range(String text) {
    int dots = text.indexOf("..");
    if (dots < 0) {
      return new Range(commit(text), Optional.empty());
    }
    boolean parted = text.startsWith("...", dots);
    String before = commit(text.substring(0, dots));
    String after = commit(text.substring(dots + (parted ? 3 : 2)));
    return new Range(parted ? parting(before, after) : before, Optional.of(after));
  }

  /// The manifest's files in a commit, named relative to the folder.
  ///
  /// @param name what people call the commit
  /// @throws WrongInput where the commit has none, or something that is no file
  List<SourceFile> files(String commit, String name) {
    List<Entry> entries =
        entries(commit).stream()
            .filter(entry -> entry.mode().equals(SUBMODULE) || isManifest(entry))
            .toList();
    if (entries.isEmpty()) {
      throw new WrongInput(
          name
              + " has no "
              + path
              + " with *.yaml, *.yml or *.json: name a folder that both ends of the change have");
    }
    entries.forEach(entry -> refuseUnfit(entry, name));
    long size = entries.stream().mapToLong(Entry::size).sum();
    if (size > Limits.DEFAULT.bytes()) {
      throw new WrongInput(
          name + ": " + path + " is larger than the limit of " + Limits.DEFAULT.bytes() + " bytes");
    }
    List<byte[]> blobs = git.blobs(entries.stream().map(Entry::id).toList());
    List<SourceFile> files = new ArrayList<>();
    for (int at = 0; at < blobs.size(); at++) {
      files.add(decoded(relative(entries.get(at)), blobs.get(at), name));
    }
    return files;
  }

  private static SourceFile decoded(String file, byte[] bytes, String name) {
    return switch (SourceFile.decode(file, bytes)) {
      case Parsed.Understood<SourceFile>(SourceFile source) -> source;
      case Parsed.Refused<SourceFile>(String why) ->
          throw new WrongInput(name + ":" + file + ": " + why);
    };
  }

  private List<Entry> entries(String commit) {
    List<String> arguments = new ArrayList<>(List.of("ls-tree", "-r", "-z", "-l", "--full-tree"));
    arguments.add(commit);
    if (!inRepository.isEmpty()) {
      arguments.addAll(List.of("--", inRepository));
    }
    return Arrays.stream(git.tell(arguments.toArray(String[]::new)).split("\0", -1))
        .filter(line -> !line.isEmpty())
        .map(GitFolder::entry)
        .toList();
  }

  /// `<mode> <type> <id> <size>`, a tab, and the name.
  private static Entry entry(String line) {
    int tab = line.indexOf('\t');
    String[] facts = line.substring(0, tab).split(" +", -1);
    long size = facts[3].equals("-") ? 0 : Long.parseLong(facts[3]);
    return new Entry(facts[0], facts[2], size, line.substring(tab + 1));
  }

  private boolean isManifest(Entry entry) {
    return entry.name().equals(inRepository) || ManifestFiles.isManifest(Path.of(relative(entry)));
  }

  private String relative(Entry entry) {
    if (entry.name().equals(inRepository)) {
      return entry.name().substring(entry.name().lastIndexOf('/') + 1);
    }
    return inRepository.isEmpty()
        ? entry.name()
        : entry.name().substring(inRepository.length() + 1);
  }

  private static void refuseUnfit(Entry entry, String name) {
    if (entry.mode().equals(LINK) || entry.mode().equals(SUBMODULE)) {
      throw new WrongInput(
          "%s:%s is a %s, which is never followed: put the files themselves there"
              .formatted(
                  name, entry.name(), entry.mode().equals(LINK) ? "symbolic link" : "submodule"));
    }
  }

  private String commit(String text) {
    String name = text.isEmpty() ? "HEAD" : text;
    return git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
        .orElseThrow(
            () ->
                new WrongInput(
                    name
                        + " is no commit of the repository of "
                        + path
                        + "; in a shallow clone fetch it first (fetch-depth: 0, GIT_DEPTH: 0)"));
  }

  private String parting(String before, String after) {
    return git.ask("merge-base", before, after)
        .orElseThrow(
            () ->
                new WrongInput(
                    "the two ends of the range have no commit in common; in a shallow clone fetch more of it (fetch-depth: 0, GIT_DEPTH: 0)"));
  }

  private static WrongInput noRepository(Path path) {
    return new WrongInput(path + " lies in no Git repository that can be read here");
  }
}

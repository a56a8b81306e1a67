package io.casguard.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A place in a topology: `spec.sites.leeds.servers.LEE-CAS1.owa.externalUrl`.
///
/// Items of a list are named by what identifies them, `spec.users[leeds-staff]`, so that a path
/// survives a moved line. Names are kept as written and compared without case.
public final class Path {
  static final String STRUCTURE = "[]\"\\=";

  /// The document's root, above `metadata` and `spec`.
  public static final Path ROOT = new Path(Optional.empty(), "", false);

  /// The place that all declarations stand under.
  public static final Path SPEC = ROOT.key("spec");

  private final Optional<Path> parent;
  private final String name;
  private final boolean item;

  /// Made when it is first asked for: most paths are only told to people.
  private @Nullable String folded;

  private Path(Optional<Path> parent, String name, boolean item) {
    this.parent = parent;
    this.name = name;
    this.item = item;
  }

  /// Reads a path as [#toString()] writes it.
  public static Parsed<Path> parse(String text) {
    return PathText.parse(text);
  }

  /// The place of a key below this one.
  public Path key(String name) {
    return new Path(Optional.of(this), name, false);
  }

  /// The place of an item of a list, by what identifies it.
  public Path item(String identity) {
    return new Path(Optional.of(this), identity, true);
  }

  /// The place that holds this one; the root holds itself.
  public Path parent() {
    return parent.orElse(this);
  }

  /// True for the place that no other holds.
  public boolean isRoot() {
    return parent.isEmpty();
  }

  /// The last name, without brackets; empty at the root.
  public String name() {
    return name;
  }

  /// The names from below the root to here, without brackets.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path at = this; !at.isRoot(); at = at.parent()) {
      names.add(at.name);
    }
    Collections.reverse(names);
    return List.copyOf(names);
  }

  /// True where the other place is this one or lies below it.
  public boolean contains(Path other) {
    for (Path at = other; !at.isRoot(); at = at.parent()) {
      if (at.equals(this)) {
        return true;
      }
    }
    return isRoot();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Path path && folded().equals(path.folded()));
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  /// The path without case: what fingerprints are made of.
  public String folded() {
    String made = folded;
    if (made == null) {
      made = parent.map(Path::folded).orElse("") + segment(Names.folded(name));
      folded = made;
    }
    return made;
  }

  /// The path as people write it; a name that holds a dot or a bracket stands in `["…"]`.
  @Override
  public String toString() {
    return parent.map(Path::toString).orElse("") + segment(name);
  }

  private String segment(String text) {
    if (parent.isEmpty()) {
      return "";
    }
    if (needsQuotes(text)) {
      return "[\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" + "]";
    }
    return item ? "[" + text + "]" : (parent.get().isRoot() ? "" : ".") + text;
  }

  /// True where a text could be taken for the structure of a path.
  private boolean needsQuotes(String text) {
    if (text.isEmpty()) {
      return !item;
    }
    if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
      return true;
    }
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (STRUCTURE.indexOf(character) >= 0 || (character == '.' && !item)) {
        return true;
      }
    }
    return false;
  }
}

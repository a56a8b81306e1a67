package io.casguard.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A place in a topology: `spec.sites.leeds.servers.LEE-CAS1.owa.externalUrl`.
///
/// Items of a list are named by what identifies them, `spec.users[leeds-staff]`, so that a path survives a moved line. Names are kept as written and compared without case.
///
/// @param segments the names from the document's root; an item of a list is written in brackets
public record Path(List<String> segments) {
  /// The document's root, above `metadata` and `spec`.
  public static final Path ROOT = new Path(List.of());

  /// The place that all declarations stand under.
  public static final Path SPEC = ROOT.key("spec");

  public Path {
    segments = List.copyOf(segments);
  }

  /// The place of a key below this one.
  public Path key(String name) {
    return with(name);
  }

  /// The place of an item of a list, by what identifies it.
  public Path item(String identity) {
    return with("[" + identity + "]");
  }

  /// The place that holds this one; the root holds itself.
  public Path parent() {
    return segments.isEmpty() ? this : new Path(segments.subList(0, segments.size() - 1));
  }

  /// The last name, without brackets; empty at the root.
  public String name() {
    if (segments.isEmpty()) {
      return "";
    }
    String last = segments.getLast();
    return last.startsWith("[") ? last.substring(1, last.length() - 1) : last;
  }

  /// True where the other place is this one or lies below it.
  public boolean contains(Path other) {
    return other.segments.size() >= segments.size()
        && new Path(other.segments.subList(0, segments.size())).equals(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Path path && folded().equals(path.folded());
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  /// The path in lower case: what fingerprints are made of.
  public String folded() {
    return toString().toLowerCase(Locale.ROOT);
  }

  /// The path as people write it; a name that holds a dot or a bracket stands in `["…"]`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String segment : segments) {
      if (segment.startsWith("[")) {
        text.append(segment);
      } else if (segment.indexOf('.') >= 0 || segment.indexOf('[') >= 0) {
        text.append("[\"").append(segment).append("\"]");
      } else {
        text.append(text.isEmpty() ? "" : ".").append(segment);
      }
    }
    return text.toString();
  }

  private Path with(String segment) {
    List<String> longer = new ArrayList<>(segments);
    longer.add(segment);
    return new Path(longer);
  }
}

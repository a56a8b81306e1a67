package io.casguard.formats;

import java.util.List;

/// A YAML document as a tree, with the place of each part.
sealed interface YamlNode {
  /// Where it begins.
  Position at();

  /// A scalar; `plain` where it stood without quotes, so that `null` and numbers can be told from
  /// texts.
  record Scalar(Position at, String text, boolean plain) implements YamlNode {
    /// True for `null`, `~` and nothing at all.
    boolean isNull() {
      return plain
          && switch (text) {
            case "", "~", "null", "Null", "NULL" -> true;
            default -> false;
          };
    }
  }

  /// A list.
  record Sequence(Position at, List<YamlNode> items) implements YamlNode {}

  /// A map, in the order of the text.
  record Mapping(Position at, List<Entry> entries) implements YamlNode {}

  /// A key of a map with its value; `again` where the key stood in the map before, which is
  /// reported.
  record Entry(Position at, String key, YamlNode value, boolean again) {}

  /// What it is, in words: "a list".
  default String title() {
    return switch (this) {
      case Scalar scalar ->
          scalar.isNull() ? "null" : "\"" + Problem.shortened(scalar.text()) + "\"";
      case Sequence _ -> "a list";
      case Mapping _ -> "a map";
    };
  }
}

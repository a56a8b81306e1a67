package io.casguard.reports;

import java.util.List;

/// A page of Markdown that ends before the number of characters that pull requests and tickets
/// take. What has no room is counted.
final class MarkdownCut {
  /// Comments of GitHub take 65,536; fields of ticket systems often 65,535 bytes.
  static final int LIMIT = 65_535;

  private static final int ROOM_FOR_THE_CUT = 200;

  /// A part of the page that is never broken.
  ///
  /// @param violations how many violations it tells
  record Block(String text, int violations) {
    /// A part that tells no violation.
    static Block of(String text) {
      return new Block(text, 0);
    }
  }

  private MarkdownCut() {}

  /// The blocks that there is room for.
  ///
  /// @param command what prints everything: `casguard check`
  static String of(List<Block> blocks, String command) {
    StringBuilder page = new StringBuilder();
    for (int next = 0; next < blocks.size(); next++) {
      String text = blocks.get(next).text();
      boolean isLast = next == blocks.size() - 1;
      if (page.length() + text.length() > LIMIT - (isLast ? 0 : ROOM_FOR_THE_CUT)) {
        return page.append(missing(blocks.subList(next, blocks.size()), command)).toString();
      }
      page.append(text);
    }
    return page.toString();
  }

  private static String missing(List<Block> blocks, String command) {
    int violations = blocks.stream().mapToInt(Block::violations).sum();
    return "\n**There is no room here for "
        + (violations == 0
            ? "the rest"
            : Prose.counted(violations, "more violation", "more violations"))
        + ".** `"
        + command
        + "` prints everything.\n";
  }
}

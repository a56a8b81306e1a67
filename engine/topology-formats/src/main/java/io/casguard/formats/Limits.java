package io.casguard.formats;

/// How large a manifest may be. What is larger is refused with a clear error.
///
/// @param bytes of all files together
/// @param levels of nesting
/// @param aliases in one document
/// @param nodes of one document, where an alias counts as all that it stands for
public record Limits(long bytes, int levels, int aliases, int nodes) {
  /// 64 MiB, 50 levels, 100 aliases, 20 million nodes.
  public static final Limits DEFAULT = new Limits(64L << 20, 50, 100, 20_000_000);
}

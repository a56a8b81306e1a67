package io.casguard.formats;

/// How large a manifest may be. What is larger is refused with a clear error.
///
/// @param bytes of all files together
/// @param levels of nesting
/// @param aliases in one document
/// @param aliasedParts how many parts the aliases of one document may stand for once they are
///   written out
public record Limits(long bytes, int levels, int aliases, int aliasedParts) {
  /// 64 MiB, 50 levels, 100 aliases that stand for 100,000 parts.
  public static final Limits DEFAULT = new Limits(64L << 20, 50, 100, 100_000);
}

package io.casguard.formats.shell;

/// How large exports may be. What is larger is refused with a clear error.
///
/// @param bytes of all files together, archives unpacked
/// @param value characters of one value or one line
/// @param levels of nesting inside a file
/// @param properties of one object
/// @param entries of one archive
/// @param ratio how many bytes one byte of an archive may become
public record ExportLimits(
    long bytes, int value, int levels, int properties, int entries, int ratio) {
  /// 4 GiB, 1 Mi characters, 60 levels, 5,000 properties, 10,000 entries, 200:1.
  public static final ExportLimits DEFAULT =
      new ExportLimits(4L << 30, 1 << 20, 60, 5_000, 10_000, 200);
}

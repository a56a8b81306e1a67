package io.casguard.formats.shell;

import java.io.IOException;
import java.io.InputStream;

/// A file to read: on disk, inside an archive, or in the body of a request.
///
/// @param name what people call it; what was read and what was not points at it
/// @param mustBeRead true where somebody named this very file, so that it is wrong where it is no
///   export; false for a file that merely lies in a folder
public record ExportFile(String name, boolean mustBeRead, Content content) {
  /// Opens the bytes; called once.
  @FunctionalInterface
  public interface Content {
    /// The bytes from the beginning, closed by the reader.
    InputStream open() throws IOException;
  }
}

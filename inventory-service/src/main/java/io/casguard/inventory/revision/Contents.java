package io.casguard.inventory.revision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.casguard.formats.SourceFile;
import java.util.List;

/// A revision with the files that state it.
public record Contents(@JsonUnwrapped Revision revision, List<SourceFile> files) {
  /// Keeps its own copy of the files.
  public Contents {
    files = List.copyOf(files);
  }
}

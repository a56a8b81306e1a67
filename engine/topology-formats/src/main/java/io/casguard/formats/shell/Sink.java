package io.casguard.formats.shell;

import io.casguard.formats.Problem;

/// Who takes what is read, object by object, so that no export need fit into memory.
public interface Sink {
  /// An object was read.
  void object(ShellObject object);

  /// A part of a file was passed over, and the rest was read.
  void passedOver(Problem what);
}

package io.casguard.topology;

/// A constant that people write: its spelling in manifests, reports and the command line.
public interface Word {
  /// The spelling, compared without case.
  String word();
}

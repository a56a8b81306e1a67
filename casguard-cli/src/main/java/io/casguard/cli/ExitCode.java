package io.casguard.cli;

/// The exit codes of every command.
final class ExitCode {
  /// Fine.
  static final int FINE = 0;

  /// The answer is no.
  static final int NO = 1;

  /// The input or the call is wrong.
  static final int WRONG_INPUT = 2;

  /// casguard itself failed.
  static final int FAILED = 3;

  private ExitCode() {}
}

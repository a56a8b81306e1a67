package io.casguard.accesspaths;

/// Whether RPC passes on the way to the mailbox server: a column of every table that ends in it.
sealed interface Rpc {
  /// Nothing is stated to stop it.
  record Passes() implements Rpc {}

  /// The site links say that it does not.
  record Stopped() implements Rpc {}

  static Rpc stopped(boolean stopped) {
    return stopped ? new Stopped() : new Passes();
  }
}

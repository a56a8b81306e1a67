package io.casguard.accesspaths;

/// A service of a 2003 back end that a 2007 server goes on to.
sealed interface BackEndService {
  record Running() implements BackEndService {}

  record Off() implements BackEndService {}

  static BackEndService running(boolean running) {
    return running ? new Running() : new Off();
  }
}

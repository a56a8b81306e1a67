package io.casguard.accesspaths;

import io.casguard.topology.Protocol;

/// The answer to a request: an access path, or a clear word that casguard has no procedure for it.
/// Never a guess.
public sealed interface Simulation
    permits AccessPath, Simulation.UnsupportedProtocol, Simulation.UnsupportedEntry {
  /// No procedure is written for this protocol yet.
  record UnsupportedProtocol(Protocol protocol) implements Simulation {
    /// The sentence for people.
    public String message() {
      return protocol.title() + " is not simulated yet";
    }
  }

  /// The request arrives at something that no procedure describes, such as an Exchange 2003 server.
  ///
  /// @param request what was asked
  /// @param why the sentence for people
  record UnsupportedEntry(Request request, String why) implements Simulation {}
}

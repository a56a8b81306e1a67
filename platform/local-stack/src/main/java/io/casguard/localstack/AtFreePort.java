package io.casguard.localstack;

import java.io.IOException;

/// Starts a server at the port that is wanted or, where somebody else listens there, at the next
/// free one.
///
/// Nobody can reserve a port for a process that is yet to start, so a start may fail because
/// somebody was faster.
final class AtFreePort {
  private AtFreePort() {}

  static <S> S start(int wanted, Starter<S> starter) throws IOException, InterruptedException {
    int port = FreePort.from(wanted);
    while (true) {
      try {
        return starter.startAt(port);
      } catch (PartFailed failure) {
        if (!FreePort.isListenedOn(port)) {
          throw failure;
        }
        port = FreePort.from(port + 1);
      }
    }
  }

  /// One try.
  interface Starter<S> {
    S startAt(int port) throws IOException, InterruptedException;
  }
}

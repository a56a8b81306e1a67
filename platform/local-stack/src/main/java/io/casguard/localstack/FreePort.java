package io.casguard.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A port of the loopback address that nobody listened on when it was asked for.
final class FreePort {
  private static final int ANY = 0;

  private FreePort() {}

  static int any() throws IOException {
    try (var socket = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  /// The wanted port, or the next free one above it; any port where 0 is wanted.
  static int from(int wanted) throws IOException {
    if (wanted == ANY) {
      return any();
    }
    for (int port = wanted; port <= 65_535; port++) {
      if (isFree(port)) {
        return port;
      }
    }
    throw new IOException("no port is free from " + wanted + " on");
  }
}

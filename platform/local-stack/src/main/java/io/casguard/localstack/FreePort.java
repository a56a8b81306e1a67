package io.casguard.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// A port of the loopback address that nobody listened on when it was asked for.
final class FreePort {
  /// A wish that every port fulfils.
  static final int ANY = 0;

  private FreePort() {}

  static int any() throws IOException {
    try (var socket = new ServerSocket(ANY, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Asks without taking the port, so that whoever is about to listen is not disturbed.
  static boolean isListenedOn(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean isFree(int port) {
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

package io.casguard.localstack;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A service that the stack runs as a process of its own.
///
/// The process is given a standard input that ends with the launcher, and should leave then.
///
/// @param name also that of its log
/// @param port the wanted port; the next free one is taken where it is not to be had
/// @param managementPort the wanted port of its health; the same as `port` where it has no other
/// @param readyPath asked at the management port, and answered with 200 once the service can do its
///   job
/// @param command the program and its arguments
/// @param environment what it is told, once all addresses are known
public record ServicePart(
    String name,
    int port,
    int managementPort,
    String readyPath,
    List<String> command,
    Function<Addresses, Map<String, String>> environment) {
  /// Keeps its own copy of the command.
  public ServicePart {
    command = List.copyOf(command);
  }
}

package io.casguard.localstack;

import java.net.URI;
import java.util.Map;

/// Where the parts of one running stack are, for the environment of its services.
///
/// @param ports the ports of the services, by name
/// @param managementPorts the ports of their health, by name
public record Addresses(
    EmbeddedPostgres postgres,
    String kafkaBootstrapServers,
    Map<String, Integer> ports,
    Map<String, Integer> managementPorts) {
  /// Keeps its own copies of the ports.
  public Addresses {
    ports = Map.copyOf(ports);
    managementPorts = Map.copyOf(managementPorts);
  }

  /// Where a service answers its users.
  public URI service(String name) {
    return loopback(port(name));
  }

  /// The port at which a service answers its users.
  public int port(String name) {
    return known(ports, name);
  }

  /// The port at which a service answers questions about its health.
  public int managementPort(String name) {
    return known(managementPorts, name);
  }

  URI readiness(ServicePart service) {
    return loopback(managementPort(service.name())).resolve(service.readyPath());
  }

  private static URI loopback(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int known(Map<String, Integer> ports, String name) {
    Integer port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException("no service is called " + name);
    }
    return port;
  }
}

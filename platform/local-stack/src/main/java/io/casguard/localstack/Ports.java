package io.casguard.localstack;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives each service the ports that it wants, or the next ones above that are free and wanted by
/// nobody else.
final class Ports {
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, Integer> managementPorts = new HashMap<>();
  private final Set<Integer> spokenFor = new HashSet<>();

  private Ports() {}

  static Ports forAll(List<ServicePart> services) throws IOException {
    var ports = new Ports();
    for (ServicePart service : services) {
      ports.spokenFor.add(service.port());
      ports.spokenFor.add(service.managementPort());
    }
    for (ServicePart service : services) {
      int port = ports.nextFree(service.port());
      ports.ports.put(service.name(), port);
      ports.managementPorts.put(
          service.name(),
          service.managementPort() == service.port()
              ? port
              : ports.nextFree(service.managementPort()));
    }
    return ports;
  }

  Map<String, Integer> ports() {
    return ports;
  }

  Map<String, Integer> managementPorts() {
    return managementPorts;
  }

  private int nextFree(int wanted) throws IOException {
    int port = FreePort.from(wanted);
    while (port != wanted && !spokenFor.add(port)) {
      port = FreePort.from(port + 1);
    }
    return port;
  }
}

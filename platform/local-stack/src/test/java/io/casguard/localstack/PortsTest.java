package io.casguard.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aFreePortIsGivenAsWanted() throws Exception {
    // Given
    int free = FreePort.any();

    // When
    Ports ports = Ports.forAll(List.of(service("rules", free)));

    // Then
    assertThat(ports.ports()).isEqualTo(Map.of("rules", free));
    assertThat(ports.managementPorts()).isEqualTo(Map.of("rules", free));
  }

  @Test
  void whoFindsItsPortTakenGetsOneThatNobodyElseWants() throws Exception {
    // Given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      // When
      Ports ports = Ports.forAll(List.of(service("inventory", port), service("rules", port + 1)));

      // Then
      assertThat(ports.ports().get("inventory")).isGreaterThan(port + 1);
      assertThat(ports.ports().get("rules")).isNotEqualTo(ports.ports().get("inventory"));
    }
  }

  private static ServicePart service(String name, int port) {
    return new ServicePart(name, port, port, "/ready", List.of("true"), _ -> Map.of());
  }
}

package io.casguard.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class AtFreePortTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void whoLosesItsPortWhileStartingTriesTheNextOne() throws Exception {
    // Given
    int wanted = FreePort.any();
    try (var faster = new ServerSocket()) {

      // When
      int port =
          AtFreePort.start(
              wanted,
              tried -> {
                if (tried == wanted) {
                  faster.bind(new InetSocketAddress(LOOPBACK, wanted));
                  throw new PartFailed("Address already in use");
                }
                return tried;
              });

      // Then
      assertThat(port).isGreaterThan(wanted);
    }
  }

  @Test
  void anotherFailureIsFinal() {
    // Given
    AtFreePort.Starter<Integer> broken =
        _ -> {
          throw new PartFailed("no space left on device");
        };

    // When // Then
    assertThatThrownBy(() -> AtFreePort.start(FreePort.ANY, broken))
        .isInstanceOf(PartFailed.class)
        .hasMessage("no space left on device");
  }
}

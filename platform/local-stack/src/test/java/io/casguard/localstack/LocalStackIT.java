package io.casguard.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.casguard.localstack.LocalStack.Start;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalStackIT {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream told = new PrintStream(written, true, StandardCharsets.UTF_8);
  private OpenTempFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new OpenTempFolder();
  }

  @AfterEach
  void deleteFolder() throws IOException {
    folder.close();
  }

  @Test
  void eachPartIsToldAndASecondStackLearnsWhoHoldsTheFolder() throws Exception {
    // Given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LocalStack first =
            up(plan(false, DummyService.part("rules-service", "obedient", taken.getLocalPort())))) {
      String address = first.addresses().service("rules-service").toString();

      // When
      Start second = LocalStack.start(plan(false), told);

      // Then
      assertThat(told())
          .containsPattern("PostgreSQL +postgresql://127.0.0.1:\\d+ +pid \\d+ +\\d+\\.\\d s")
          .containsPattern("Kafka +kafka://127.0.0.1:\\d+ +pid \\d+ +\\d+\\.\\d s")
          .containsPattern("rules-service +" + address + " +pid \\d+ +\\d+\\.\\d s")
          .contains("(" + taken.getLocalPort() + " is taken)");
      assertThat(second)
          .asInstanceOf(type(Start.Held.class))
          .extracting(Start.Held::told)
          .asString()
          .contains(folder.path() + " is in use by process " + ProcessHandle.current().pid())
          .endsWith(", at " + address);
    }
  }

  @Test
  void aServiceThatDoesNotStartIsToldWithItsLastLinesAndNoPartIsLeft() throws Exception {
    // When
    Start start =
        LocalStack.start(
            plan(
                false,
                DummyService.part("rules-service", "broken"),
                DummyService.part("inventory-service", "obedient")),
            told);

    // Then
    assertThat(start).isInstanceOf(Start.Failed.class);
    assertThat(told())
        .contains("rules-service ended with exit code 1")
        .contains("the service has no licence to start");
    assertThat(new RunningFile(folder.path()).alive()).isEmpty();
  }

  @Test
  void aServiceThatEndsByItselfIsMissedAndCanBeStartedAnew() throws Exception {
    // Given
    try (LocalStack stack = up(plan(false, DummyService.part("rules-service", "obedient")))) {
      ProcessHandle first = stack.process("rules-service");

      // When
      first.destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> told().contains("rules-service ended by itself with exit code 137"));
      stack.restart("rules-service");

      // Then
      assertThat(told()).contains("go on without rules-service");
      assertThat(stack.process("rules-service").isAlive()).isTrue();
      assertThat(stack.process("rules-service").pid()).isNotEqualTo(first.pid());
    }
  }

  @Test
  void aFreshStackForgetsTheData() throws Exception {
    // Given
    String first = passwordOf(up(plan(false)));

    // When
    String fresh = passwordOf(up(plan(true)));

    // Then
    assertThat(fresh).isNotEqualTo(first);
  }

  /// It is made with the data, and forgotten with them.
  private static String passwordOf(LocalStack stack) throws IOException {
    try (stack) {
      return stack.addresses().postgres().password();
    }
  }

  private LocalStack up(StackPlan plan) throws Exception {
    Start start = LocalStack.start(plan, told);
    assertThat(start).as(this::told).isInstanceOf(Start.Up.class);
    return ((Start.Up) start).stack();
  }

  private StackPlan plan(boolean fresh, ServicePart... services) {
    return new StackPlan(
        folder.path(),
        fresh,
        List.of("rules"),
        List.of(new Topic("casguard.topology-changes", 3)),
        List.of(services));
  }

  private String told() {
    return written.toString(StandardCharsets.UTF_8);
  }
}

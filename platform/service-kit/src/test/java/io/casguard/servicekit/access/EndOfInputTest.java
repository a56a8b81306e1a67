package io.casguard.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndOfInputTest {
  @Test
  void theEndOfTheInputIsTheEndOfTheService() throws IOException, InterruptedException {
    // Given
    var ended = new CountDownLatch(1);
    var launcher = new PipedOutputStream();
    var input = new PipedInputStream(launcher);
    Thread.ofVirtual().start(() -> EndOfInput.await(input, ended::countDown));
    launcher.write('\n');

    // When
    launcher.close();

    // Then
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }
}

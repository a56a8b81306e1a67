package io.casguard.servicekit.access;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a service in local mode when its standard input ends, as it does when its launcher is gone,
/// however that went.
@Singleton
final class EndOfInput {
  private static final Logger LOG = LoggerFactory.getLogger(EndOfInput.class);

  private final AccessConfig config;

  EndOfInput(AccessConfig config) {
    this.config = config;
  }

  void watch(@Observes StartupEvent event) {
    if (config.local() && LaunchMode.current() == LaunchMode.NORMAL) {
      Thread.ofPlatform()
          .daemon()
          .name("end-of-input")
          .start(() -> await(System.in, Quarkus::asyncExit));
    }
  }

  /// Calls `then` when the input has ended or cannot be read any more.
  static void await(InputStream input, Runnable then) {
    try {
      input.transferTo(OutputStream.nullOutputStream());
      LOG.info("The standard input ended, and with it the service");
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("The standard input broke, and with it the service");
    }
    then.run();
  }
}

package io.casguard.benchmarks;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Looks again and again how much memory a process and all that it started have.
final class PeakWatch implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 500;

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("peak-watch").unstarted(task));
  private final AtomicLong peak = new AtomicLong();

  PeakWatch(ProcessHandle process) {
    var _ =
        watch.scheduleWithFixedDelay(
            () -> peak.accumulateAndGet(Memory.resident(process), Math::max),
            0,
            BETWEEN_LOOKS_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  /// The most that was seen so far, in KiB.
  long peak() {
    return peak.get();
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}

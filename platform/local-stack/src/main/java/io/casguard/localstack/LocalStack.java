package io.casguard.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// PostgreSQL, Kafka and services, running on this machine until this program ends or closes it.
///
/// One line tells of each part that it runs, or why it does not. Services are stopped first, then
/// Kafka, then PostgreSQL; where this program is killed, its watcher stops what does not leave by
/// itself.
public final class LocalStack implements AutoCloseable {
  private final Launch launch;
  private final Addresses addresses;
  private final RunningParts parts;
  private final FolderLock lock;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private LocalStack(Launch launch, Addresses addresses, RunningParts parts, FolderLock lock) {
    this.launch = launch;
    this.addresses = addresses;
    this.parts = parts;
    this.lock = lock;
  }

  /// What came of the wish to start a stack.
  public sealed interface Start {
    /// Every part answers.
    record Up(LocalStack stack) implements Start {}

    /// Another stack uses the folder; nothing was started.
    record Held(Path folder, Optional<Holder> by) implements Start {
      /// Whom to ask, in one sentence.
      public String told() {
        return folder + " is in use" + by.map(holder -> " by " + holder.told()).orElse("");
      }
    }

    /// A part did not start; the others were stopped again. The reason has been told.
    record Failed(String why) implements Start {}
  }

  /// Starts all parts and waits until they answer.
  public static Start start(StackPlan plan, PrintStream told)
      throws IOException, InterruptedException {
    var file = new RunningFile(plan.folder());
    FolderLock lock = FolderLock.take(plan.folder()).orElse(null);
    if (lock == null) {
      return new Start.Held(plan.folder(), file.holder());
    }
    Ports ports = Ports.forAll(plan.services());
    var parts = new RunningParts(told, file, thisProgram(plan, ports));
    parts.stopWithThisProgram();
    var launch = new Launch(plan, ports, parts, file, told);
    try {
      return new Start.Up(new LocalStack(launch, launch.run(), parts, lock));
    } catch (IOException failure) {
      parts.tellFailure(failure);
      stop(parts, lock);
      return new Start.Failed(String.valueOf(failure.getMessage()));
    } catch (InterruptedException hurry) {
      stop(parts, lock);
      throw hurry;
    }
  }

  /// Where the parts are.
  public Addresses addresses() {
    return addresses;
  }

  /// The process of a part, for those who want to see it fail.
  public ProcessHandle process(String part) {
    return parts.process(part).handle();
  }

  /// Starts a service anew at its old address; its old process ends first.
  public void restart(String service) throws IOException, InterruptedException {
    launch.again(service, addresses);
  }

  /// Waits until somebody closes the stack.
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  @Override
  public void close() throws IOException {
    stop(parts, lock);
    stopped.countDown();
  }

  private static void stop(RunningParts parts, FolderLock lock) throws IOException {
    try (lock) {
      parts.stopAll();
    }
  }

  private static Holder thisProgram(StackPlan plan, Ports ports) {
    String address =
        plan.services().stream()
            .findFirst()
            .map(first -> "http://127.0.0.1:" + ports.ports().get(first.name()))
            .orElse("");
    return new Holder(
        ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS), address);
  }
}

package io.casguard.inventory;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;

/// Where work that costs CPU time is done: aside of the event loop, and no more of it at once than
/// there are processors.
///
/// The work must not touch a session. What follows it is back on the caller's context, where
/// sessions may be opened.
@Singleton
public final class Workbench {
  private final WorkerExecutor workers;

  Workbench(Vertx vertx) {
    workers =
        vertx.createSharedWorkerExecutor("topologies", Runtime.getRuntime().availableProcessors());
  }

  /// What the work returns, or the failure it ends with.
  public <T> Uni<T> compute(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage());
  }
}

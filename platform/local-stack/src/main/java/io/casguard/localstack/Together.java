package io.casguard.localstack;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/// Work that is done at the same time, and given up together at the first failure.
final class Together {
  private Together() {}

  static void run(List<? extends Callable<?>> work) throws IOException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var finished = new ExecutorCompletionService<Object>(threads);
      work.forEach(each -> finished.submit(each::call));
      try {
        for (int left = work.size(); left > 0; left--) {
          finished.take().get();
        }
      } catch (ExecutionException failure) {
        throw failure.getCause() instanceof IOException cause
            ? cause
            : new IOException(failure.getCause());
      } finally {
        threads.shutdownNow();
      }
    }
  }
}

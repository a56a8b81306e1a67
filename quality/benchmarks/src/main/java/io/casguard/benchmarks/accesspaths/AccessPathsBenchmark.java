package io.casguard.benchmarks.accesspaths;

import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.MatrixDifference;
import io.casguard.topology.Organization;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The access paths of every user class before and after a change, and the difference: once by the
/// product, once by the floor.
@NullUnmarked // JMH fills the fields before a benchmark runs
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AccessPathsBenchmark {
  /// Organizations before and after a change.
  @State(Scope.Benchmark)
  public static class Ours {
    @Param("500")
    public int servers;

    @Param({"15", "1500"})
    public int people;

    private Organization before;
    private Organization after;

    /// Makes them.
    @Setup
    public void make() {
      before = Organization.of(Services.topology(servers, people));
      after = Organization.of(Services.changed(before.topology()));
    }
  }

  /// The table of all outcomes.
  @State(Scope.Benchmark)
  public static class Precomputed {
    @Param("500")
    public int servers;

    private OutcomeTable table;

    /// Makes it, by the product.
    @Setup
    public void make() {
      Organization before = Organization.of(Services.topology(servers, 1500));
      Organization after = Organization.of(Services.changed(before.topology()));
      table = OutcomeTable.of(Matrix.of(before), Matrix.of(after));
    }
  }

  /// The product: decides each path anew, with its trail and remarks.
  @Benchmark
  public MatrixDifference paths(Ours ours) {
    return MatrixDifference.between(Matrix.of(ours.before), Matrix.of(ours.after));
  }

  /// Looks every path up.
  @Benchmark
  public int[][] floor(Precomputed precomputed) {
    return precomputed.table.difference();
  }
}

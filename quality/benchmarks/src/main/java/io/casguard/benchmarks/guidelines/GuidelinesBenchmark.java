package io.casguard.benchmarks.guidelines;

import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Findings;
import io.casguard.topology.Organization;
import java.util.List;
import java.util.Set;
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

/// One evaluation of the ten guidelines over an organization that stands ready, by each side.
@NullUnmarked // JMH fills the fields before a benchmark runs
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GuidelinesBenchmark {
  /// Those of both founding texts that a checker can decide by one look at a topology and that
  /// every side is asked.
  static final Set<String> TEN =
      Set.of(
          "CAP-101", "CAP-102", "CAP-103", "CAP-104", "CAP-106", "CAP-107", "CAP-109", "CAP-202",
          "CAP-204", "CAP-210");

  /// An organization of the product.
  @State(Scope.Benchmark)
  public static class Ours {
    @Param({"10", "100", "1000", "10000"})
    public int servers;

    private Organization organization;

    /// Makes it.
    @Setup
    public void make() {
      organization = Stated.organization(Estates.of(servers));
    }
  }

  /// An organization as plain records.
  @State(Scope.Benchmark)
  public static class Plain {
    @Param({"10", "100", "1000", "10000"})
    public int servers;

    private Estate estate;

    /// Makes it.
    @Setup
    public void make() {
      estate = Estates.of(servers);
    }
  }

  /// An organization as facts, beside the compiled rules.
  @State(Scope.Benchmark)
  public static class Facts {
    @Param({"10", "100", "1000", "10000"})
    public int servers;

    private DroolsGuidelines drools;

    /// Makes it.
    @Setup
    public void make() {
      drools = DroolsGuidelines.over(Estates.of(servers));
    }
  }

  /// The product: verdicts on every place, with words, remedies, counts of people and precedence.
  @Benchmark
  public Findings catalog(Ours ours) {
    return Catalog.check(ours.organization, TEN);
  }

  /// Plain loops.
  @Benchmark
  public List<Estate.Found> floor(Plain plain) {
    return PlainGuidelines.check(plain.estate);
  }

  /// Drools.
  @Benchmark
  public List<Estate.Found> drools(Facts facts) {
    return facts.drools.check();
  }
}

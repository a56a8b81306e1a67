package io.casguard.benchmarks.accesspaths;

import io.casguard.accesspaths.Matrix;
import io.casguard.benchmarks.Machine;
import io.casguard.topology.Organization;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures the access paths of 100 sites with 300 Client Access servers and prints the figures.
/// Times are never asserted.
public final class AccessPathsReport {
  private static final int SERVERS = 500;
  private static final double MICROS_IN_MILLI = 1_000;

  private AccessPathsReport() {}

  /// Measures; with `short` as its argument just enough to see that it runs.
  public static void main(String[] arguments) throws IOException, RunnerException {
    PrintStream out = System.out;
    boolean brief = Arrays.asList(arguments).contains("short");
    out.println("before: " + Machine.told());
    Matrix matrix = Matrix.of(Organization.of(Services.topology(SERVERS, 1500)));
    long protocols =
        matrix.rows().stream().map(row -> row.userClass().protocol()).distinct().count();
    out.printf(Locale.ROOT, "%,d user classes of %d protocols%n", matrix.rows().size(), protocols);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(AccessPathsBenchmark.class.getName())
                    .forks(brief ? 1 : 5)
                    .warmupIterations(brief ? 2 : 8)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(brief ? 2 : 5)
                    .measurementTime(TimeValue.seconds(1))
                    .jvmArgsAppend("-Xmx2g")
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    double floor = median(results, "floor", "1500");
    double few = median(results, "paths", "15");
    double many = median(results, "paths", "1500");
    out.printf(
        Locale.ROOT,
        "floor %.3f ms; paths before, after and difference %.1f ms; ratio %.0f%n",
        floor / MICROS_IN_MILLI,
        many / MICROS_IN_MILLI,
        many / floor);
    out.printf(
        Locale.ROOT,
        "%,d people %.1f ms, %,d people %.1f ms: ratio %.2f%n",
        people(matrix) / 100,
        few / MICROS_IN_MILLI,
        people(matrix),
        many / MICROS_IN_MILLI,
        many / few);
    out.println("after: " + Machine.told());
  }

  private static long people(Matrix matrix) {
    return matrix.rows().stream().map(row -> row.userClass().mailbox().name()).distinct().count()
        * 1500;
  }

  private static double median(Collection<RunResult> results, String side, String people) {
    double[] scores =
        results.stream()
            .filter(result -> result.getParams().getBenchmark().endsWith("." + side))
            .filter(
                result ->
                    side.equals("floor") || people.equals(result.getParams().getParam("people")))
            .flatMap(result -> result.getBenchmarkResults().stream())
            .mapToDouble(result -> result.getPrimaryResult().getScore())
            .sorted()
            .toArray();
    return scores[scores.length / 2];
  }
}

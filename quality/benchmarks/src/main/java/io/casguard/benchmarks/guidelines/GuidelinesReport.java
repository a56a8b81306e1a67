package io.casguard.benchmarks.guidelines;

import io.casguard.benchmarks.Machine;
import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Violation;
import io.casguard.topology.Organization;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Measures the guidelines' engine and prints the figures: against the floor and Drools, its growth
/// by guideline, and its memory. Times are never asserted; that all sides find the same is.
public final class GuidelinesReport {
  private static final List<String> SIDES = List.of("floor", "catalog", "drools");
  private static final int SMALL = 1_000;
  private static final int LARGE = 10_000;
  private static final double MICROS_IN_MILLI = 1_000;

  /// How much is measured.
  ///
  /// @param sizes of the organizations, in servers
  /// @param rounds in which each side runs once in a process of its own
  /// @param iterations of a second, as many before as counted
  /// @param pairs of a small and a large organization for the growth of each guideline
  private record Effort(List<Integer> sizes, int rounds, int iterations, int pairs) {
    static final Effort SHORT = new Effort(List.of(10, SMALL), 1, 1, 3);
    static final Effort WHOLE = new Effort(List.of(10, 100, SMALL, LARGE), 5, 2, 9);
  }

  private final Effort effort;
  private final PrintStream out;

  private GuidelinesReport(Effort effort, PrintStream out) {
    this.effort = effort;
    this.out = out;
  }

  /// Measures all of it; with `short` as its argument just enough to see that it runs.
  public static void main(String[] arguments) throws IOException, RunnerException {
    boolean brief = Arrays.asList(arguments).contains("short");
    var report = new GuidelinesReport(brief ? Effort.SHORT : Effort.WHOLE, System.out);
    report.out.println("before: " + Machine.told());
    report.compareFindings();
    report.growth();
    report.memory();
    report.beside();
    report.out.println("after: " + Machine.told());
  }

  private void compareFindings() {
    for (int servers : List.of(10, 100, SMALL, LARGE)) {
      Estate estate = Estates.of(servers);
      Set<String> floor = told(PlainGuidelines.check(estate).stream());
      demandSame(servers, "the catalog", floor, told(ours(estate)));
      demandSame(servers, "Drools", floor, told(DroolsGuidelines.over(estate).check().stream()));
      out.printf(
          Locale.ROOT,
          "%,7d servers: each side finds the same %,d violations of %s%n",
          servers,
          floor.size(),
          floor.stream().map(line -> line.substring(0, 7)).distinct().sorted().toList());
    }
  }

  private static Stream<Estate.Found> ours(Estate estate) {
    return Catalog.check(Stated.organization(estate), GuidelinesBenchmark.TEN).violations().stream()
        .map((Violation it) -> new Estate.Found(it.guideline(), it.place().toString()));
  }

  private static Set<String> told(Stream<Estate.Found> found) {
    return found.map(it -> it.guideline() + " " + it.at()).collect(Collectors.toSet());
  }

  private static void demandSame(
      int servers, String side, Set<String> expected, Set<String> found) {
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          servers
              + " servers: "
              + side
              + " differs from the floor; only there: "
              + minus(found, expected)
              + "; only in the floor: "
              + minus(expected, found));
    }
  }

  private static List<String> minus(Set<String> all, Set<String> without) {
    return all.stream().filter(line -> !without.contains(line)).sorted().limit(10).toList();
  }

  /// Each side in turn, round by round, each time in a fresh process.
  private void beside() throws RunnerException {
    Map<String, List<Double>> times = new HashMap<>();
    for (int round = 0; round < effort.rounds(); round++) {
      for (int servers : effort.sizes()) {
        for (String side : SIDES) {
          times.computeIfAbsent(side + servers, _ -> new ArrayList<>()).add(micros(side, servers));
        }
      }
    }
    out.printf(
        "%n%7s %12s %12s %12s %16s %16s%n",
        "servers", "floor", "catalog", "drools", "catalog / floor", "catalog / drools");
    for (int servers : effort.sizes()) {
      double floor = median(times.getOrDefault("floor" + servers, List.of()));
      double catalog = median(times.getOrDefault("catalog" + servers, List.of()));
      double drools = median(times.getOrDefault("drools" + servers, List.of()));
      out.printf(
          Locale.ROOT,
          "%,7d %9.3f ms %9.3f ms %9.3f ms %16.2f %16.3f%n",
          servers,
          floor / MICROS_IN_MILLI,
          catalog / MICROS_IN_MILLI,
          drools / MICROS_IN_MILLI,
          catalog / floor,
          catalog / drools);
    }
    out.println("goals: catalog / floor at most 3, catalog / drools at most 0.125");
  }

  private double micros(String side, int servers) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + GuidelinesBenchmark.class.getName() + "\\." + side + "$")
            .param("servers", Integer.toString(servers))
            .forks(1)
            .jvmArgsAppend("-Xms1g", "-Xmx1g")
            .warmupIterations(effort.iterations() * 2)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(effort.iterations())
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
  }

  /// Every guideline alone over 1,000 and 10,000 servers in turn, then all of them.
  private void growth() {
    Organization small = Stated.organization(Estates.of(SMALL));
    Organization large = Stated.organization(Estates.of(LARGE));
    out.printf("%n%-10s %12s %12s %8s%n", "guideline", "1,000", "10,000", "growth");
    Catalog.guidelines().stream()
        .map(Guideline::number)
        .map(number -> grown(number, Set.of(number), small, large))
        .sorted(Comparator.comparingDouble(Growth::factor).reversed())
        .forEach(this::tell);
    tell(
        grown(
            "all",
            Catalog.guidelines().stream().map(Guideline::number).collect(Collectors.toSet()),
            small,
            large));
    out.println("goals: each and all at most 25; all over 1,000 servers at most 10 ms");
  }

  private record Growth(String guideline, double small, double large) {
    double factor() {
      return large / small;
    }
  }

  private void tell(Growth growth) {
    out.printf(
        Locale.ROOT,
        "%-10s %9.3f ms %9.3f ms %8.1f%n",
        growth.guideline(),
        growth.small(),
        growth.large(),
        growth.factor());
  }

  private Growth grown(String name, Set<String> numbers, Organization small, Organization large) {
    List<Double> smalls = new ArrayList<>();
    List<Double> larges = new ArrayList<>();
    for (int pair = 0; pair < effort.pairs() * 2; pair++) {
      double one = millis(numbers, small, 10);
      double other = millis(numbers, large, 1);
      if (pair >= effort.pairs()) {
        smalls.add(one);
        larges.add(other);
      }
    }
    return new Growth(name, median(smalls), median(larges));
  }

  private static double millis(Set<String> numbers, Organization organization, int times) {
    int verdicts = 0;
    long begun = System.nanoTime();
    for (int time = 0; time < times; time++) {
      verdicts += Catalog.check(organization, numbers).verdicts().size();
    }
    long taken = System.nanoTime() - begun;
    if (verdicts < 0) {
      throw new IllegalStateException("no such number of verdicts");
    }
    return (double) taken / times / TimeUnit.MILLISECONDS.toNanos(1);
  }

  private void memory() {
    Estate estate = Estates.of(LARGE);
    long before = used();
    Organization organization = Stated.organization(estate);
    long model = used() - before;
    var ten = Catalog.check(organization, GuidelinesBenchmark.TEN);
    long withTen = used() - before;
    var all = Catalog.check(organization);
    long withAll = used() - before - (withTen - model);
    out.printf(
        Locale.ROOT,
        "%n%,d servers: organization %.1f MB; with the %,d verdicts of the ten %.1f MB, %.2f times;"
            + " with the %,d of all %.1f MB, %.2f times; goal: at most 3%n",
        LARGE,
        megabytes(model),
        ten.verdicts().size(),
        megabytes(withTen),
        (double) withTen / model,
        all.verdicts().size(),
        megabytes(withAll),
        (double) withAll / model);
    if (organization.sites().size() != estate.sites().size()) {
      throw new IllegalStateException("sites got lost");
    }
  }

  private static double megabytes(long bytes) {
    return bytes / 1_000_000.0;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int time = 0; time < 5; time++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }
}

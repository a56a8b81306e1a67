package io.casguard.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.ManifestWriter;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Organization;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Prints how long manifests of growing organizations take to read; asserts no time. Its name keeps
/// it out of the build: `-Dtest=ReadingTimes` runs it.
class ReadingTimes {
  private static final int ATTEMPTS = 5;

  @ParameterizedTest
  @ValueSource(ints = {100, 1_250, 2_500, 5_000, 10_000, 20_000})
  void aManifestIsRead(int servers) {
    // Given
    String manifest = ManifestWriter.write(Topologies.organization(1, servers));
    List<SourceFile> files = List.of(new SourceFile("example.yaml", manifest));

    // When
    Duration best = Duration.ofDays(1);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long start = System.nanoTime();
      Manifest.Reading reading = Manifest.read(files);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      best = took.compareTo(best) < 0 ? took : best;
      assertThat(serversOf(reading)).isEqualTo(servers);
    }

    // Then
    System.out.printf(
        Locale.ROOT,
        "%,7d servers  %,11d characters  %,6d ms  %.3f ms a server%n",
        servers,
        manifest.length(),
        best.toMillis(),
        best.toNanos() / 1e6 / servers);
  }

  private static int serversOf(Manifest.Reading reading) {
    return switch (reading) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) ->
          Organization.of(all.getFirst().topology()).servers().size();
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}

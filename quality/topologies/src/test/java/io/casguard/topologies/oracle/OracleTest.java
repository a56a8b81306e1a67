package io.casguard.topologies.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulator;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Decides the same requests twice, by the simulator and by a reading of the specification that
/// shares nothing with it, on random organizations.
///
/// `-Doracle.topologies=100000` tries more of them, `-Doracle.first=5000` others; the profile
/// `oracle` a million.
class OracleTest {
  private static final long FIRST = Long.getLong("oracle.first", 0);
  private static final long TOPOLOGIES = Long.getLong("oracle.topologies", 3000);

  /// Enough organizations for the rarest of what is demanded to occur.
  private static final long ENOUGH = 3000;

  private final Map<String, String> disagreements = new ConcurrentHashMap<>();
  private final Set<KnownDisagreement> known = ConcurrentHashMap.newKeySet();
  private final Set<String> decided = new ConcurrentSkipListSet<>();
  private final LongAdder compared = new LongAdder();
  private final LongAdder open = new LongAdder();

  @Test
  void theSimulatorSaysWhatTheSpecificationSays() {
    // When
    LongStream.range(FIRST, FIRST + TOPOLOGIES).parallel().forEach(this::compare);

    // Then
    assertThat(disagreements.values()).isEmpty();
    assertThat(compared.sum()).isGreaterThan(2 * open.sum());
    if (TOPOLOGIES >= ENOUGH) {
      assertThat(known).containsExactlyInAnyOrder(KnownDisagreement.values());
      assertThat(decided).containsAll(Steps.ALL);
    }
  }

  private void compare(long seed) {
    Topology topology = new RandomOrganization(seed).topology();
    Organization organization = Organization.of(topology);
    Simulator simulator = Simulator.of(organization);
    for (Request request : new RandomRequests(organization, seed).requests(simulator.protocols())) {
      Comparison comparison = Comparison.of(organization, simulator, request);
      (comparison.expected().isOpen() ? open : compared).increment();
      decided.add(comparison.step());
      if (!comparison.differences().isEmpty()) {
        Set<KnownDisagreement> why = comparison.known();
        known.addAll(why);
        if (why.isEmpty()) {
          disagreements.computeIfAbsent(
              comparison.kind(), _ -> "seed " + seed + "\n" + comparison.smallest(topology));
        }
      }
    }
  }
}

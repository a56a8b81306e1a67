package io.casguard.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same organization gives the same findings in the same order, however it is written down.
class OrderTest {
  private static final List<String> SERVERS =
      List.of(
          "    LEE-CAS1: {owa: {externalUrl: https://leeds.example.com/owa}}",
          "    LEE-CAS2: {owa: {internalUrl: https://192.0.2.9/owa}}",
          "    LEE-CAS3: {activeSync: {externalUrl: https://leeds.example.com/Microsoft-Server-ActiveSync}}",
          "    LEE-MBX1: {roles: [Mailbox]}");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void theOrderOfStatementsChangesNothing(long seed) {
    // Given
    List<String> shuffled = new ArrayList<>(SERVERS);
    Collections.shuffle(shuffled, new Random(seed));
    // When
    List<String> findings = told(shuffled, seed % 2 == 0);
    // Then
    assertThat(findings).hasSizeGreaterThan(10).isEqualTo(told(SERVERS, true));
  }

  private static List<String> told(List<String> servers, boolean leedsFirst) {
    String leeds =
        "  leeds:\n   internetFacing: false\n   servers:\n" + String.join("\n", servers) + "\n";
    String seattle =
        "  seattle: {internetFacing: true, servers: {SEA-CAS1: {owa: {externalUrl: https://mail.example.com/owa}}}}\n";
    return Spec.of(
            "domain: example.com\nsites:\n" + (leedsFirst ? leeds + seattle : seattle + leeds))
        .findings()
        .verdicts()
        .stream()
        .map(Verdict::toString)
        .toList();
  }
}

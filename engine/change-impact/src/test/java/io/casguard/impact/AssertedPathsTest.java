package io.casguard.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Outcome;
import io.casguard.accesspaths.Reached;
import io.casguard.topology.AssertionKeys;
import io.casguard.topology.Network;
import io.casguard.topology.PathAssertion;
import io.casguard.topology.Protocol;
import io.casguard.topology.Url;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssertedPathsTest {
  private static final Matrix MATRIX =
      Matrix.of(
          Spec.of(
                  """
                  domain: example.com
                  sites:
                    seattle:
                      internetFacing: true
                      servers:
                        SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.example.com/owa'}}
                        SEA-MBX1: {roles: [Mailbox]}
                    leeds:
                      servers:
                        LEE-CAS1: &fit {roles: [ClientAccess], owa: {windowsAuthentication: true, formsAuthentication: false}}
                        LEE-CAS2: *fit
                        LEE-MBX1: {roles: [Mailbox]}
                  publishing:
                    mail.example.com: {from: [internet], servers: [SEA-CAS1], through: none}
                  users:
                    - {name: hq, mailboxServer: SEA-MBX1, count: 40, from: [internet], protocols: {owa: 40}}
                    - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 9, protocols: {owa: 9}}
                  """)
              .organization());

  @Test
  void anAssertionThatHoldsForEveryUserClassThatIsMeantHolds() {
    // When
    AssertedPaths proxied =
        check(mailbox("leeds-staff").from(Network.INTERNET).outcome("PROXY").server("lee-cas2"));
    AssertedPaths byServer = check(mailbox("LEE-MBX1").reached("yes"));

    // Then
    assertThat(proxied.hold()).isTrue();
    assertThat(proxied.results().getFirst().classes()).isEqualTo(1);
    assertThat(byServer.hold()).isTrue();
    assertThat(byServer.results().getFirst().classes()).isEqualTo(3);
  }

  @Test
  void whatIsExpectedAndNotSoIsNamedWithWhatIsSo() {
    // When
    AssertedPaths paths =
        check(
            mailbox("leeds-staff")
                .from(Network.INTERNET)
                .outcome("REDIRECT_LINK")
                .url("https://leeds.example.com/owa")
                .clause("O-7a"));

    // Then
    assertThat(paths.hold()).isFalse();
    assertThat(paths.results().getFirst().departures().getFirst().differences())
        .extracting(
            AssertedPaths.Difference::what,
            AssertedPaths.Difference::expected,
            AssertedPaths.Difference::found)
        .containsExactly(
            tuple("outcome", "REDIRECT_LINK", Optional.of("PROXY")),
            tuple(
                "url",
                "https://leeds.example.com/owa",
                Optional.of("https://lee-cas1.example.com/owa")),
            tuple("clause", "O-7a", Optional.of("O-9h")));
  }

  @Test
  void anAssertionOfNobodyDoesNotHold() {
    // When
    AssertedPaths paths = check(mailbox("hq").from(Network.INTRANET).outcome("LOCAL"));

    // Then
    assertThat(paths.hold()).isFalse();
    assertThat(paths.results().getFirst().classes()).isZero();
    assertThat(paths.coverage()).isZero();
  }

  @Test
  void aDoorIsMeantByItsNameOrAServersFullName() {
    assertThat(check(entry("MAIL.example.com").reached("yes")).results().getFirst().classes())
        .isEqualTo(2);
    assertThat(check(entry("lee-cas1.example.com").reached("yes")).results().getFirst().classes())
        .isEqualTo(1);
  }

  @Test
  void coverageIsTheShareOfUserClassesThatSomeAssertionIsAbout() {
    // When
    AssertedPaths paths =
        check(mailbox("hq").reached("yes"), entry("mail.example.com").outcome("PROXY"));

    // Then
    assertThat(paths.matrix().rows()).hasSize(4);
    assertThat(paths.covered()).isEqualTo(2);
    assertThat(paths.coverage()).isEqualTo(50);
    assertThat(paths.uncovered())
        .extracting(row -> row.userClass().from())
        .containsOnly(Network.INTRANET);
  }

  @Test
  void aMatrixOfNobodyIsCoveredWhole() {
    assertThat(
            AssertedPaths.of(new Matrix("example", List.of(), List.of(), List.of()), List.of())
                .coverage())
        .isEqualTo(100);
  }

  @Test
  void theWordsOfTheManifestAreThoseOfTheSimulator() {
    assertThat(AssertionKeys.OUTCOMES)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Outcome.class.getPermittedSubclasses())
                .map(
                    outcome ->
                        outcome
                            .getSimpleName()
                            .replaceAll("(?<=[a-z])(?=[A-Z0-9])", "_")
                            .toUpperCase(Locale.ROOT))
                .toList());
    assertThat(AssertionKeys.REACHED_WORDS)
        .containsExactlyElementsOf(Arrays.stream(Reached.values()).map(Reached::word).toList());
  }

  private static AssertedPaths check(Draft... assertions) {
    return AssertedPaths.of(MATRIX, Arrays.stream(assertions).map(Draft::done).toList());
  }

  private static Draft mailbox(String name) {
    Draft draft = new Draft();
    draft.mailbox = Optional.of(name);
    return draft;
  }

  private static Draft entry(String name) {
    Draft draft = new Draft();
    draft.entry = Optional.of(name);
    return draft;
  }

  /// An assertion in the making.
  private static final class Draft {
    private Optional<String> entry = Optional.empty();
    private Optional<Network> from = Optional.empty();
    private Optional<String> mailbox = Optional.empty();
    private Optional<String> outcome = Optional.empty();
    private Optional<String> reached = Optional.empty();
    private Optional<String> server = Optional.empty();
    private Optional<String> url = Optional.empty();
    private Optional<String> clause = Optional.empty();

    Draft from(Network network) {
      from = Optional.of(network);
      return this;
    }

    Draft outcome(String word) {
      outcome = Optional.of(word);
      return this;
    }

    Draft reached(String word) {
      reached = Optional.of(word);
      return this;
    }

    Draft server(String name) {
      server = Optional.of(name);
      return this;
    }

    Draft url(String address) {
      url = Optional.of(address);
      return this;
    }

    Draft clause(String id) {
      clause = Optional.of(id);
      return this;
    }

    PathAssertion done() {
      return new PathAssertion(
          "one",
          Protocol.OWA,
          entry,
          from,
          mailbox,
          outcome,
          reached,
          server,
          url.map(Url::new),
          Optional.empty(),
          clause);
    }
  }
}

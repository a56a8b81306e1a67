package io.casguard.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostileManifestTest {
  private static final String HEAD =
      "apiVersion: casguard.io/v1\nkind: Topology\nmetadata: {name: a}\n";

  @Test
  void deepNestingIsRefused() {
    assertThat(problems(HEAD + "spec: " + "[".repeat(100_000)))
        .containsExactly("a.yaml:4:56: more than 50 levels of nesting");
  }

  @Test
  void anAliasBombIsRefused() {
    // Given
    String bomb =
        IntStream.range(1, 10)
            .mapToObj(
                i ->
                    "a"
                        + i
                        + ": &a"
                        + i
                        + " ["
                        + IntStream.range(0, 9)
                            .mapToObj(_ -> "*a" + (i - 1))
                            .collect(Collectors.joining(", "))
                        + "]\n")
            .collect(Collectors.joining("", "a0: &a0 [x, x, x, x, x, x, x, x, x]\n", ""));

    // When // Then
    assertThat(problems(bomb))
        .singleElement()
        .asString()
        .contains("the aliases stand for more than 100000 parts");
  }

  @Test
  void longTextsBehindAliasesCountByTheirLength() {
    // Given
    String repeated = IntStream.range(0, 99).mapToObj(_ -> "*a").collect(Collectors.joining(", "));

    // When // Then
    assertThat(problems("a: &a \"" + "x".repeat(1_000_000) + "\"\nb: [" + repeated + "]\n"))
        .singleElement()
        .asString()
        .contains("the aliases stand for more than 100000 parts");
  }

  @Test
  void aliasesAreCounted() {
    // Given
    String repeated = IntStream.range(0, 101).mapToObj(_ -> "*a").collect(Collectors.joining(", "));

    // When // Then
    assertThat(problems("a: &a x\nb: [" + repeated + "]\n"))
        .singleElement()
        .asString()
        .contains("more than 100 aliases in one document");
  }

  @Test
  void anAliasOfItselfStandsForNothing() {
    assertThat(problems(HEAD + "spec: &a {sites: *a}\n").getFirst())
        .isEqualTo("a.yaml:4:18: the alias stands for nothing that was anchored before it");
  }

  @Test
  void whatIsLargerThanTheLimitIsRefused() {
    // Given
    SourceFile file = new SourceFile("a.yaml", HEAD);

    // When
    Manifest.Reading reading = Manifest.read(List.of(file), new Limits(10, 50, 100, 1000));

    // Then
    assertThat(reading)
        .isEqualTo(
            new Manifest.Reading.Rejected(
                List.of(
                    new Problem(
                        new Position("a.yaml", 1, 1), "", "larger than the limit of 10 bytes"))));
  }

  @Test
  void problemsBeyondAThousandAreCounted() {
    // Given
    String keys =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "  wrong" + i + ": 1\n")
            .collect(Collectors.joining());

    // When
    List<String> problems = problems(HEAD + "spec:\n" + keys);

    // Then
    assertThat(problems).hasSize(1_001);
    assertThat(problems.getLast()).endsWith("and 4000 more problems");
  }

  @Test
  void controlCharactersAreRefusedWhereTheyStand() {
    assertThat(problems(HEAD + "spec:\n  domain: a\u0000b\n"))
        .containsExactly("a.yaml:5:12: not YAML: the character U+0000 is not allowed");
    assertThat(problems(HEAD + "spec:\n  domain: \"a\\u0007b\"\n"))
        .singleElement()
        .asString()
        .contains("a text with a control character");
  }

  @Test
  void halfACharacterIsRefused() {
    assertThat(problems(HEAD + "spec: {domain: a\uD83D}\n"))
        .containsExactly("a.yaml:4:17: not text: half a character (an unpaired surrogate)");
    assertThat(problems(HEAD + "spec: {domain: \"a\\uD83D\"}\n")).hasSize(1);
  }

  @Test
  void aHugeKeyIsRefusedInFewWords() {
    assertThat(problems(HEAD + "spec:\n  ? " + "k".repeat(1_000_000) + "\n  : 1\n"))
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(300));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(problems("\uFEFF" + HEAD + "spec: {}\n")).isEmpty();
  }

  @Test
  void otherEncodingsAreRefused() {
    assertThat(SourceFile.decode("a.yaml", HEAD.getBytes(StandardCharsets.UTF_16)))
        .isEqualTo(new Parsed.Refused<>("the file is not UTF-8: save it as UTF-8"));
    assertThat(SourceFile.decode("a.yaml", "name: Zürich".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Parsed.Refused.class);
    assertThat(
            problems(new String(HEAD.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .contains("U+0000 is not allowed");
  }

  private static List<String> problems(String text) {
    return switch (Manifest.read(List.of(new SourceFile("a.yaml", text)))) {
      case Manifest.Reading.Accepted _ -> List.of();
      case Manifest.Reading.Rejected(List<Problem> problems) ->
          problems.stream().map(Problem::toString).toList();
    };
  }
}

package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatFailsTest {
  private record Run(int code, String out, String err) {}

  @Test
  void whoIsLostAndWhatIsLeftIsTold() {
    // When
    Run run = paths("--without", "SEA-CAS1", "--without", "sea-cas2");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .startsWith("contoso without server SEA-CAS1 and server SEA-CAS2\n\nlost      ")
        .contains(
            "1,110 Outlook Web Access users of leeds (900), madrid (210), from the internet: PROXY → FAIL")
        .contains("no server answers\n      behind mail.contoso.com")
        .contains("people by outcome, each at the first of their doors");
  }

  @Test
  void whatIsKnownOfASiteLinkIsSaid() {
    // When
    Run run = paths("--without", "leeds-seattle");

    // Then
    assertThat(run.out()).contains("note      Only RPC stops at a site link that fails");
  }

  @Test
  void everySingleFailureIsRanked() throws IOException {
    // When
    JsonNode answer = new JsonMapper().readTree(paths("--single-failures", "-o", "json").out());

    // Then
    assertThat(answer.at("/failures/0/kind").asText()).isEqualTo("published-name");
    assertThat(answer.at("/failures/0/name").asText()).isEqualTo("mail.contoso.com");
    assertThat(answer.at("/failures/0/lost/0/users").asInt()).isEqualTo(3630);
    assertThat(answer.at("/unnoticed").asInt()).isPositive();
    assertThat(paths("--single-failures").out()).contains("published name mail.contoso.com");
  }

  @Test
  void jsonHasWhatFailsAndThePathsThatAreLeft() throws IOException {
    // When
    JsonNode answer = new JsonMapper().readTree(paths("--without", "LEE-CAS1", "-o", "json").out());

    // Then
    assertThat(answer.at("/without/0/kind").asText()).isEqualTo("server");
    assertThat(answer.at("/lost")).isEmpty();
    assertThat(answer.at("/diverted/0/network").asText()).isEqualTo("intranet");
    assertThat(answer.at("/paths")).isNotEmpty();
  }

  @Test
  void aCallThatCannotBeAnsweredIsWrong() {
    assertThat(paths("--without", "LEE-CSA1").err())
        .contains(
            "there is no server, published name, site link or certificate LEE-CSA1 in contoso")
        .contains("did you mean LEE-CAS1?");
    assertThat(paths("--without", "LEE-CSA1").code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(paths("--without", "LEE-CAS1", "--single-failures").code())
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(paths("--single-failures", "-o", "csv").code()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  private static Run paths(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Casguard.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.concat(Stream.of("paths", "../examples/contoso"), Stream.of(options))
                .toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}

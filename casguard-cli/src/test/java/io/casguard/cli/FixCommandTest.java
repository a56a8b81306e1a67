package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FixCommandTest {
  private static final String BROKEN = "../examples/plans/external-url-left-on-a-child/after";

  private record Run(int code, String out, String err) {}

  @Test
  void theScriptItsUndoAndWhatItDoesAreTold() {
    // When
    Run run = fix(BROKEN);

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .startsWith(
            "contoso: 1 edit in 1 step leaves no violation of severity error and makes nobody's outcome")
        .contains("No smaller set of the remedies' edits does that")
        .contains(
            "script\n  Set-OwaVirtualDirectory 'LEE-CAS1\\owa (Default Web Site)' -ExternalUrl $null")
        .contains(
            "undo\n  Set-OwaVirtualDirectory 'LEE-CAS1\\owa (Default Web Site)' -ExternalUrl https://leeds.contoso.com/owa")
        .contains(
            "900 Outlook Web Access users of leeds, from the internet: REDIRECT_LINK → PROXY");
  }

  @Test
  void theShellGetsItsScriptsAlone() {
    // When
    Run script = fix(BROKEN, "-o", "powershell");
    Run undo = fix(BROKEN, "-o", "powershell", "--undo");

    // Then
    assertThat(script.out().lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "Set-OwaVirtualDirectory 'LEE-CAS1\\owa (Default Web Site)' -ExternalUrl $null");
    assertThat(undo.out().lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "Set-OwaVirtualDirectory 'LEE-CAS1\\owa (Default Web Site)' -ExternalUrl https://leeds.contoso.com/owa");
    assertThat(fix(BROKEN, "--undo").code()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void whatNeedsNoFixIsFine() {
    // When
    Run run = fix("../examples/plans/external-url-left-on-a-child/before");

    // Then
    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.FINE,
                "contoso: nothing to do: there is no violation of severity error\n",
                ""));
  }

  @Test
  void whatNoStatementRepairsIsNamedAndTheRestIsRepaired() throws IOException {
    // When
    Run run = fix("../examples/first-aid", "-o", "json");

    // Then
    JsonNode fix = new JsonMapper().readTree(run.out());
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(fix.at("/answer").asText()).isEqualTo("part");
    assertThat(fix.at("/left").toString()).contains("CAP-101");
    assertThat(fix.at("/script")).isNotEmpty();
    assertThat(fix.at("/undo")).isNotEmpty();
    assertThat(fix.at("/plan/verdict").asText()).isNotEqualTo("BREAKS");
  }

  private static Run fix(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Casguard.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.concat(Stream.of("fix"), Stream.of(arguments)).toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}

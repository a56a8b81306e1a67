package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `casguard replay` and `casguard about`; the logs and pages are synthetic.
class ReplayCommandTest {
  private static final String FIELDS =
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n";
  private static final String FIRST =
      "2009-03-02 08:00:01 10.1.0.10 GET /owa/ - 443 CONTOSO\\ann 198.51.100.7 UA 200 0 0 15\n";
  private static final String SECOND =
      "2009-03-02 08:00:01 10.2.0.10 POST /owa/proxyLogon.owa - 443 - 10.1.0.10 UA 401 2 5 1\n"
          + "2009-03-02 08:00:01 10.2.0.10 POST /owa/proxyLogon.owa - 443 CONTOSO\\SEA-CAS1$"
          + " 10.1.0.10 UA 241 0 0 1\n";

  private record Run(int code, String out, String err) {}

  @TempDir private Path folder;
  private String topology = "";

  @BeforeEach
  void aTopologyOfTwoSites() throws IOException {
    topology = file("contoso.yaml", manifest(""));
  }

  @Test
  void logsThatFitAreFine() throws IOException {
    // Given
    file("logs/SEA-CAS1/u_ex090302.log", FIELDS + FIRST);
    file("logs/LEE-CAS1/u_ex090302.log", FIELDS + SECOND);

    // When
    Run run = run("replay", topology, "--logs", folder.resolve("logs").toString());

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            contoso: 2 requests confirm the prediction, and none speaks against it
            2009-03-02 08:00:01 to 2009-03-02 08:00:01 UTC, 3 rows of 2 logs
            """)
        .contains("owa: SEA-CAS1 to LEE-CAS1, 1 answered, 0 refused, beside 1 client's")
        .contains("SEA-CAS1: its folder is called SEA-CAS1 (SEA-CAS1/u_ex090302.log)");
  }

  @Test
  void aContradictionIsANoAndNamesTheClauseAndTheStaleStatement() throws IOException {
    // Given
    String stale = file("stale.yaml", manifest(", externalUrl: \"https://leeds.contoso.com/owa\""));
    file("logs/SEA-CAS1/u_ex090302.log", FIELDS + FIRST);
    file("logs/LEE-CAS1/u_ex090302.log", FIELDS + SECOND);
    String logs = folder.resolve("logs").toString();

    // When
    Run text = run("replay", stale, "--logs", logs);
    Run markdown = run("replay", stale, "--logs", logs, "-o", "markdown");
    Run json = run("replay", stale, "--logs", logs, "-o", "json");

    // Then
    assertThat(List.of(text.code(), markdown.code(), json.code())).containsOnly(ExitCode.NO);
    assertThat(text.out())
        .contains("contradicted  owa: SEA-CAS1 proxied to LEE-CAS1")
        .contains("but the simulator says REDIRECT_LINK LEE-CAS1 for LEE-MBX1 by O-7a (found)")
        .contains("spec.sites.leeds.servers.LEE-CAS1.owa.externalUrl");
    assertThat(markdown.out()).contains("## owa: SEA-CAS1 proxied to LEE-CAS1");
    JsonNode against = new JsonMapper().readTree(json.out()).at("/contradictions/0/against/0");
    assertThat(against.at("/clause").asText()).isEqualTo("O-7a");
    assertThat(against.at("/evidence/0/line").asInt()).isPositive();
  }

  @Test
  void wrongInputIsToldWithItsPlaceAndItsRemedy() throws IOException {
    // Given
    String nobodys = file("somewhere/u_ex090302.log", FIELDS + FIRST);
    String headless = file("SEA-CAS1/u_ex090303.log", FIRST);

    // When
    Run missing = run("replay", topology, "--logs", folder.resolve("none").toString());
    Run unknown = run("replay", topology, "--logs", nobodys);
    Run withoutFields = run("replay", topology, "--logs", headless);
    Run named =
        run(
            "replay",
            topology,
            "--logs",
            headless,
            "--fields",
            FIELDS.substring("#Fields: ".length()).trim());

    // Then
    assertThat(missing.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(missing.err()).endsWith("none: no such file or folder\n");
    assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unknown.err()).contains("put the logs of each server into a folder with its name");
    assertThat(withoutFields.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(withoutFields.err()).contains("name its columns with --fields");
    assertThat(named.code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void anAboutPageIsHeldAgainstThePrediction() throws IOException {
    // Given
    String page =
        file(
            "about.txt",
            "Client Access server name: LEE-CAS1\nMailbox server name: LEE-MBX1\nOther: 1\n");
    String stale = file("stale.yaml", manifest(", externalUrl: \"https://leeds.contoso.com/owa\""));

    // When
    Run confirmed = run("about", topology, "--page", page, "--entry", "SEA-CAS1");
    Run contradicted = run("about", stale, "--page", page, "--entry", "SEA-CAS1", "-o", "json");
    Run unknown = run("about", topology, "--page", topology, "--entry", "SEA-CAS1");

    // Then
    assertThat(confirmed.code()).isEqualTo(ExitCode.FINE);
    assertThat(confirmed.out())
        .startsWith(
            """
            SEA-CAS1 proxies this session to LEE-CAS1, for a mailbox at LEE-MBX1
            confirmed, the simulator says the same
            """);
    assertThat(contradicted.code()).isEqualTo(ExitCode.NO);
    assertThat(new JsonMapper().readTree(contradicted.out()).at("/prediction/outcome").asText())
        .isEqualTo("REDIRECT_LINK");
    assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unknown.err()).contains("paste the whole page of Options, About");
  }

  private static String manifest(String more) {
    return """
    apiVersion: casguard.io/v1
    kind: Topology
    metadata: {name: contoso}
    spec:
      domain: contoso.com
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {owa: {externalUrl: "https://mail.contoso.com/owa"}}
            SEA-MBX1: {roles: [Mailbox]}
        leeds:
          servers:
            LEE-CAS1: {owa: {windowsAuthentication: true, formsAuthentication: false%s}}
            LEE-MBX1: {roles: [Mailbox]}
    """
        .formatted(more);
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static Run run(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.add("--no-color");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Casguard.run(
            new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}

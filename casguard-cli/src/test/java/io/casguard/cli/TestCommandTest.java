package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TestCommandTest {
  private static final String TOPOLOGY =
      """
      apiVersion: casguard.io/v1
      kind: Topology
      metadata: {name: contoso}
      spec:
        domain: contoso.com
        sites:
          seattle:
            internetFacing: true
            servers:
              SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: "https://mail.contoso.com/owa"}}
          leeds:
            servers:
              LEE-CAS1: {roles: [ClientAccess], owa: {windowsAuthentication: true, formsAuthentication: false}}
              LEE-MBX1: {roles: [Mailbox]}
        publishing:
          mail.contoso.com: {from: [internet], servers: [SEA-CAS1], through: none}
        users:
          - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 900, protocols: {owa: 900}}
      """;

  private static final String HEAD =
      """
      apiVersion: casguard.io/v1
      kind: PathAssertions
      metadata: {name: contoso}
      spec:
        assertions:
      """;

  private record Run(int code, String out, String err) {}

  @TempDir private Path folder;

  @BeforeEach
  void topology() throws IOException {
    Files.writeString(folder.resolve("contoso.yaml"), TOPOLOGY);
  }

  @Test
  void whatHoldsIsFineAndTellsWhatIsNotCovered() throws IOException {
    // Given
    assertions("- {name: proxied, protocol: owa, from: internet, outcome: PROXY}");

    // When
    Run run = test();

    // Then
    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.FINE,
                """
                contoso
                  ok    proxied  paths.yaml:6

                1 assertion holds, 0 fail; 1 of 2 user classes are covered (50 %)
                not covered:
                  leeds-staff by Outlook Web Access from the intranet in leeds at LEE-CAS1, 900 users
                """,
                ""));
  }

  @Test
  void whatDoesNotHoldIsANoAndSaysWhatIsSoAndWhy() throws IOException {
    // Given
    assertions(
        """
        - {name: everybody is served there, protocol: owa, outcome: LOCAL}
          - {name: nobody, protocol: owa, from: internet, entry: LEE-CAS1, reached: yes}
        """);

    // When
    Run run = test();

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.out())
        .contains("FAILS everybody is served there  paths.yaml:6")
        .contains("expected outcome LOCAL, found PROXY (O-9h: LEE-CAS1 opens the mailbox")
        .contains("FAILS nobody  paths.yaml:7\n          nobody comes this way")
        .contains("0 assertions hold, 2 fail; 2 of 2 user classes are covered (100 %)");
  }

  @Test
  void tooLittleCoverageIsANo() throws IOException {
    // Given
    assertions("- {name: proxied, protocol: owa, from: internet, outcome: PROXY}");

    // When
    Run enough = test("--fail-under", "50");
    Run tooLittle = test("--fail-under", "51");
    Run nonsense = test("--fail-under", "101");

    // Then
    assertThat(enough.code()).isEqualTo(ExitCode.FINE);
    assertThat(tooLittle.code()).isEqualTo(ExitCode.NO);
    assertThat(nonsense.code()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void buildServersGetACaseForEachAssertionAndOneForCoverage() throws Exception {
    // Given
    assertions(
        """
        - {name: "<proxied> & \\"read\\"", protocol: owa, from: internet, outcome: PROXY}
          - {name: linked, protocol: owa, from: internet, outcome: REDIRECT_LINK}
        """);

    // When
    Run run = test("-o", "junit", "--fail-under", "60");

    // Then
    Element results =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())))
            .getDocumentElement();
    Element suite = (Element) results.getElementsByTagName("testsuite").item(0);
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(((Element) suite.getElementsByTagName("testcase").item(0)).getAttribute("name"))
        .isEqualTo("<proxied> & \"read\"");
    assertThat(suite.getElementsByTagName("failure").item(0).getTextContent())
        .contains("expected outcome REDIRECT_LINK, found PROXY");
  }

  @Test
  void jsonHasTheFieldsOfItsPage() throws IOException {
    // Given
    assertions("- {name: linked, protocol: owa, from: internet, outcome: REDIRECT_LINK}");

    // When
    JsonNode test = new JsonMapper().readTree(test("-o", "json").out());

    // Then
    assertThat(test.at("/assertions/0/holds").asBoolean()).isFalse();
    assertThat(test.at("/assertions/0/at/line").asInt()).isEqualTo(6);
    assertThat(test.at("/assertions/0/departures/0/mailbox").asText()).isEqualTo("leeds-staff");
    assertThat(test.at("/assertions/0/departures/0/differences/0/found").asText())
        .isEqualTo("PROXY");
    assertThat(test.at("/summary/fail").asInt()).isEqualTo(1);
    assertThat(test.at("/coverage/percent").asInt()).isEqualTo(50);
    assertThat(test.at("/coverage/uncovered/0/from").asText()).isEqualTo("intranet");
  }

  @Test
  void namesThatNothingDeclaresAreWrongInput() throws IOException {
    // Given
    assertions(
        """
        - {name: a, protocol: owa, entry: mial.contoso.com, outcome: PROXY}
          - {name: b, protocol: owa, mailbox: leeds-stuff, server: LEE-CAS2, clause: O-9z}
        """);

    // When
    Run run = test();

    // Then
    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.WRONG_INPUT,
                "",
                """
                paths.yaml:6:30: spec.assertions[a].entry: no server or published name mial.contoso.com is declared; did you mean mail.contoso.com?
                paths.yaml:7:30: spec.assertions[b].mailbox: no server or user population leeds-stuff is declared; did you mean leeds-staff?
                paths.yaml:7:52: spec.assertions[b].server: no server LEE-CAS2 is declared; did you mean LEE-CAS1?
                paths.yaml:7:70: spec.assertions[b].clause: there is no clause O-9z; did you mean O-9?
                4 problems: nothing was tested
                """));
  }

  @Test
  void aTopologyWithoutAssertionsIsToldHowToWriteThem() {
    // When
    Run run = test();

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.err()).contains("has no path assertions").contains("kind: PathAssertions");
  }

  @Test
  void whatIsExpectedOfTheExampleIsSo() {
    // When
    Run run = run("test", "../examples/contoso", "--fail-under", "10");

    // Then
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
  }

  private void assertions(String list) throws IOException {
    Files.writeString(folder.resolve("paths.yaml"), HEAD + "  " + list + "\n");
  }

  private Run test(String... options) {
    return run(
        Stream.concat(Stream.of("test", folder.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Casguard.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }
}

package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private record Run(int code, String out, String err) {}

  private static final String SERVERS =
      """
      Name                : SEA-CAS1
      Fqdn                : sea-cas1.contoso.com
      ServerRole          : ClientAccess, HubTransport
      AdminDisplayVersion : Version 8.3 (Build 83.6)
      Site                : contoso.com/Configuration/Sites/Seattle

      Name                : LEE-MBX1
      Fqdn                : lee-mbx1.contoso.com
      ServerRole          : Mailbox
      AdminDisplayVersion : Version 8.3 (Build 83.6)
      Site                : contoso.com/Configuration/Sites/Leeds
      """;

  private static final String OWA =
      """
      Server,Name,InternalUrl,ExternalUrl,FormsAuthentication
      SEA-CAS1,owa (Default Web Site),https://sea-cas1.contoso.com/owa,https://mail.contoso.com/owa,True
      """;

  private static final String LEE_CAS1 =
      """
      Name                : LEE-CAS1
      ServerRole          : ClientAccess
      AdminDisplayVersion : Version 8.3 (Build 83.6)
      Site                : contoso.com/Configuration/Sites/Leeds
      """;

  @TempDir private Path folder;

  @Test
  void exportsBecomeAManifestThatCheckTakes() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);
    file("exports/owa.csv", OWA);

    // When
    Run run = importing("exports", "--organization", "contoso");
    Run check = run("check", folder.resolve("out").toString());

    // Then
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .startsWith("contoso: 2 servers, 2 sites, 1 virtual directory, 0 site links, 0 mailboxes\n")
        .contains(
            "\nNot said, so not checked (",
            "  SEA-CAS1: basicAuthentication, digestAuthentication, windowsAuthentication,",
            " of owa\n    the output of Get-OwaVirtualDirectory does not have it  "
                + folder
                + "/exports/owa.csv:2\n",
            "\nNext:    casguard check " + folder.resolve("out") + "\n");
    assertThat(written("topology.yaml"))
        .startsWith("# Written by `casguard import` from ")
        .contains(
            """
            spec:
              defaults: none
              sites:
                Leeds:
                  servers:
                    LEE-MBX1:
                      roles: [Mailbox]
                      version: 8.3.83.6
                      fqdn: lee-mbx1.contoso.com
                Seattle:
                  servers:
                    SEA-CAS1:
                      roles: [ClientAccess, HubTransport]
                      version: 8.3.83.6
                      fqdn: sea-cas1.contoso.com
                      owa:
                        internalUrl: https://sea-cas1.contoso.com/owa
                        externalUrl: https://mail.contoso.com/owa
                        formsAuthentication: true
            """);
    assertThat(check.err()).isEmpty();
    assertThat(check.code()).isIn(ExitCode.FINE, ExitCode.NO);
  }

  @Test
  void whatTheShellCannotTellIsAskedAndEveryLineIsAnAnswerWithoutItsMark() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);
    file("exports/owa.csv", OWA);
    importing("exports", "--organization", "contoso");
    String questions = written("answers.yaml");
    List<String> lines = questions.lines().toList();

    // When
    List<Run> checks =
        Stream.of("internetFacing: true", "rollup: 10", "intent: {singleUrl: true}", "pop3:")
            .map(
                key ->
                    lines.stream()
                        .filter(line -> line.strip().startsWith("# " + key))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(key + " is not asked")))
            .map(line -> answered(questions.replace(line, line.replaceFirst("# ", ""))))
            .toList();
    Run all = answered(questions.replaceAll("(?m)^( +)# (?=[a-z ][^#]*:.*$)", "$1"));

    // Then
    assertThat(questions)
        .contains("#   mail.contoso.com: {from: [internet, intranet], servers: [SEA-CAS1],");
    assertThat(checks).allSatisfy(check -> assertThat(check.err()).isEmpty());
    assertThat(all.err()).isEmpty();
    assertThat(all.code()).isIn(ExitCode.FINE, ExitCode.NO);
  }

  private Run answered(String answers) {
    try {
      Files.writeString(folder.resolve("out/answers.yaml"), answers);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
    return run("check", folder.resolve("out").toString());
  }

  @Test
  void aSecondImportKeepsTheAnswersAndAsksOnlyAboutWhatIsNew() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);
    importing("exports", "--organization", "contoso");
    String answers =
        written("answers.yaml").replaceFirst("# internetFacing: true", "internetFacing: false");
    Files.writeString(folder.resolve("out/answers.yaml"), answers);

    // When
    Run unchanged = importing("exports");
    String kept = written("answers.yaml");
    file("exports/more.txt", LEE_CAS1);
    Run more = importing("exports");
    Run check = run("check", folder.resolve("out").toString());

    // Then
    assertThat(unchanged.code()).isEqualTo(ExitCode.FINE);
    assertThat(unchanged.out()).doesNotContain("Asked:");
    assertThat(kept).isEqualTo(answers);
    assertThat(more.out()).contains("Asked:   7 lines in ");
    assertThat(written("answers.yaml"))
        .startsWith(answers + "---\n# New since the last import.\n")
        .endsWith(
            """
              sites:
                Leeds: {
                  servers: {
                    LEE-CAS1: {
                      # rollup: 10,
                      # addresses: [10.0.0.1],
                      # certificate: {subject: mail.example.com, alternativeNames: [mail.example.com], trustedByServers: true, trustedByClients: true},
                      # servicePrincipalNames: [HTTP/mail.example.com],
                      # settings: {allowProxyingWithoutSsl: false, allowInternalUntrustedCerts: true, allowCrossSiteSessions: false, blockLegacyMailboxes: false},
                      # pop3: {enabled: false},
                      # imap4: {enabled: false},
                    },
                  },
                  }
            """);
    assertThat(check.err()).isEmpty();
  }

  @Test
  void anAnswerThatTheExportsContradictKeepsEverythingAsItIs() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);
    importing("exports", "--organization", "contoso");
    String before = written("topology.yaml");
    Files.writeString(
        folder.resolve("out/answers.yaml"),
        """
        apiVersion: casguard.io/v1
        kind: Topology
        metadata: {name: contoso}
        spec:
          sites: {Seattle: {servers: {SEA-CAS1: {owa: {formsAuthentication: false}}}}}
        """);
    file("exports/owa.csv", OWA);

    // When
    Run run = importing("exports");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("answers.yaml:5", "formsAuthentication: stated with another value at ")
        .contains("nothing was written");
    assertThat(written("topology.yaml")).isEqualTo(before);
  }

  @Test
  void aServerThatIsGoneIsToldWhereAnAnswerStillSpeaksOfIt() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);
    importing("exports", "--organization", "contoso");
    file("exports/servers.txt", SERVERS.substring(0, SERVERS.indexOf("\n\n") + 1));

    // When
    Run run = importing("exports");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .containsPattern(
            "answers.yaml:\\d+:\\d+  LEE-MBX1 is in no export: if the server is gone, remove it here");
  }

  @Test
  void contradictionsAreToldAndLeftUnsaid() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);
    file("exports/one.csv", OWA);
    file("exports/two.csv", OWA.replace("mail.contoso.com", "post.contoso.com"));

    // When
    Run run = importing("exports", "--organization", "contoso");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .contains(
            """
            Contradictions, left unsaid (1):
              spec.sites.Seattle.servers.SEA-CAS1.owa.externalUrl
                https://mail.contoso.com/owa  %1$s/exports/one.csv:2
                https://post.contoso.com/owa  %1$s/exports/two.csv:2
            """
                .formatted(folder));
    assertThat(written("topology.yaml")).doesNotContain("externalUrl");
  }

  @Test
  void wrongInputIsToldWithItsPlaceAndNothingIsWritten() throws IOException {
    // Given
    String broken = file("broken.xml", "<Objs>\n<Obj><MS>\n</Obj></Objs>");
    String picture = file("picture.png", "\u0089PNG\0\0");
    String notes = file("notes.txt", "call Marta about the certificate\n");
    String empty = file("nothing/readme.txt", "nothing here\n");

    // When
    Run ofBroken = importing("broken.xml", "--organization", "contoso");
    Run ofPicture = importing("picture.png", "--organization", "contoso");
    Run ofNotes = importing("notes.txt", "--organization", "contoso");
    Run ofNothing = importing("nothing", "--organization", "contoso");
    Run ofMissing = importing("gone.xml", "--organization", "contoso");

    // Then
    assertThat(ofBroken.err())
        .startsWith(broken + ":3: no CLIXML: ")
        .endsWith("1 problem: nothing was written\n");
    assertThat(ofPicture.err()).startsWith(picture + ":1: neither UTF-8 nor UTF-16: save it anew");
    assertThat(ofNotes.err())
        .startsWith(
            notes + ":1: no export of the shell: it is neither CLIXML, CSV, JSON nor Format-List");
    assertThat(ofNothing.err())
        .startsWith("no server in " + folder.resolve("nothing") + ": nothing was written\n")
        .contains(empty + ": no export of the shell");
    assertThat(ofMissing.err()).isEqualTo(folder.resolve("gone.xml") + " does not exist\n");
    assertThat(List.of(ofBroken, ofPicture, ofNotes, ofNothing, ofMissing))
        .allSatisfy(
            run -> {
              assertThat(run.code()).isEqualTo(ExitCode.WRONG_INPUT);
              assertThat(run.out()).isEmpty();
            });
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theOrganizationHasANameThatIsAskedForOnce() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);

    // When
    Run unnamed = importing("exports");
    Run misnamed = importing("exports", "--organization", "Contoso Ltd");
    Run named = importing("exports", "--organization", "contoso");
    Run again = importing("exports");
    Run other = importing("exports", "--organization", "fabrikam");

    // Then
    assertThat(unnamed.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unnamed.err())
        .isEqualTo("what is the organization called? Say it with --organization contoso\n");
    assertThat(misnamed.err()).contains("small letters", "not \"Contoso Ltd\"");
    assertThat(named.code()).isEqualTo(ExitCode.FINE);
    assertThat(again.out()).startsWith("contoso: 2 servers");
    assertThat(other.err())
        .isEqualTo(
            folder.resolve("out")
                + " holds the organization contoso, not fabrikam: choose another\n");
  }

  @Test
  void theSameExportsGiveTheSameBytes() throws IOException {
    // Given
    file("exports/servers.txt", SERVERS);
    file("exports/owa.csv", OWA);

    // When
    Run first = importing("exports", "--organization", "contoso");
    String topology = written("topology.yaml");
    String answers = written("answers.yaml");
    Files.delete(folder.resolve("out/topology.yaml"));
    Files.delete(folder.resolve("out/answers.yaml"));
    Run second = importing("exports", "--organization", "contoso");

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(written("topology.yaml")).isEqualTo(topology);
    assertThat(written("answers.yaml")).isEqualTo(answers);
  }

  @Test
  void theExampleIsWhatItsExportsGive() throws IOException {
    // Given
    Path example = Path.of("../examples/harbour");

    // When
    Run run =
        run(
            "import",
            example.resolve("exports").toString(),
            "-o",
            folder.resolve("out").toString(),
            "--organization",
            "harbour");

    // Then
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(withoutHead(written("topology.yaml")))
        .isEqualTo(withoutHead(Files.readString(example.resolve("topology.yaml"))));
  }

  /// The first line names the exports as the caller did.
  private static String withoutHead(String manifest) {
    return manifest.substring(manifest.indexOf('\n'));
  }

  private Run importing(String exports, String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "import",
                    folder.resolve(exports).toString(),
                    "-o",
                    folder.resolve("out").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Casguard.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Run(code, out.toString(), err.toString());
  }
}

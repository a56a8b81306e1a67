package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  private static final String FIT = "{windowsAuthentication: true, formsAuthentication: false}";
  private static final String FORMS = "{windowsAuthentication: false, formsAuthentication: true}";

  private record Run(int code, String out, String err) {}

  @TempDir private Path folder;

  @Test
  void whatChangesNothingIsSafeAndFine() throws IOException {
    // Given
    String before = file("before/contoso.yaml", manifest(FORMS));
    String after = file("after/contoso.yaml", "# reworded\n" + manifest(FORMS));

    // When
    Run run = run("plan", before, after);

    // Then
    assertThat(run)
        .isEqualTo(
            new Run(
                ExitCode.FINE,
                "contoso: SAFE, since nobody's outcome differs, and no error opens\n",
                ""));
  }

  @Test
  void aChangeIsFineAndABreakIsANo() throws IOException {
    // Given
    String fit = file("fit.yaml", manifest(FIT));
    String forms = file("forms.yaml", manifest(FORMS));

    // When
    Run repairs = run("plan", forms, fit);
    Run breaks = run("plan", fit, forms);

    // Then
    assertThat(repairs.code()).isEqualTo(ExitCode.FINE);
    assertThat(repairs.out())
        .startsWith("contoso: CHANGES, since somebody's outcome differs, and nobody is lost")
        .contains("resolved\n  error   CAP-103");
    assertThat(breaks.code()).isEqualTo(ExitCode.NO);
    assertThat(breaks.out())
        .startsWith("contoso: BREAKS, since somebody who was reached no longer is");
  }

  @Test
  void jsonHasTheFieldsOfItsPage() throws IOException {
    // Given
    String fit = file("fit.yaml", manifest(FIT));
    String forms = file("forms.yaml", manifest(FORMS));

    // When
    Run run = run("plan", fit, forms, "-o", "json");

    // Then
    JsonNode plan = new JsonMapper().readTree(run.out());
    assertThat(names(plan))
        .containsExactly(
            "organization",
            "before",
            "after",
            "verdict",
            "people",
            "opened",
            "worsened",
            "resolved",
            "undetermined",
            "undeterminedBefore",
            "settling",
            "proposedWaivers");
    assertThat(plan.at("/before/digest").asText()).hasSize(64);
    assertThat(plan.at("/before/digest")).isNotEqualTo(plan.at("/after/digest"));
    assertThat(names(plan.at("/people/0")))
        .containsExactly(
            "protocol",
            "network",
            "effect",
            "from",
            "to",
            "users",
            "uncountedClasses",
            "sites",
            "counterExamples");
    assertThat(plan.at("/people/0/users").asInt()).isEqualTo(900);
    assertThat(plan.at("/people/0/sites/0/site").asText()).isEqualTo("leeds");
    assertThat(plan.at("/people/0/counterExamples/0/before/outcome").asText()).isEqualTo("PROXY");
    assertThat(plan.at("/people/0/counterExamples/0/after/trail/0/evidence/0/file").asText())
        .isEqualTo("forms.yaml");
    assertThat(plan.at("/opened/0/guideline").asText()).isEqualTo("CAP-103");
  }

  @Test
  void eachOrganizationHasItsPlanAndAFolderThatIsGoneEndsNone() throws IOException {
    // Given
    file("before/contoso.yaml", manifest(FIT));
    file("before/fabrikam.yaml", manifest(FIT).replace("name: contoso", "name: fabrikam"));
    file("after/contoso.yaml", manifest(FORMS));
    file("after/fabrikam.yaml", manifest(FIT).replace("name: contoso", "name: fabrikam"));
    file("less/contoso.yaml", manifest(FIT));

    // When
    Run both = run("plan", path("before"), path("after"), "-o", "markdown");
    Run one = run("plan", path("before"), path("after"), "--organization", "fabrikam");
    Run gone = run("plan", path("before"), path("less"));
    Run added = run("plan", path("less"), path("after"), "--organization", "fabrikam");
    Run unknown = run("plan", path("before"), path("after"), "--organization", "tailspin");

    // Then
    assertThat(both.code()).isEqualTo(ExitCode.NO);
    assertThat(both.out()).startsWith("# contoso: BREAKS").contains("\n# fabrikam: SAFE");
    assertThat(one.code()).isEqualTo(ExitCode.FINE);
    assertThat(one.out()).startsWith("fabrikam: SAFE");
    assertThat(gone.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(gone.err()).contains("fabrikam is no longer declared");
    assertThat(added.out()).startsWith("fabrikam: CHANGES").contains("new → PROXY");
    assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unknown.err()).contains("tailspin");
  }

  @Test
  void aCallThatNamesNotTwoTopologiesIsWrong() throws IOException {
    // Given
    String only = file("contoso.yaml", manifest(FIT));

    // When
    Run one = run("plan", only);
    Run missing = run("plan", only, path("nowhere"));

    // Then
    assertThat(one.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(one.err()).contains("BEFORE and AFTER");
    assertThat(missing.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(missing.err()).contains("does not exist");
  }

  @Test
  void twoCommitsAreReadWithoutTouchingTheWorkTree() throws Exception {
    // Given
    repository();
    String base = commit("topology/contoso.yaml", manifest(FIT));
    String head = commit("topology/contoso.yaml", manifest(FORMS));
    Files.writeString(folder.resolve("topology/contoso.yaml"), "not YAML: [");
    String status = git("status", "--porcelain=v2", "--branch");

    // When
    Run run = run("plan", "--git", base + ".." + head, path("topology"), "-o", "json");

    // Then
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.NO);
    assertThat(run.out()).contains("\"verdict\":\"BREAKS\"").contains("\"file\":\"contoso.yaml\"");
    assertThat(git("status", "--porcelain=v2", "--branch")).isEqualTo(status);
  }

  @Test
  void threeDotsBeginWhereTheTwoPartedAndOneEndIsComparedWithTheDisk() throws Exception {
    // Given
    repository();
    String base = commit("topology/contoso.yaml", manifest(FIT));
    String target = commit("topology/contoso.yaml", manifest(FORMS));
    git("checkout", "-q", "-b", "mine", base);
    commit("topology/notes.yaml", "# nothing yet\n");
    Files.writeString(folder.resolve("topology/contoso.yaml"), manifest(FORMS));

    // When
    Run two = run("plan", "--git", target + "..mine", path("topology"));
    Run three = run("plan", "--git", target + "...mine", path("topology"));
    Run open = run("plan", "--git", base + "..", path("topology"));
    Run disk = run("plan", "--git", "HEAD", path("topology"));

    // Then
    assertThat(two.out()).startsWith("contoso: CHANGES").contains("FAIL → PROXY");
    assertThat(three.out()).startsWith("contoso: SAFE");
    assertThat(open.out()).startsWith("contoso: SAFE");
    assertThat(disk.out()).startsWith("contoso: BREAKS").contains("PROXY → FAIL");
  }

  @Test
  void filesAreThoseThatAFolderOnDiskWouldHave() throws Exception {
    // Given
    repository();
    commit("topology/.hidden/broken.yaml", "[");
    commit("topology/notes.txt", "[");
    commit("elsewhere/contoso.yaml", "[");
    String base = commit("topology/site é/contoso.yaml", manifest(FIT));
    String head = commit("topology/site é/contoso.yaml", manifest(FIT));

    // When
    Run run = run("plan", "--git", base + ".." + head, path("topology"));
    Run file = run("plan", "--git", base, path("topology/site é/contoso.yaml"));
    Run gone = run("plan", "--git", base + ".." + head, path("topology/site x"));

    // Then
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("contoso: SAFE");
    assertThat(file.out()).startsWith("contoso: SAFE");
    assertThat(gone.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(gone.err()).contains("has no").contains("topology/site x");
  }

  @Test
  void whatGitCannotGiveIsSaid() throws Exception {
    // Given
    String outside = file("contoso.yaml", manifest(FIT));
    Run noRepository = run("plan", "--git", "a..b", outside);
    repository();
    String base = commit("topology/contoso.yaml", manifest(FIT));
    Files.createSymbolicLink(folder.resolve("topology/link.yaml"), Path.of("contoso.yaml"));
    git("add", "-A");
    git("commit", "-q", "-m", "a link");

    // When
    Run unknown = run("plan", "--git", "origin/main..HEAD", path("topology"));
    Run option = run("plan", "--git", "--output=x..HEAD", path("topology"));
    Run link = run("plan", "--git", base + "..HEAD", path("topology"));
    Run twoFolders = run("plan", "--git", base + "..HEAD", path("topology"), path("topology"));

    // Then
    assertThat(noRepository.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(noRepository.err()).contains("lies in no Git repository");
    assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(unknown.err()).contains("origin/main is no commit").contains("fetch-depth: 0");
    assertThat(option.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(link.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(link.err()).contains("topology/link.yaml is a symbolic link");
    assertThat(twoFolders.code()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void aMachineWithoutGitIsToldSo() {
    assertThatThrownBy(() -> new GitCommand(folder, "no-such-git").ask("version"))
        .isInstanceOf(WrongInput.class)
        .hasMessageContaining("install it, or name two folders instead");
  }

  private static String manifest(String owa) {
    return """
    apiVersion: casguard.io/v1
    kind: Topology
    metadata: {name: contoso}
    spec:
      domain: example.com
      sites:
        seattle:
          internetFacing: true
          servers:
            SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: "https://mail.example.com/owa"}}
        leeds:
          internetFacing: false
          servers:
            LEE-CAS1: {roles: [ClientAccess], owa: %s}
            LEE-MBX1: {roles: [Mailbox]}
      publishing:
        mail.example.com: {from: [internet], servers: [SEA-CAS1], through: none}
      users:
        - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 900, from: [internet], protocols: {owa: 900}}
    """
        .formatted(owa);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private void repository() throws Exception {
    git("init", "-q");
  }

  private String commit(String name, String text) throws Exception {
    file(name, text);
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "a revision");
    return git("rev-parse", "HEAD");
  }

  private String git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.com"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Casguard.run(
            new PrintWriter(out),
            new PrintWriter(err),
            Stream.of(arguments).toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }
}

package io.casguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.shell.Cmdlet;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CollectCommandTest {
  private static final Pattern COMMAND = Pattern.compile("\\b[A-Z][a-z]+-[A-Za-z]+\\b");

  /// What the script may run beside the Get- cmdlets: nothing that changes an Exchange server.
  private static final Set<String> HARMLESS =
      Set.of(
          "Compress-Archive",
          "Export-Answer",
          "Export-Clixml",
          "ForEach-Object",
          "Join-Path",
          "New-Item",
          "Resolve-Path",
          "Select-Object",
          "Test-Path",
          "View-Only",
          "Write-Host");

  @Test
  void theScriptExportsEveryCmdletThatIsRead() {
    assertThat(Arrays.stream(Cmdlet.values()).filter(cmdlet -> !cmdlet.type().isEmpty()))
        .allSatisfy(
            cmdlet ->
                assertThat(script())
                    .contains("Export-Answer '" + cmdlet.command().replace("Get-", "") + "'")
                    .contains(cmdlet.command()));
  }

  @Test
  void theScriptOnlyReads() {
    // When
    Set<String> commands = new TreeSet<>();
    COMMAND.matcher(script()).results().forEach(command -> commands.add(command.group()));

    // Then
    assertThat(commands)
        .isNotEmpty()
        .allMatch(command -> command.startsWith("Get-") || HARMLESS.contains(command));
  }

  @Test
  void theScriptAsksForNothingThatPowerShell1DoesNotHave() {
    assertThat(script().codePoints()).allMatch(point -> point < 128);
    assertThat(script().toLowerCase(Locale.ROOT))
        .doesNotContain(
            "try {", "catch", "-in ", "[pscustomobject]", "@args", "#requires", "::new(");
  }

  @Test
  void theScriptAsksForNobodysName() {
    assertThat(script())
        .contains("Get-Mailbox -ResultSize Unlimited | Select-Object Guid, ServerName,")
        .doesNotContain("DisplayName", "PrimarySmtpAddress", "SamAccountName", "Alias");
  }

  @Test
  void everyLineOfTheScriptIsExplained() throws IOException {
    // Given
    String page = Files.readString(Path.of("../docs/how-to/import.md"));

    // When // Then
    assertThat(script().lines().map(String::strip))
        .filteredOn(line -> !line.isEmpty() && !line.startsWith("#"))
        .allSatisfy(line -> assertThat(page).contains(line));
  }

  private static String script() {
    StringWriter out = new StringWriter();
    int code = Casguard.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "collect");
    assertThat(code).isEqualTo(ExitCode.FINE);
    return out.toString();
  }
}

package io.casguard.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.casguard.formats.Problem;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.formats.shell.ExportFiles;
import io.casguard.formats.shell.ExportLimits;
import io.casguard.formats.shell.ShellExports;
import io.casguard.formats.shell.ShellObject;
import io.casguard.formats.shell.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Exports that others published, where they lie beside the project. What each file says stands
/// here; none of it is copied.
class RealShellExportsTest {
  private static final Path EXPORTS = Path.of("../../../shared/data/shell");

  private record Run(
      List<ShellObject> objects,
      ShellExports.Reading reading,
      List<Problem> problems,
      Imported imported) {
    List<String> stated() {
      return imported.topology().canonicalLines();
    }

    List<String> remarks() {
      return imported.remarks().stream().map(Problem::message).toList();
    }
  }

  @Test
  void a2007OrganizationBeside2013IsReadOutOfItsScriptComments() throws IOException {
    // When
    Run run = run("format-list/exchange-2007sp3-with-2013.txt");

    // Then
    assertThat(count(run.objects()))
        .containsExactlyInAnyOrder(
            "Get-ExchangeServer 4",
            "Get-ClientAccessServer 6",
            "Get-WebServicesVirtualDirectory 3",
            "Get-OwaVirtualDirectory 3",
            "Get-OabVirtualDirectory 3",
            "Get-ActiveSyncVirtualDirectory 3",
            "unknown 2");
    assertThat(run.stated())
        .contains(
            "spec.servers.fabexch1.roles = [Mailbox]",
            "spec.servers.fabexch3.roles = [ClientAccess, HubTransport]",
            "spec.servers.fabexch3.version = 8.3.83.6",
            "spec.servers.ncemfab0037.version = 15.0.1395.4",
            "spec.servers.fabexch3.owa.externalurl = https://fabsmtp.fabrikam.example/owa",
            "spec.servers.fabexch3.oab.internalurl = http://fabexch3.corp.fabrikam.local/OAB",
            "spec.servers.ncemfab0037.autodiscover.serviceinternaluri = null",
            "spec.servers.ncemfab0038.webservices.externalurl = null")
        .noneMatch(line -> line.contains("outlookanywhere"))
        .noneMatch(line -> line.contains("authentication"));
    assertThat(run.imported().counts()).isEqualTo(new Counts(4, 0, 15, 0, 0));
    assertThat(run.imported().contradictions()).isEmpty();
    assertThat(run.remarks())
        .containsExactly(
            "2 rows of a table whose columns do not line up: export with Format-List, or better"
                + " with Export-Clixml",
            "passed over, 2 times: an object that none of the cmdlets makes which are read");
    assertThat(run.imported().notSaid())
        .anySatisfy(
            it -> {
              assertThat(it.of()).isEqualTo("owa");
              assertThat(it.places()).containsExactly("FABEXCH3");
              assertThat(it.keys()).contains("formsAuthentication", "windowsAuthentication");
            });
  }

  @Test
  void aTableOfSiteScopesIsRead() throws IOException {
    // When
    Run run = run("format-list/exchange-2010-clientaccessserver-sitescope.txt");

    // Then
    assertThat(run.stated())
        .contains(
            "spec.servers.ausydexc01.autodiscover.sitescope = [au-sydney]",
            "spec.servers.usnycexc01.autodiscover.sitescope = [us-newyork]",
            "spec.servers.eulonexc01.autodiscover.sitescope = [eu-london]");
    assertThat(run.remarks()).isEmpty();
  }

  @Test
  void aDirectoryWithoutItsServerIsPassedOverAndSaysWhatWouldHelp() throws IOException {
    // When
    Run run = run("format-list/exchange-2010-webservices.txt");

    // Then
    assertThat(run.objects())
        .singleElement()
        .satisfies(
            object -> {
              assertThat(object.cmdlet()).contains(Cmdlet.WEB_SERVICES);
              assertThat(object.text("InternalNLBBypassUrl"))
                  .contains("https://server01.contoso.com/EWS/Exchange.asmx");
            });
    assertThat(run.imported().counts().servers()).isZero();
    assertThat(run.remarks())
        .containsExactly(
            "passed over: an object of Get-WebServicesVirtualDirectory that names no server:"
                + " export Server or Identity too");
  }

  @Test
  void aReportOfAddressesWithMisspelledHeadingsIsReadAsFarAsItIsRight() throws IOException {
    for (String file : List.of("csv/ExchangeURLs_old.csv", "csv/ServersConfigLab.csv")) {
      // When
      Run run = run(file);

      // Then
      assertThat(run.imported().counts().servers()).as(file).isEqualTo(3);
      assertThat(run.stated())
          .contains("spec.servers.e2016-01.version = 15.1.1531.3")
          .contains("spec.servers.e2016-01.owa.internalurl = https://mail.canada.ca/owa")
          .noneMatch(line -> line.contains(".owa.externalurl"));
      assertThat(run.remarks())
          .hasSize(3)
          .contains(
              "OWAExernalURL is no property of a report of addresses; did you mean OWAExternalURL?"
                  + " It was not read: rename it, and import again");
    }
    assertThat(run("csv/ExchangeURLs_old.csv").stated())
        .contains(
            "spec.servers.e2010.activesync.internalurl ="
                + " https://e2010.internal.local/Microsoft-Server-ActiveSync");
  }

  @Test
  void twoReportsOfOneServerContradictEachOtherWhereTheyDiffer() throws IOException {
    // When
    Run run = run("csv/ExchangeURLs_old.csv", "csv/ServersConfigLab.csv");

    // Then
    assertThat(run.imported().contradictions())
        .extracting(it -> it.what().toString())
        .containsExactly(
            "spec.servers.E2010.activeSync.externalUrl",
            "spec.servers.E2010.activeSync.internalUrl",
            "spec.servers.E2010.autodiscover.serviceInternalUri",
            "spec.servers.E2010.oab.internalUrl",
            "spec.servers.E2010.owa.internalUrl",
            "spec.servers.E2010.webServices.internalUrl");
    assertThat(run.stated()).noneMatch(line -> line.startsWith("spec.servers.e2010.owa."));
  }

  @Test
  void aServerOf2016IsReadOutOfItsObjects() throws IOException {
    // When
    Run run =
        run(
            "clixml/exchange-2016-GetExchangeServer.xml",
            "clixml/exchange-2016-GetMailboxServer.xml",
            "clixml/exchange-2016-GetWebServicesVirtualDirectory.xml");

    // Then
    String server = "spec.sites.default-first-site-name.servers.solo-e16a.";
    assertThat(run.stated())
        .contains(
            server + "roles = [Mailbox]",
            server + "version = 15.1.2375.7",
            server + "fqdn = Solo-E16A.Solo.local",
            server + "whenchanged = 2021-09-28T17:20:23Z",
            server + "webservices.windowsauthentication = true",
            server + "webservices.basicauthentication = false",
            server + "webservices.internalnlbbypassurl = null",
            server + "webservices.externalurl = null",
            server
                + "webservices.internalauthenticationmethods = [Ntlm, OAuth, WSSecurity,"
                + " WindowsIntegrated]");
    assertThat(run.problems()).isEmpty();
    assertThat(run.remarks()).isEmpty();
  }

  @Test
  void switchesThatWereNotReadFromIisAreUnsaidAndNotOff() throws IOException {
    for (String year : List.of("2016", "2019")) {
      // When
      Run run = run("clixml/exchange-" + year + "-GetOwaVirtualDirectory.xml");

      // Then
      assertThat(run.stated())
          .anyMatch(line -> line.endsWith("owa.internalauthenticationmethods = [Basic, Fba]"))
          .anyMatch(line -> line.endsWith("owa.logonformat = FullDomain"))
          .noneMatch(line -> line.contains("formsauthentication"))
          .noneMatch(line -> line.contains("windowsauthentication"));
    }
  }

  @Test
  void theSameDirectoryReadInFullHasItsSwitches() throws IOException {
    // When
    Run full = run("clixml/exchange-2019-GetOwaVirtualDirectory1.xml");
    Run both =
        run(
            "clixml/exchange-2019-GetOwaVirtualDirectory.xml",
            "clixml/exchange-2019-GetOwaVirtualDirectory1.xml");

    // Then
    for (Run run : List.of(full, both)) {
      assertThat(run.stated())
          .anyMatch(line -> line.endsWith("owa.formsauthentication = true"))
          .anyMatch(line -> line.endsWith("owa.basicauthentication = true"))
          .anyMatch(line -> line.endsWith("owa.windowsauthentication = false"));
    }
    assertThat(both.imported().contradictions())
        .singleElement()
        .satisfies(it -> assertThat(it.what().toString()).endsWith("SOLO-E19A.owa.whenChanged"));
  }

  @Test
  void twoForestsAreNotOneOrganization() throws IOException {
    assertThat(
            run(
                    "clixml/exchange-2016-GetExchangeServer.xml",
                    "clixml/exchange-2019-GetExchangeServer.xml")
                .problems())
        .singleElement()
        .asString()
        .contains("the exports are of two forests")
        .contains("Solo.local")
        .contains("Solo.com");
  }

  @Test
  void everyFileOfTheFolderIsReadOrSkipped() throws IOException {
    // When
    Run run = run("");

    // Then
    assertThat(run.reading().problems()).isEmpty();
    assertThat(run.reading().skipped())
        .allMatch(name -> name.endsWith("LICENSE") || name.endsWith("STRUCTURE.md"));
    assertThat(run.objects().stream().map(object -> object.at().file()).distinct()).hasSize(13);
  }

  private static Run run(String... names) throws IOException {
    assumeTrue(Files.isDirectory(EXPORTS), "the published exports are not beside the project");
    List<ShellObject> objects = new ArrayList<>();
    ShellImport shellImport = new ShellImport();
    ShellExports.Reading reading =
        ShellExports.read(
            ExportFiles.at(Arrays.stream(names).map(EXPORTS::resolve).toList()),
            ExportLimits.DEFAULT,
            new Sink() {
              @Override
              public void object(ShellObject object) {
                objects.add(object);
                shellImport.object(object);
              }

              @Override
              public void passedOver(Problem what) {
                shellImport.passedOver(what);
              }
            });
    return new Run(objects, reading, shellImport.problems(), shellImport.finish("published"));
  }

  private static List<String> count(List<ShellObject> objects) {
    return objects.stream()
        .collect(Collectors.groupingBy(object -> told(object.cmdlet()), Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .toList();
  }

  private static String told(Optional<Cmdlet> cmdlet) {
    return cmdlet.map(Cmdlet::command).orElse("unknown");
  }
}

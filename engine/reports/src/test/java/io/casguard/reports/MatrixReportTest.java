package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.Matrix;
import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Organization;
import org.junit.jupiter.api.Test;

/// What the matrix says of devices, of what lies outside the model, and of what cannot be.
class MatrixReportTest {
  private static final String SPEC =
      """
      domain: contoso.com
      sites:
        hq:
          servers:
            NEW-CAS1: {roles: [ClientAccess], version: 2010 SP1}
            NEW-MBX1: {roles: [Mailbox], version: 2010 SP1}
            OLD-CAS1: {roles: [ClientAccess], activeSync: {externalUrl: 'https://legacy.contoso.com/Microsoft-Server-ActiveSync'}}
            OLD-MBX1: {roles: [Mailbox]}
      publishing:
        mail.contoso.com: {from: [internet], servers: [NEW-CAS1], protocols: [activeSync]}
      users:
        - {name: staff, mailboxServer: OLD-MBX1, from: [internet], count: 100, protocols: {activeSync: 80}, devices: {'2.5': 30, '12.1': 60}}
        - {name: moved, mailboxServer: NEW-MBX1, from: [internet], count: 10, protocols: {activeSync: 10}}
      """;

  private static MatrixReport report() {
    Manifest.Reading reading = Manifest.readSpec("contoso", new SourceFile("test.yaml", SPEC));
    var accepted = (Manifest.Reading.Accepted) reading;
    return new MatrixReport(
        Matrix.of(Organization.of(accepted.organizations().getFirst().topology())));
  }

  private static String flowing(String text) {
    return text.replaceAll("\\s+", " ");
  }

  @Test
  void theVersionThatDevicesSpeakStandsBesideTheirNetwork() {
    assertThat(report().text(Style.PLAIN)).contains("internet, 2.5", "internet, 12.1");
    assertThat(report().csv()).contains("internet,,12.1,mail.contoso.com");
    assertThat(report().json()).contains("\"deviceVersion\":\"12.1\"");
  }

  @Test
  void whatIsOutsideIsNamedAndItsPeopleAreCounted() {
    assertThat(flowing(report().text(Style.PLAIN)))
        .contains(
            "outside the model: NEW-CAS1 runs 2010 SP1; what it does for Exchange ActiveSync of"
                + " mailboxes on Exchange 2010 is not simulated: 10 users");
    assertThat(report().json())
        .contains(
            "\"outside\":[{\"protocol\":\"activesync\",\"entry\":\"mail.contoso.com\","
                + "\"mailbox\":\"moved\",\"from\":\"internet\",\"first\":true");
  }

  @Test
  void whatCannotBeIsNamed() {
    String contradiction = "staff states 90 devices for 80 people who use Exchange ActiveSync";

    assertThat(flowing(report().text(Style.PLAIN))).contains("contradiction: " + contradiction);
    assertThat(report().markdown()).contains("Contradiction: " + contradiction);
    assertThat(report().json()).contains("\"contradictions\":[\"" + contradiction);
  }
}

package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Parsed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
  private static final String MANIFEST =
      """
      apiVersion: casguard.io/v1
      kind: Topology
      metadata: {name: contoso}
      spec:
        sites:
          seattle:
            servers:
              SEA-CAS1: {roles: [ClientAccess]}
              SEA-MBX1: {roles: [Mailbox]}
              OLD-FE1: {version: 2003 SP2, roles: [FrontEnd]}
        publishing:
          mail.contoso.com: {servers: [SEA-CAS1]}
        users:
          - {name: staff, mailboxServer: SEA-MBX1}
      """;

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ovva | SEA-CAS1 | staff | internet | protocol: ovva is not one of owa, activesync, ews,"
            + " availability, autodiscover, oab, um, outlook-anywhere, pop3, imap4, mapi",
        "pop | SEA-CAS1 | staff | internet | protocol: pop is not one of owa, activesync, ews,"
            + " availability, autodiscover, oab, um, outlook-anywhere, pop3, imap4, mapi;"
            + " did you mean pop3?",
        "owa | SEA-CAS1 | staff | intrant | from: intrant is not one of internet, intranet;"
            + " did you mean intranet?",
        "owa | '' | staff | internet | entry: it is missing; where does the request arrive?",
        "owa | SEA-CSA1 | staff | internet | entry: no server or published name SEA-CSA1 is"
            + " declared; did you mean SEA-CAS1?",
        "owa | mial.contoso.com | staff | internet | entry: no server or published name"
            + " mial.contoso.com is declared; did you mean mail.contoso.com?",
        "owa | SEA-CAS1 | SEA-MBX2 | internet | mailbox: no server or user population SEA-MBX2 is"
            + " declared; did you mean SEA-MBX1?",
        "owa | SEA-CAS1 | Q | internet | mailbox: no server or user population Q is declared"
      })
  void whatCannotBeAskedIsRefusedWithTheNearestWord(
      String protocol, String entry, String mailbox, String from, String why) {
    // When
    Parsed<Question.Answer> asked =
        new Question(protocol, entry, mailbox, from, "/owa").ask(declared());

    // Then
    assertThat(asked).isEqualTo(new Parsed.Refused<>(why));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"owa, OLD-FE1, entry: "})
  void whatNoProcedureDescribesIsRefused(String protocol, String entry, String begins) {
    // When
    Parsed<Question.Answer> asked =
        new Question(protocol, entry, "staff", "internet", "/owa").ask(declared());

    // Then
    assertThat(asked).isInstanceOf(Parsed.Refused.class).asString().contains("why=" + begins);
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "owa, sea-cas1, staff, internet",
    "OWA, Mail.Contoso.com, STAFF, Intranet",
    "owa, SEA-CAS1, sea-mbx1, internet"
  })
  void wordsAndNamesCompareWithoutCase(String protocol, String entry, String mailbox, String from) {
    // When
    Parsed<Question.Answer> asked =
        new Question(protocol, entry, mailbox, from, "/owa").ask(declared());

    // Then
    assertThat(asked).isInstanceOf(Parsed.Understood.class);
  }

  private static Manifest.Declared declared() {
    return switch (Manifest.read(List.of(new SourceFile("in.yaml", MANIFEST)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) -> all.getFirst();
      case Manifest.Reading.Rejected(var problems) -> throw new AssertionError(problems.toString());
    };
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.Topologies.example;
import static io.casguard.accesspaths.Topologies.organization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.casguard.accesspaths.Matrix.PeopleCount;
import io.casguard.accesspaths.MatrixDifference.Effect;
import io.casguard.accesspaths.MatrixDifference.Verdict;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static String leeds(String owa, String more) {
    return """
        domain: contoso.com
        sites:
          seattle: {internetFacing: true, servers: {SEA-CAS1: {roles: [ClientAccess], owa: {externalUrl: 'https://mail.contoso.com/owa'}}, SEA-MBX1: {roles: [Mailbox]}}}
          leeds: {servers: {LEE-CAS1: {roles: [ClientAccess], owa: %s}, LEE-MBX1: {roles: [Mailbox]}}}
        publishing:
          mail.contoso.com: {from: [internet], servers: [SEA-CAS1]}
          leeds.contoso.com: {from: [internet], servers: [LEE-CAS1], protocols: [activeSync]}
        users:
          - {name: hq, mailboxServer: SEA-MBX1, count: 4000}
          - {name: leeds-staff, mailboxServer: LEE-MBX1, count: 1200, protocols: {owa: 900}}
        %s
        """
        .formatted(owa, more);
  }

  private static final Set<Protocol> STATED_IN_CONTOSO =
      Set.of(Protocol.OWA, Protocol.ACTIVE_SYNC, Protocol.OUTLOOK_ANYWHERE, Protocol.MAPI);
  private static final String FIT = "{windowsAuthentication: true, formsAuthentication: false}";
  private static final String FORMS = "{}";
  private static final String LINKED =
      "{windowsAuthentication: true, formsAuthentication: false, externalUrl:"
          + " 'https://leeds.contoso.com/owa'}";

  private static Matrix matrix(String spec) {
    return Matrix.of(organization(spec));
  }

  @Test
  void contosoReachesEverybodyByOneAddress() {
    Matrix matrix = Matrix.of(example("contoso/contoso.yaml"));

    assertThat(matrix.peopleByOutcome())
        .filteredOn(count -> STATED_IN_CONTOSO.contains(count.protocol()))
        .containsExactly(
            new PeopleCount(Protocol.OWA, Network.INTERNET, "BLOCKED", 0, 0),
            new PeopleCount(Protocol.OWA, Network.INTERNET, "LOCAL", 2520, 0),
            new PeopleCount(Protocol.OWA, Network.INTERNET, "PROXY", 1110, 0),
            new PeopleCount(Protocol.OWA, Network.INTRANET, "BLOCKED", 0, 0),
            new PeopleCount(Protocol.OWA, Network.INTRANET, "LOCAL", 3870, 0),
            new PeopleCount(Protocol.ACTIVE_SYNC, Network.INTERNET, "LOCAL", 1560, 0),
            new PeopleCount(Protocol.ACTIVE_SYNC, Network.INTERNET, "PROXY", 432, 0),
            new PeopleCount(Protocol.ACTIVE_SYNC, Network.INTRANET, "LOCAL", 1992, 0),
            new PeopleCount(Protocol.OUTLOOK_ANYWHERE, Network.INTERNET, "DIRECT_RPC", 2645, 0),
            new PeopleCount(Protocol.OUTLOOK_ANYWHERE, Network.INTRANET, "DIRECT_RPC", 2645, 0),
            new PeopleCount(Protocol.MAPI, Network.INTRANET, "DIRECT_RPC", 6255, 0));
    assertThat(matrix.notOffered()).containsExactly(Protocol.UM, Protocol.POP3, Protocol.IMAP4);
    assertThat(matrix.rows())
        .allMatch(
            row -> row.path().remarks().stream().allMatch(remark -> remark.endsWith("(W-5)")),
            "nothing is remarked on but calls from inside at another site's door");
    assertThat(matrix.outside()).isEmpty();
  }

  @Test
  void fabrikamRedirectsBetweenItsInternetFacingSites() {
    Matrix matrix = Matrix.of(example("redirection/fabrikam.yaml"));

    assertThat(matrix.peopleByOutcome())
        .contains(
            new PeopleCount(Protocol.OWA, Network.INTERNET, "LOCAL", 2600, 0),
            new PeopleCount(Protocol.OWA, Network.INTERNET, "PROXY", 260, 0));
    assertThat(matrix.rows())
        .filteredOn(row -> row.path().outcome() instanceof Outcome.RedirectLink)
        .isNotEmpty()
        .allMatch(row -> row.path().reached().equals(Optional.of(Reached.OWN_ACTION)));
  }

  @Test
  void theMatrixIsTheSameEveryTime() {
    Matrix one = Matrix.of(example("contoso/contoso.yaml"));
    Matrix other = Matrix.of(example("contoso/contoso.yaml"));

    assertThat(
            one.rows().stream()
                .map(row -> row.userClass().key() + row.path().outcome() + row.path().trail()))
        .containsExactlyElementsOf(
            other.rows().stream()
                .map(row -> row.userClass().key() + row.path().outcome() + row.path().trail())
                .toList());
    assertThat(MatrixDifference.between(one, other))
        .isEqualTo(new MatrixDifference(Verdict.SAFE, List.of()));
  }

  @Test
  void protocolsComeInTheOrderOfTheirWords() {
    Matrix matrix = Matrix.of(example("contoso/contoso.yaml"));

    assertThat(matrix.rows().stream().map(row -> row.userClass().protocol()).toList()).isSorted();
  }

  @Test
  void whoIsNoLongerReachedBreaksAndComesFirst() {
    MatrixDifference difference =
        MatrixDifference.between(matrix(leeds(FIT, "")), matrix(leeds(FORMS, "")));

    assertThat(difference.verdict()).isEqualTo(Verdict.BREAKS);
    MatrixDifference.PeopleChange first = difference.people().getFirst();
    assertThat(first.effect()).isEqualTo(Effect.NEWLY_UNREACHABLE);
    assertThat(first.from()).contains("PROXY");
    assertThat(first.to()).contains("FAIL");
    assertThat(first.users()).isEqualTo(900);
    assertThat(first.counterExamples()).hasSize(1);
    assertThat(first.counterExamples().getFirst().after().orElseThrow().reason())
        .contains("no_fit_server");
  }

  @Test
  void aLinkInPlaceOfProxyingIsAChange() {
    String reachable = leeds(LINKED, "").replace(", protocols: [activeSync]", "");
    String before = leeds(FIT, "").replace(", protocols: [activeSync]", "");

    MatrixDifference difference = MatrixDifference.between(matrix(before), matrix(reachable));

    assertThat(difference.verdict()).isEqualTo(Verdict.CHANGES);
    assertThat(difference.people())
        .anyMatch(
            change ->
                change.from().equals(Optional.of("PROXY"))
                    && change.to().equals(Optional.of("REDIRECT_LINK")));
  }

  @Test
  void aDoorThatOpensExposesAndOneThatClosesBreaks() {
    String shut =
        leeds(FIT, "")
            .replace(
                "from: [internet], servers: [SEA-CAS1]",
                "from: [internet], servers: [SEA-CAS1], protocols: [activesync, ews, availability,"
                    + " autodiscover, oab, um, outlook-anywhere, pop3, imap4]");

    MatrixDifference opened = MatrixDifference.between(matrix(shut), matrix(leeds(FIT, "")));
    MatrixDifference closed = MatrixDifference.between(matrix(leeds(FIT, "")), matrix(shut));

    assertThat(opened.verdict()).isEqualTo(Verdict.CHANGES);
    List<MatrixDifference.PeopleChange> openedToOwa =
        opened.people().stream().filter(change -> change.protocol() == Protocol.OWA).toList();
    assertThat(openedToOwa)
        .extracting(MatrixDifference.PeopleChange::effect)
        .containsOnly(Effect.NEWLY_EXPOSED);
    assertThat(openedToOwa)
        .extracting(MatrixDifference.PeopleChange::users)
        .containsExactly(4000, 900);
    assertThat(closed.verdict()).isEqualTo(Verdict.BREAKS);
    assertThat(
            closed.people().getFirst().counterExamples().getFirst().after().orElseThrow().reason())
        .contains("entry_unreachable");
  }

  @Test
  void aDoorThatNobodyToldOfIsUndetermined() {
    String unsaid =
        leeds(FIT, "").replace("mail.contoso.com: {from: [internet], ", "mail.contoso.com: {");

    Matrix matrix = matrix(unsaid);

    assertThat(matrix.rows())
        .filteredOn(row -> row.userClass().from() == Network.INTERNET)
        .filteredOn(row -> row.userClass().protocol() == Protocol.OWA)
        .allMatch(
            row ->
                row.path()
                    .undetermined()
                    .toString()
                    .contains("publishing[\"mail.contoso.com\"].from"));
  }

  @Test
  void newPeopleAreAChangeWithoutAnOutcomeBefore() {
    String more =
        leeds(FIT, "  - {name: night-shift, mailboxServer: LEE-MBX1, count: 7}")
            .replace("\n  - {name: night", "\n  - {name: night");

    MatrixDifference difference = MatrixDifference.between(matrix(leeds(FIT, "")), matrix(more));

    assertThat(difference.verdict()).isEqualTo(Verdict.CHANGES);
    assertThat(difference.people())
        .allMatch(change -> change.from().isEmpty() && change.users() == 7);
  }

  private static final String DEVICES =
      """
      domain: contoso.com
      sites:
        seattle: {servers: {SEA-CAS1: {roles: [ClientAccess], activeSync: {externalUrl: 'https://mail.contoso.com/Microsoft-Server-ActiveSync'}}}}
        leeds: {servers: {LEE-CAS1: {roles: [ClientAccess], activeSync: {externalUrl: 'https://leeds.contoso.com/Microsoft-Server-ActiveSync'}}, LEE-MBX1: {roles: [Mailbox]}}}
      publishing:
        mail.contoso.com: {from: [internet], servers: [SEA-CAS1]}
      users:
        - {name: staff, mailboxServer: LEE-MBX1, from: [internet], count: 100, protocols: {activeSync: %d}, devices: {'2.5': 30, '12.1': 60}}
      """;

  @Test
  void whetherDevicesGetOnIsCountedByTheirVersion() {
    String reachable =
        DEVICES
            .formatted(100)
            .replace(
                "users:",
                "  leeds.contoso.com: {from: [internet], servers: [LEE-CAS1], protocols: [owa]}\nusers:");

    Matrix matrix = matrix(reachable);

    assertThat(matrix.rows())
        .extracting(row -> row.path().reached().orElseThrow() + " " + row.path().users())
        .containsExactly(
            "NO Value[value=30]", "OWN_ACTION Value[value=60]", "OWN_ACTION Value[value=10]");
    assertThat(matrix.contradictions()).isEmpty();
  }

  @Test
  void contradictionsAreNamedOnceAndOnEachPath() {
    Matrix matrix = matrix(DEVICES.formatted(80));

    assertThat(matrix.contradictions()).hasSize(1);
    assertThat(matrix.rows())
        .allMatch(row -> row.path().remarks().contains(matrix.contradictions().getFirst()));
  }

  @Test
  void whoIsSentToAnotherAddressIsToldThoughTheWordIsTheSame() {
    String before = leeds(LINKED, "").replace(", protocols: [activeSync]", "");
    String renamed = before.replace("leeds.contoso.com", "uk.contoso.com");

    MatrixDifference difference = MatrixDifference.between(matrix(before), matrix(renamed));

    assertThat(difference.verdict()).isEqualTo(Verdict.CHANGES);
    assertThat(difference.people())
        .isNotEmpty()
        .allMatch(MatrixDifference.PeopleChange::otherAddress)
        .allMatch(change -> change.from().equals(change.to()));
  }

  @Test
  void whoMustComeInByAnotherNameIsToldButNotWhoGainsOne() {
    String two =
        leeds(FIT, "")
            .replace(
                "mail.contoso.com: {from",
                "www.contoso.com: {from: [internet], servers: [SEA-CAS1]}\n  mail.contoso.com: {from");
    String one = leeds(FIT, "").replace("  mail.contoso.com: {from", "  www.contoso.com: {from");

    MatrixDifference closed = MatrixDifference.between(matrix(two), matrix(one));
    MatrixDifference opened = MatrixDifference.between(matrix(one), matrix(two));

    assertThat(closed.people())
        .filteredOn(change -> change.protocol() == Protocol.OWA)
        .extracting(MatrixDifference.PeopleChange::from, MatrixDifference.PeopleChange::users)
        .containsExactly(tuple(Optional.of("LOCAL"), 4000), tuple(Optional.of("PROXY"), 900));
    assertThat(closed.people()).allMatch(MatrixDifference.PeopleChange::otherAddress);
    assertThat(opened.verdict()).isEqualTo(Verdict.SAFE);
  }

  @Test
  void peopleAreCountedBySiteAndTheShortestTrailsAreShown() {
    String shut =
        leeds(FIT, "  - {name: more, mailboxServer: LEE-MBX1}")
            .replace(
                "from: [internet], servers: [SEA-CAS1]",
                "from: [internet], servers: [SEA-CAS1], protocols: [ews]");
    String open = shut.replace(", protocols: [ews]", "");

    List<MatrixDifference.PeopleChange> people =
        MatrixDifference.between(matrix(open), matrix(shut)).people().stream()
            .filter(change -> change.protocol() == Protocol.OWA)
            .toList();

    assertThat(people.getLast().sites())
        .containsExactly(new MatrixDifference.OfSite(Optional.of("leeds"), 900, 1));
    assertThat(people)
        .allSatisfy(
            change ->
                assertThat(change.counterExamples())
                    .isSortedAccordingTo(
                        Comparator.comparingInt(MatrixDifference.CounterExample::steps)));
  }

  private static final String SPOKEN = ", devices: {'2.5': 30, '12.1': 60}";

  @Test
  void toSayWhatDevicesSpeakMovesNobodyWhoseOutcomeIsTheSame() {
    String local =
        DEVICES
            .formatted(100)
            .replace("mailboxServer: LEE-MBX1", "mailboxServer: SEA-MBX1")
            .replace("servers: {SEA-CAS1:", "servers: {SEA-MBX1: {roles: [Mailbox]}, SEA-CAS1:");
    Matrix divided = matrix(local);
    Matrix everybody = matrix(local.replace(SPOKEN, ""));
    Matrix all = matrix(local.replace("60}", "70}"));

    for (Matrix other : List.of(everybody, all)) {
      assertThat(MatrixDifference.between(other, divided).verdict()).isEqualTo(Verdict.SAFE);
      assertThat(MatrixDifference.between(divided, other).verdict()).isEqualTo(Verdict.SAFE);
    }
    assertThat(MatrixDifference.between(everybody, all).verdict()).isEqualTo(Verdict.SAFE);
    assertThat(MatrixDifference.between(all, everybody).verdict()).isEqualTo(Verdict.SAFE);
  }

  @Test
  void peopleWhoseDevicesDoNotGetOnAreCountedInAChangeByTheirVersion() {
    String published =
        DEVICES
            .formatted(100)
            .replace(
                "users:",
                "  leeds.contoso.com: {from: [internet], servers: [LEE-CAS1], protocols: [owa]}\nusers:");
    String before =
        published
            .replace("leeds.contoso.com/Microsoft-Server-ActiveSync'", "x'")
            .replace("activeSync: {externalUrl: 'https://x'}", "activeSync: {}");

    MatrixDifference told = MatrixDifference.between(matrix(before), matrix(published));
    MatrixDifference untold =
        MatrixDifference.between(matrix(before.replace(SPOKEN, "")), matrix(published));

    for (MatrixDifference difference : List.of(told, untold)) {
      assertThat(difference.verdict()).isEqualTo(Verdict.BREAKS);
      assertThat(difference.people())
          .extracting(change -> change.effect() + " " + change.users())
          .containsExactly("NEWLY_UNREACHABLE 30", "OTHER 70");
    }
  }
}

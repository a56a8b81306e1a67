package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.accesspaths.MailFacts.Sessions;
import io.casguard.topology.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The tables of POP3, IMAP4, Outlook Anywhere and MAPI over all facts. Their rows do not overlap.
class RpcTablesTest {
  private static final Path PAGES = Path.of("../../docs/reference/access-paths");
  private static final List<Rpc> RPC = List.of(new Rpc.Passes(), new Rpc.Stopped());
  private static final List<BackEndService> SERVICES =
      List.of(new BackEndService.Running(), new BackEndService.Off());

  static List<MailFacts> mail() {
    List<MailFacts.WhereMailbox> mailboxes = new ArrayList<>();
    mailboxes.add(new MailFacts.WhereMailbox.Nowhere());
    SERVICES.forEach(it -> mailboxes.add(new MailFacts.WhereMailbox.OnLegacy("BE1", it)));
    mailboxes.add(new MailFacts.WhereMailbox.OnNewer());
    mailboxes.add(new MailFacts.WhereMailbox.Here("CAS1"));
    mailboxes.add(new MailFacts.WhereMailbox.Elsewhere("MBX2"));
    List<MailFacts> all = new ArrayList<>();
    for (Protocol service : List.of(Protocol.POP3, Protocol.IMAP4)) {
      for (MailFacts.WhereMailbox mailbox : mailboxes) {
        for (Sessions sessions : List.of(new Sessions.OwnSite(), new Sessions.AnySite())) {
          RPC.forEach(rpc -> all.add(new MailFacts(service, mailbox, sessions, rpc)));
        }
      }
    }
    return all;
  }

  static List<OutlookAnywhereFacts> outlookAnywhere() {
    List<OutlookAnywhereFacts.WhereMailbox> mailboxes = new ArrayList<>();
    mailboxes.add(new OutlookAnywhereFacts.WhereMailbox.Nowhere());
    SERVICES.forEach(
        it -> mailboxes.add(new OutlookAnywhereFacts.WhereMailbox.OnLegacy("BE1", it)));
    mailboxes.add(new OutlookAnywhereFacts.WhereMailbox.On2007("MBX1"));
    mailboxes.add(new OutlookAnywhereFacts.WhereMailbox.OnNewer());
    List<OutlookAnywhereFacts> all = new ArrayList<>();
    mailboxes.forEach(
        mailbox -> RPC.forEach(rpc -> all.add(new OutlookAnywhereFacts(mailbox, rpc))));
    return all;
  }

  static List<MapiFacts> mapi() {
    List<MapiFacts.WhereMailbox> mailboxes =
        List.of(
            new MapiFacts.WhereMailbox.Nowhere(),
            new MapiFacts.WhereMailbox.AtMailboxServer("MBX1"),
            new MapiFacts.WhereMailbox.BehindClientAccess("NEW-CAS1"),
            new MapiFacts.WhereMailbox.OutOfReach());
    List<MapiFacts> all = new ArrayList<>();
    mailboxes.forEach(mailbox -> RPC.forEach(rpc -> all.add(new MapiFacts(mailbox, rpc))));
    return all;
  }

  @Test
  void everyClauseOfTheTablesDecidesAtLeastOnce() {
    assertThat(clauses(mail().stream().map(MailTable::decide).toList()))
        .containsExactlyInAnyOrder(
            Clause.S_5,
            Clause.P_2,
            Clause.P_3A,
            Clause.P_3B,
            Clause.P_3C,
            Clause.P_4A,
            Clause.P_4B,
            Clause.P_5);
    assertThat(clauses(outlookAnywhere().stream().map(OutlookAnywhereTable::decide).toList()))
        .containsExactlyInAnyOrder(
            Clause.S_5, Clause.R_1A, Clause.R_1B, Clause.R_6A, Clause.R_6B, Clause.R_7);
    assertThat(clauses(mapi().stream().map(MapiTable::decide).toList()))
        .containsExactlyInAnyOrder(Clause.S_5, Clause.M_1, Clause.M_2, Clause.M_3A, Clause.M_3B);
  }

  @Test
  void noneOfThemEverRedirectsOrProxiesToAnotherClientAccessServer() {
    List<Decision> all = new ArrayList<>();
    mail().forEach(facts -> all.add(MailTable.decide(facts)));
    outlookAnywhere().forEach(facts -> all.add(OutlookAnywhereTable.decide(facts)));
    mapi().forEach(facts -> all.add(MapiTable.decide(facts)));

    assertThat(all)
        .extracting(Decision::outcome)
        .noneMatch(Outcome::sendsElsewhere)
        .doesNotHaveAnyElementsOfTypes(Outcome.Proxy.class);
  }

  @Test
  void theReferencePagesAreTheTables() throws IOException {
    assertIsPage("pop3-imap4.md", RpcPages.mail());
    assertIsPage("outlook-anywhere.md", RpcPages.outlookAnywhere());
    assertIsPage("mapi.md", RpcPages.mapi());
  }

  private static void assertIsPage(String name, String page) throws IOException {
    Path file = PAGES.resolve(name);
    if (System.getProperty("update") != null) {
      Files.writeString(file, page);
    }
    assertThat(Files.readString(file)).as(name + ", -Dupdate rewrites it").isEqualTo(page);
  }

  private static Set<Clause> clauses(List<Decision> decisions) {
    Set<Clause> clauses = EnumSet.noneOf(Clause.class);
    decisions.forEach(decision -> clauses.add(decision.clause()));
    return clauses;
  }
}

package io.casguard.accesspaths;

import io.casguard.accesspaths.MailFacts.Sessions;

/// The reference pages of POP3 and IMAP4, Outlook Anywhere, and MAPI.
final class RpcPages {
  private static final String RENDERED =
      """
       This page is rendered from the decision table over all facts; a test compares it.

      ## The table
      """;
  private static final String FIREWALLS =
      """

      ## What is taken for granted
      That RPC passes between two sites is taken for granted unless the site links say that it does not (`rpc: false`), and that a server answers unless it is stated not to (`available: false`). A mailbox server that is stated not to answer leaves the outcome as it is, and nobody is reached (`mailbox_server_unavailable`).
      """;

  private RpcPages() {}

  static String mail() {
    TablePage table = new TablePage("mailbox", "AllowCrossSiteSessions", "RPC between the sites");
    for (MailFacts facts : RpcTablesTest.mail()) {
      table.add(
          MailTable.decide(facts),
          switch (facts.mailbox()) {
            case MailFacts.WhereMailbox.Nowhere() -> "none";
            case MailFacts.WhereMailbox.OnLegacy(_, var service) ->
                "on Exchange 2003 or older, the service " + running(service);
            case MailFacts.WhereMailbox.OnNewer() -> "on Exchange 2010 or later";
            case MailFacts.WhereMailbox.Here _ -> "in the first server's site";
            case MailFacts.WhereMailbox.Elsewhere _ -> "in another site";
          },
          facts.sessions() instanceof Sessions.AnySite ? "true" : "false",
          rpc(facts.rpc()));
    }
    return "# POP3 and IMAP4\n\n"
        + "What an Exchange 2007 Client Access server does with a POP3 or IMAP4 session. Nothing is"
        + " proxied between Client Access servers, and nobody is redirected."
        + RENDERED
        + table.text()
        + """

        A refusal of P-3a is event 1008 of MSExchangePOP3 or MSExchangeIMAP4. A server on which the service is off refuses everybody (S-4, `service_off`), and is no door in the matrix of user classes; where no server offers it, nobody is counted unless a population is stated to use it.
        """
        + FIREWALLS
        + ClauseTable.of("S", "P");
  }

  static String outlookAnywhere() {
    TablePage table = new TablePage("mailbox", "RPC to its server");
    for (OutlookAnywhereFacts facts : RpcTablesTest.outlookAnywhere()) {
      table.add(
          OutlookAnywhereTable.decide(facts),
          switch (facts.mailbox()) {
            case OutlookAnywhereFacts.WhereMailbox.Nowhere() -> "none";
            case OutlookAnywhereFacts.WhereMailbox.OnLegacy(_, var service) ->
                "on Exchange 2003 or older, RPC over HTTP " + running(service);
            case OutlookAnywhereFacts.WhereMailbox.On2007 _ -> "on Exchange 2007, in any site";
            case OutlookAnywhereFacts.WhereMailbox.OnNewer() -> "on Exchange 2010 or later";
          },
          rpc(facts.rpc()));
    }
    return "# Outlook Anywhere\n\n"
        + "What an Exchange 2007 Client Access server does with RPC over HTTPS. Sites play no part:"
        + " nothing is proxied between Client Access servers, and nobody is redirected."
        + RENDERED
        + table.text()
        + """

        Where it is not enabled at the server reached, the request fails (S-4, `service_off`, 404). Remarks name a publisher that logs on by the client's own method (R-3), RPC that crosses sites because no server of the mailbox's site has Outlook Anywhere enabled (R-4), and an early server on Windows Server 2008 (R-5).
        """
        + FIREWALLS
        + ClauseTable.of("S", "R");
  }

  static String mapi() {
    TablePage table = new TablePage("mailbox", "RPC from the client's site");
    for (MapiFacts facts : RpcTablesTest.mapi()) {
      table.add(
          MapiTable.decide(facts),
          switch (facts.mailbox()) {
            case MapiFacts.WhereMailbox.Nowhere() -> "none";
            case MapiFacts.WhereMailbox.AtMailboxServer _ -> "on Exchange 2003 or 2007";
            case MapiFacts.WhereMailbox.BehindClientAccess _ ->
                "on Exchange 2010, with a 2010 Client Access server in its site";
            case MapiFacts.WhereMailbox.OutOfReach() ->
                "on Exchange 2010, without a 2010 Client Access server in its site";
          },
          rpc(facts.rpc()));
    }
    return "# MAPI\n\n"
        + "What happens to Outlook inside, which has no entry: it opens the mailbox itself. From the"
        + " Internet MAPI is not offered, and nobody is counted there."
        + RENDERED
        + table.text()
        + FIREWALLS
        + "\nMailboxes newer than Exchange 2010 are outside the model.\n"
        + ClauseTable.of("S", "M");
  }

  private static String running(BackEndService service) {
    return service instanceof BackEndService.Running ? "enabled" : "off";
  }

  private static String rpc(Rpc rpc) {
    return rpc instanceof Rpc.Passes ? "passes" : "is stopped";
  }
}

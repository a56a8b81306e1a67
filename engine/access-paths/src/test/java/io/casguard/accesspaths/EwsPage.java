package io.casguard.accesspaths;

import io.casguard.accesspaths.EwsFacts.FirstServer;
import io.casguard.accesspaths.EwsFacts.Servers;
import io.casguard.accesspaths.EwsFacts.WhereMailbox;

/// The reference page of Web Services, rendered from the table over all facts.
final class EwsPage {
  private EwsPage() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Exchange Web Services

        What an Exchange 2007 Client Access server does with a call for `/EWS/Exchange.asmx`. This page is rendered from the decision table over all facts; a test compares it. How doors, unsaid values and people are treated stands with [Outlook Web Access](owa.md).

        ## The table
        The servers of the mailbox's site are asked one condition after the other, each of those that meet the ones before. An address is InternalNLBBypassUrl where it is set, else InternalURL (W-4); ExternalURLs play no part (W-1).

        """);
    TablePage table = new TablePage("mailbox", "first server", "servers of the mailbox's site");
    EwsFactsSpace.all()
        .forEach(
            facts ->
                table.add(
                    EwsTable.decide(facts),
                    mailbox(facts.mailbox()),
                    first(facts.first()),
                    servers(facts.servers())));
    page.append(table.text());
    page.append(
        """

        ## The call to the second server
        A `PROXY` of the table is tried; the first check that refuses decides. A server that does not answer is passed over for the next one; where none answers, the code is ErrorNoRespondingCASInDestinationSite.

        """);
    page.append(HopPage.of(EwsHop.LEG.checks()));
    page.append(ClauseTable.of("S", "C", "W"));
    page.append(
        """

        ## Codes that no topology decides
        - ErrorProxyServiceDiscoveryFailed (W-3h): the lookup of the mailbox's site failed. Where the topology does not say which site that is, the outcome is `UNDETERMINED`.
        - ErrorProxyGroupSidLimitExceeded (W-3i): the caller is a member of more than 3,000 groups.
        - ErrorProxiedSubscriptionCallFailure (W-3j): a call for a subscription did not get to the server that holds it. Where the address names several servers, a proxied call is remarked on.

        ## Calls from inside
        A call from inside that is proxied works, and is remarked on: Autodiscover should have named the right server (W-5).
        """);
    return page.toString().replace("\r\n", "\n");
  }

  private static String mailbox(WhereMailbox mailbox) {
    return switch (mailbox) {
      case WhereMailbox.Nowhere() -> "none";
      case WhereMailbox.OnLegacy() -> "on Exchange 2003 or older";
      case WhereMailbox.OnNewer() -> "on a server newer than Exchange 2007";
      case WhereMailbox.Here _ -> "in the first server's site";
      case WhereMailbox.Elsewhere() -> "in another site";
    };
  }

  private static String first(FirstServer first) {
    return switch (first) {
      case FirstServer.FirstReleased() -> "RTM";
      case FirstServer.Proxying() -> "SP1 or later";
    };
  }

  private static String servers(Servers servers) {
    return switch (servers) {
      case Servers.None() -> "none";
      case Servers.FirstReleased() -> "all RTM";
      case Servers.WithoutAddress() -> "none with an address";
      case Servers.WithoutIntegrated() -> "none with Integrated";
      case Servers.WithoutSsl() -> "none over SSL";
      case Servers.TooOld() -> "all older than the mailbox server";
      case Servers.TooNew() -> "all newer than the first server";
      case Servers.Fit _ -> "fit";
    };
  }
}

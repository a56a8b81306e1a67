package io.casguard.accesspaths;

import io.casguard.accesspaths.AvailabilityFacts.Servers;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox;

/// The reference page of Availability, rendered from the table over all facts.
final class AvailabilityPage {
  private AvailabilityPage() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Availability

        What an Exchange 2007 Client Access server does when it is asked for somebody's free/busy times. The mailbox is that of the person who is asked about, the door that of whoever asks. This page is rendered from the decision table over all facts; a test compares it. How doors, unsaid values and people are treated stands with [Outlook Web Access](owa.md).

        ## The table
        A server of the mailbox's site is fit where it has an address (InternalNLBBypassUrl, else InternalURL) and accepts Integrated. ExternalURLs play no part.

        """);
    TablePage table = new TablePage("mailbox", "servers of the mailbox's site");
    AvailabilityFactsSpace.all()
        .forEach(
            facts ->
                table.add(
                    AvailabilityTable.decide(facts),
                    mailbox(facts.mailbox()),
                    servers(facts.servers())));
    page.append(table.text());
    page.append(
        """

        ## The request to the second server
        A `PROXY` of the table is tried; the first check that refuses decides. A server that does not answer is passed over for the next one. The server that asked writes event 4002 of MSExchange Availability into its log.

        """);
    page.append(HopPage.of(AvailabilityHop.LEG.checks()));
    page.append(
        """

        ## The public folder
        Where the times are read from a public folder, `/public` is opened over plain HTTP; where it requires SSL (V-4), they are missing and the server writes event 4003.

        ## When it fails
        Only the times of that person are missing, shown as hash marks; the rest of the request succeeds (V-3).
        """);
    page.append(ClauseTable.of("S", "C", "V"));
    page.append(
        """

        ## Not simulated
        Other forests, which are found by availability address spaces, and Outlook 2003, which always reads public folders.
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

  private static String servers(Servers servers) {
    return switch (servers) {
      case Servers.None() -> "none";
      case Servers.Unfit() -> "none fit";
      case Servers.Fit _ -> "fit";
    };
  }
}

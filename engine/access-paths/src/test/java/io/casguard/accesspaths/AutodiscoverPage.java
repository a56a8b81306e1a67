package io.casguard.accesspaths;

import io.casguard.accesspaths.AutodiscoverFacts.Address;
import io.casguard.accesspaths.AutodiscoverFacts.Asked;
import io.casguard.accesspaths.AutodiscoverFacts.Release;
import io.casguard.accesspaths.AutodiscoverFacts.WhereMailbox;

/// The reference page of Autodiscover, rendered from the table over all facts.
final class AutodiscoverPage {
  private AutodiscoverPage() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Autodiscover

        Which Exchange 2007 Client Access server is asked, and what it answers. This page is rendered from the decision table over all facts; a test compares it.

        ## Which server is asked
        Clients find it themselves; a request without an entry is simulated from here.

        | client | clause | what it does |
        |---|---|---|
        | inside | D-1a | takes a service connection point (`autodiscover.serviceInternalUri`) whose `siteScope` names its site |
        | inside | D-1b | where none does, takes any; a client whose site is unsaid is where its mailbox is |
        | inside | D-1e | where none leads to a server that answers, finds nothing: FAIL `autodiscover_not_found` |
        | outside | D-1c | looks at each SMTP domain (`smtpDomains`), then at `autodiscover` in front of it |
        | outside | D-1d | passes over names that are not published to the internet, lead to no Client Access server, or do not stand in the certificate shown there; where none is left: FAIL `autodiscover_not_found` |

        Points and names whose server does not answer are passed over. Of several that are as good, the first by server name is taken, and all are named.

        ## The table
        The address is of devices their site's ActiveSync ExternalURL, and of a 2010 mailbox that of a 2010 Client Access server.

        """);
    TablePage table = new TablePage("mailbox", "asked", "address", "first server");
    for (AutodiscoverFacts facts : AutodiscoverFactsSpace.all()) {
      table.add(
          AutodiscoverTable.decide(facts),
          mailbox(facts.mailbox()),
          switch (facts.asked()) {
            case Asked.Outlook() -> "Outlook";
            case Asked.Devices() -> "MobileSync";
          },
          switch (facts.address()) {
            case Address.None() -> "none";
            case Address.OfTheSite _ -> "in the mailbox's site";
            case Address.OfAnotherSite _ -> "in another site";
          },
          switch (facts.release()) {
            case Release.BeforeTheFix() -> "before SP1 with rollup 4";
            case Release.Fixed() -> "SP1 with rollup 4 or later";
          });
    }
    page.append(table.text());
    page.append(
        """

        ## What is handed out
        The trail of a LOCAL answer names the addresses, each with the place that states it: EXCH the InternalURLs (D-2b), EXPR the ExternalURLs and Outlook Anywhere (D-2c), both the address book's (D-2d). Where the mailbox's site publishes nothing, the closest site that does is named (D-2e), by the costs of the site links, those of equal cost by name; this is question Q8, and with `none` nothing is named. EXPR is missing where Outlook Anywhere is not enabled (D-6a), EXCH where MAPI is switched off (D-6b).
        """);
    page.append(ClauseTable.of("S", "D"));
    page.append(
        """

        ## Not simulated
        HTTP redirections and SRV records, which lead clients outside to other names; what Outlook inside does after its service connection points; Exchange 2010 servers that are asked first.
        """);
    return page.toString().replace("\r\n", "\n");
  }

  private static String mailbox(WhereMailbox mailbox) {
    return switch (mailbox) {
      case WhereMailbox.Nowhere() -> "none";
      case WhereMailbox.OnLegacy() -> "on Exchange 2003 or older";
      case WhereMailbox.OnNewer() -> "on Exchange 2010, the first server 2007 SP2 or later";
      case WhereMailbox.OnTooNew() -> "on a server too new for the first server";
      case WhereMailbox.On2007 _ -> "on Exchange 2007, in any site";
    };
  }
}

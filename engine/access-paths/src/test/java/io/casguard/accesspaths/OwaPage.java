package io.casguard.accesspaths;

import io.casguard.accesspaths.OwaFacts.Preference;
import io.casguard.accesspaths.OwaFacts.RequestPath;
import io.casguard.accesspaths.OwaFacts.WhereMailbox;

/// The reference page of Outlook Web Access, rendered from the table over all facts.
final class OwaPage {
  private OwaPage() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Outlook Web Access

        What an Exchange 2007 Client Access server does with a request for `/owa`, `/exchange` or `/public`. This page is rendered from the decision table over all facts; a test compares it.

        ## The table
        The mailbox's site is asked for its servers, ExternalURLs and preference only where the columns before it leave the matter open.

        """);
    TablePage table =
        new TablePage(
            "mailbox",
            "path",
            "servers of its site",
            "ExternalURL there",
            "RedirectToOptimalOWAServer");
    for (OwaFacts facts : OwaFactsSpace.all()) {
      table.add(
          OwaTable.decide(facts),
          mailbox(facts.mailbox()),
          switch (facts.path()) {
            case RequestPath.Owa() -> "/owa";
            case RequestPath.Legacy() -> "/exchange, /public";
          },
          TablePage.servers(facts.servers()),
          TablePage.external(facts.external()),
          switch (facts.preference()) {
            case Preference.Redirect() -> "true";
            case Preference.ProxyOutside() -> "false";
          });
    }
    page.append(table.text());
    page.append(
        """

        ## The hop to the second server
        A `PROXY` of the table is tried; the first check that refuses decides.

        | clause | check |
        |---|---|
        """);
    OwaHops.INSIDE
        .checks()
        .forEach(
            check ->
                page.append("| %s | %s |%n".formatted(check.clause(), check.clause().sentence())));
    page.append(
        """

        An ExternalURL (O-7b) must be reachable first: a name that is published to the internet alone is answered with 404. The other checks follow.

        ## The hop to a 2003 back end
        | clause | reason of the failure | check |
        |---|---|---|
        """);
    LegacyHop.OWA_CHECKS.forEach(
        check ->
            page.append(
                "| %s | `%s` | %s |%n"
                    .formatted(
                        check.clause(), check.failure().reason(), check.clause().sentence())));
    page.append(ClauseTable.of("S", "C", "O"));
    page.append(
        """

        ## Following a link
        The outcome is the first server's answer. `reached` is found by following the link: to the servers behind the published name, else to the computer of that name, else to whoever publishes the address. Where it leads back to a server already visited, `reached` is `no` and the reason `redirect_loop`; where the client's network does not reach the name, `link_unreachable`; where the server behind it refuses, that server's reason.

        ## What is unsaid
        Facts are gathered under every way to fill in what the topology leaves unsaid. Where all agree on outcome, server and address, that is the answer; else it is `UNDETERMINED`, with the smallest set of unsaid values that would settle it. Whether a server answers (`available`) is taken for granted.

        ## Who is counted where
        A person has the doors of topology and network: from the internet the published names, or where none is published, the servers with an ExternalURL whose site is not stated not to face the Internet; from the intranet the published names and the servers of the own site, and the servers of other sites only where there is no other door. The doors of the own site come first, names before servers, each by name.
        A person is counted once for each protocol and each network, at the first door from there. The own site is that of the client where it is stated, else that of the mailbox; people stated to be in several sites are counted in their mailboxes' own, else in the first by name. The numbers of two networks may be of the same people, and are never added up.

        ## Not simulated
        Public folders through Outlook Web Access (O-10), WebDAV clients (Q12), and requests that arrive at an Exchange 2003 server. What an Exchange 2010 server does that is reached first stands in [Beside Exchange 2010](beside-2010.md).
        """);
    return page.toString().replace("\r\n", "\n");
  }

  private static String mailbox(WhereMailbox mailbox) {
    return switch (mailbox) {
      case WhereMailbox.Nowhere() -> "none";
      case WhereMailbox.OnLegacy _ -> "on Exchange 2003 or older";
      case WhereMailbox.OnNewer() -> "on Exchange 2010, the first server 2007 SP2 or later";
      case WhereMailbox.OnTooNew() -> "on a server too new for the first server";
      case WhereMailbox.Here _ -> "in the first server's site";
      case WhereMailbox.HereButNewer() ->
          "in the first server's site, on a server of a newer service pack";
      case WhereMailbox.Elsewhere() -> "in another site";
    };
  }
}

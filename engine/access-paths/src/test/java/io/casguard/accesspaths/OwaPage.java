package io.casguard.accesspaths;

import io.casguard.accesspaths.OwaFacts.Preference;
import io.casguard.accesspaths.OwaFacts.RequestPath;
import io.casguard.accesspaths.OwaFacts.WhereMailbox;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The reference page of Outlook Web Access, rendered from the table over all facts.
final class OwaPage {
  /// The values of one column that lead to one clause.
  private record Row(String mailbox, Clause clause, String outcome) {}

  private OwaPage() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Outlook Web Access

        What an Exchange 2007 Client Access server does with a request for `/owa`, `/exchange` or `/public`. This page is rendered from the decision table over all facts; a test compares it.

        ## The table
        The mailbox's site is asked for its servers, ExternalURLs and preference only where the columns before it leave the matter open.

        | mailbox | path | servers of its site | ExternalURL there | RedirectToOptimalOWAServer | clause | outcome |
        |---|---|---|---|---|---|---|
        """);
    Map<Row, Cells> rows = new LinkedHashMap<>();
    for (OwaFacts facts : OwaFactsSpace.all()) {
      Decision decision = OwaTable.decide(facts);
      rows.computeIfAbsent(
              new Row(mailbox(facts.mailbox()), decision.clause(), outcome(decision.outcome())),
              _ -> new Cells())
          .add(facts);
    }
    rows.forEach(
        (row, cells) ->
            page.append(
                "| %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                        row.mailbox(),
                        cells.text(cells.paths, 2),
                        cells.text(cells.servers, 3),
                        cells.text(cells.externals, 2),
                        cells.text(cells.preferences, 2),
                        row.clause(),
                        row.outcome())));
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

  private static String outcome(Outcome outcome) {
    return outcome.word() + outcome.refusal().map(reason -> " `" + reason + "`").orElse("");
  }

  /// What stands in the columns of one row.
  private static final class Cells {
    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<String> servers = new LinkedHashSet<>();
    private final Set<String> externals = new LinkedHashSet<>();
    private final Set<String> preferences = new LinkedHashSet<>();

    void add(OwaFacts facts) {
      paths.add(
          switch (facts.path()) {
            case RequestPath.Owa() -> "/owa";
            case RequestPath.Legacy() -> "/exchange, /public";
          });
      servers.add(
          switch (facts.servers()) {
            case SiteServers.None() -> "none";
            case SiteServers.Unfit() -> "unfit";
            case SiteServers.Fit _ -> "fit";
          });
      externals.add(
          switch (facts.external()) {
            case External.Unpublished() -> "none";
            case External.Published _ -> "set";
          });
      preferences.add(
          switch (facts.preference()) {
            case Preference.Redirect() -> "true";
            case Preference.ProxyOutside() -> "false";
          });
    }

    String text(Set<String> values, int all) {
      return values.size() == all ? "any" : String.join(" or ", values);
    }
  }
}

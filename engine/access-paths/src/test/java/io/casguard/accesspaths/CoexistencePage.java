package io.casguard.accesspaths;

import io.casguard.accesspaths.CoexistenceFacts.Where;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The reference page of Exchange 2010 as the first server, rendered from the table over all facts.
final class CoexistencePage {
  /// The values of one column that lead to one clause.
  private record Row(String client, String mailbox, Clause clause, String outcome) {}

  private CoexistencePage() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Beside Exchange 2010

        What an Exchange 2010 Client Access server, reached first, does for somebody whose mailbox is still on an older server. Exchange 2010 never reads an older mailbox store itself. This page is rendered from the decision table over all facts; a test compares it.

        ## The table
        The servers and their addresses are asked for only where the columns before them leave the matter open.

        | client | mailbox | device speaks | 2007 servers of its site | address of theirs | clause | outcome |
        |---|---|---|---|---|---|---|
        """);
    Map<Row, Cells> rows = new LinkedHashMap<>();
    for (CoexistenceFacts facts : CoexistenceFactsSpace.all()) {
      Decision decision = CoexistenceTable.decide(facts, ActiveSyncFactsSpace.FAILURES);
      rows.computeIfAbsent(
              new Row(
                  client(facts), mailbox(facts), decision.clause(), outcome(decision.outcome())),
              _ -> new Cells())
          .add(facts);
    }
    rows.forEach(
        (row, cells) ->
            page.append(
                "| %s | %s | %s | %s | %s | %s | %s |%n"
                    .formatted(
                        row.client(),
                        row.mailbox(),
                        cells.text(cells.devices, 2),
                        cells.text(cells.servers, 3),
                        cells.text(cells.externals, 2),
                        row.clause(),
                        row.outcome())));
    page.append(
        """

        The address that a browser is given in the 2010 server's own site is an ExternalURL, else an InternalURL; of several the one whose directory shows a form where the 2010 server's does, and none where it does not. In other sites it is an ExternalURL.
        Exchange2003Url has no word in a topology. It is taken for `/exchange` at the published name behind which Exchange 2003 servers stand; where there is none the outcome is `UNDETERMINED`.

        ## The hops
        A browser that is proxied passes the checks of [Outlook Web Access](owa.md) but those of versions and certificates, which 2010 is taken to pass; a proxied device passes those of [Exchange ActiveSync](activesync.md), to a 2003 back end too.
        """);
    page.append(ClauseTable.of("X"));
    page.append(
        """

        ## Outside the model
        Mailboxes on Exchange 2010 or later, other protocols, 2003 mailboxes by Outlook Anywhere, and devices with a mailbox in another site that has an ExternalURL: the specification has no row for them where a 2010 server is reached first. Exchange 2003 and Exchange 2013 and later are outside whatever the mailbox. What is outside is counted and named beside the matrix.
        """);
    return page.toString().replace("\r\n", "\n");
  }

  private static String client(CoexistenceFacts facts) {
    return switch (facts) {
      case CoexistenceFacts.Browser _ -> "browser";
      case CoexistenceFacts.Device _ -> "device";
      case CoexistenceFacts.Outlook(_, Rpc.Passes()) -> "Outlook Anywhere, and RPC passes";
      case CoexistenceFacts.Outlook(_, Rpc.Stopped()) -> "Outlook Anywhere, and RPC is stopped";
    };
  }

  private static String mailbox(CoexistenceFacts facts) {
    return switch (facts) {
      case CoexistenceFacts.Browser browser -> mailbox(browser.mailbox());
      case CoexistenceFacts.Device device -> mailbox(device.mailbox());
      case CoexistenceFacts.Outlook _ -> "on Exchange 2007";
    };
  }

  private static String mailbox(Where where) {
    return switch (where) {
      case Where.Nowhere() -> "none";
      case Where.OnLegacy _ -> "on Exchange 2003 or older";
      case Where.Here() -> "on Exchange 2007 in the first server's site";
      case Where.Elsewhere() -> "on Exchange 2007 in another site";
    };
  }

  private static String outcome(Outcome outcome) {
    return outcome.word() + outcome.refusal().map(reason -> " `" + reason + "`").orElse("");
  }

  /// What stands in the columns of one row.
  private static final class Cells {
    private final Set<String> devices = new LinkedHashSet<>();
    private final Set<String> servers = new LinkedHashSet<>();
    private final Set<String> externals = new LinkedHashSet<>();

    void add(CoexistenceFacts facts) {
      switch (facts) {
        case CoexistenceFacts.Browser(_, var itsServers, var external) -> add(itsServers, external);
        case CoexistenceFacts.Device(_, var device, var itsServers, var external) -> {
          devices.add(
              switch (device) {
                case ActiveSyncFacts.Device.Current() -> "12.1 or later";
                case ActiveSyncFacts.Device.Old() -> "less";
              });
          add(itsServers, external);
        }
        case CoexistenceFacts.Outlook _ -> {}
      }
    }

    private void add(SiteServers itsServers, External external) {
      servers.add(TablePage.servers(itsServers));
      externals.add(TablePage.external(external));
    }

    String text(Set<String> values, int all) {
      if (values.isEmpty()) {
        return "";
      }
      return values.size() == all ? "any" : String.join(" or ", values);
    }
  }
}

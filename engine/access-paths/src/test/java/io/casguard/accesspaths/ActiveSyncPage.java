package io.casguard.accesspaths;

import io.casguard.accesspaths.ActiveSyncFacts.Device;
import io.casguard.accesspaths.ActiveSyncFacts.Own;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The reference page of Exchange ActiveSync, rendered from the table over all facts.
final class ActiveSyncPage {
  private ActiveSyncPage() {}

  static String render() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Exchange ActiveSync

        What an Exchange 2007 Client Access server does with a device's request. This page is rendered from the decision table over all facts; a test compares it.

        ## Before the table
        A device logs on with Basic authentication, or with a certificate where the directory accepts them, unless the publisher logs on in its place by NTLM or Kerberos; else it gets 401 (A-1). Integrated at the first server is a note for devices that speak less than 12.0, never a failure.

        ## The table
        The servers, ExternalURLs and the device are asked for only where the columns before them leave the matter open. A device of which nobody says what it speaks is taken for a current one.

        """);
    TablePage table =
        new TablePage(
            "mailbox",
            "device speaks",
            "ExternalURL of the first server",
            "servers of the mailbox's site",
            "ExternalURL of another server there");
    for (ActiveSyncFacts facts : ActiveSyncFactsSpace.all()) {
      table.add(
          ActiveSyncTable.decide(facts, ActiveSyncFactsSpace.FAILURES),
          mailbox(facts.mailbox()),
          switch (facts.device()) {
            case Device.Current() -> "12.1 or later";
            case Device.Old() -> "less";
          },
          switch (facts.own()) {
            case Own.Published() -> "set";
            case Own.Unpublished() -> "none";
          },
          TablePage.servers(facts.servers()),
          TablePage.external(facts.external()));
    }
    page.append(table.text());
    page.append(
        """

        Several servers with an ExternalURL are equals: the first by name is named, and the others beside it.

        ## The hop to the second server
        A `PROXY` of the table is tried; the first check that refuses decides. The device then gets 503 (an open question, Q3: 500 and 403 can be assumed in its place).

        | clause | check |
        |---|---|
        """);
    ActiveSyncHops.leg(ActiveSyncFactsSpace.FAILURES, Assumptions.DEFAULT, Clause.A_4G)
        .checks()
        .forEach(
            check ->
                page.append("| %s | %s |%n".formatted(check.clause(), check.clause().sentence())));
    page.append(
        """

        Integrated counts where the request lands: before SP1 on `Microsoft-Server-ActiveSync` itself (A-5a), from SP1 on in its `Proxy` subdirectory (A-5b), whatever the directory above it accepts. Where the subdirectory is missing the request fails (A-5c; an open question, Q6: the directory above it can be assumed to take it). Certificates are taken, trusted or not, and there is no setting that lets an http address pass.

        ## The hop to a 2003 back end
        | clause | reason of the failure | status | check |
        |---|---|---|---|
        """);
    List<LegacyHop.LegacyCheck> checks = new ArrayList<>(LegacyHop.ACTIVE_SYNC_CHECKS);
    checks.addAll(LegacyHop.ACTIVE_SYNC_CHECKS_OF_EXCHANGE);
    checks.forEach(
        check ->
            page.append(
                "| %s | `%s` | %s | %s |%n"
                    .formatted(
                        check.clause(),
                        check.failure().reason(),
                        check.failure().status().orElseThrow(),
                        check.clause().sentence())));
    page.append(ClauseTable.of("S", "C", "A"));
    page.append(
        """

        ## Following a 451
        The outcome is the first server's answer. `reached` says what becomes of the device (A-4a):

        | device speaks | reached |
        |---|---|
        """);
    for (String version : List.of("14.0", "12.1", "12.0", "2.5")) {
      Following.Followed followed = ActiveSyncDevices.follows451(DeviceVersion.parse(version));
      page.append(
          "| %s | `%s`%s |%n".formatted(version, followed.reached().word(), note(followed)));
    }
    Following.Followed unsaid = ActiveSyncDevices.follows451(Optional.empty());
    page.append("| unsaid | `%s`%s |%n".formatted(unsaid.reached().word(), note(unsaid)));
    page.append(
        """

        A device that follows is followed: where the address leads back to a server already visited, `reached` is `no` and the reason `redirect_loop`; where its network does not reach the name, `redirect_unreachable`; where the server behind it refuses, that server's reason.
        A 451 is no transparent redirection: for an administrator it is a failure unless his devices follow it.

        ## Devices and people
        A population's `devices` say how many of its people have a device that speaks a version; each version is a user class of its own, and the rest are one of unsaid version.

        ## Not simulated
        Provisioning (449), which is never a failure of routing, and the certificates of devices.
        """);
    return page.toString().replace("\r\n", "\n");
  }

  private static String note(Following.Followed followed) {
    return followed.remarks().isEmpty() ? "" : ": " + String.join("; ", followed.remarks());
  }

  private static String mailbox(WhereMailbox mailbox) {
    return switch (mailbox) {
      case WhereMailbox.Nowhere() -> "none";
      case WhereMailbox.OnRefusedLegacy() ->
          "on Exchange 2003 or older, with BlockLegacyMailboxes set";
      case WhereMailbox.OnLegacy _ -> "on Exchange 2003 or older";
      case WhereMailbox.OnNewer() -> "on Exchange 2010, the first server 2007 SP2 or later";
      case WhereMailbox.OnTooNew() -> "on a server too new for the first server";
      case WhereMailbox.Here _ -> "in the first server's site";
      case WhereMailbox.Elsewhere() -> "in another site";
    };
  }
}

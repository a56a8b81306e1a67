package io.casguard.accesspaths;

import io.casguard.accesspaths.UmFacts.AcrossSites;
import io.casguard.accesspaths.UmFacts.WhereMailbox;
import java.util.ArrayList;
import java.util.List;

/// The reference page of Unified Messaging, rendered from the table over all facts.
final class UmPage {
  private static final List<WhereMailbox> MAILBOXES =
      List.of(
          new WhereMailbox.Nowhere(),
          new WhereMailbox.OnLegacy(),
          new WhereMailbox.OnNewer(),
          new WhereMailbox.Here("CAS1"),
          new WhereMailbox.Elsewhere("CAS1"));

  private UmPage() {}

  /// Every combination of facts, one value for each kind.
  static List<UmFacts> all() {
    List<UmFacts> all = new ArrayList<>();
    for (WhereMailbox mailbox : MAILBOXES) {
      all.add(new UmFacts(mailbox, new AcrossSites.Served()));
      all.add(new UmFacts(mailbox, new AcrossSites.Refused()));
    }
    return all;
  }

  static String render() {
    TablePage table = new TablePage("mailbox", "across sites (Q7)");
    all()
        .forEach(
            facts ->
                table.add(
                    UmTable.decide(facts),
                    mailbox(facts.mailbox()),
                    facts.acrossSites() instanceof AcrossSites.Served ? "local" : "fail"));
    return """
        # Unified Messaging

        What an Exchange 2007 Client Access server does with a request for `/UnifiedMessaging/Service.asmx` (Play on Phone). Outlook and Outlook Web Access learn the address from Autodiscover. This page is rendered from the decision table over all facts; a test compares it. How doors, unsaid values and people are treated stands with [Outlook Web Access](owa.md).

        ## The table
        What happens across sites is an open question without a source (Q7); `local` is taken for right unless a person says otherwise.

        """
        + table.text()
        + """

        Where no server of the organization holds the Unified Messaging role, nobody is counted unless a population is stated to use it; a single request is remarked on.
        """
        + ClauseTable.of("S", "U")
        + """

        ## Not simulated
        Which Unified Messaging server is found, and whether it can place the call.
        """;
  }

  private static String mailbox(WhereMailbox mailbox) {
    return switch (mailbox) {
      case WhereMailbox.Nowhere() -> "none";
      case WhereMailbox.OnLegacy() -> "on Exchange 2003 or older";
      case WhereMailbox.OnNewer() -> "on a server newer than Exchange 2007";
      case WhereMailbox.Here _ -> "in the first server's site";
      case WhereMailbox.Elsewhere _ -> "in another site";
    };
  }
}

package io.casguard.accesspaths;

import io.casguard.accesspaths.OabFacts.Address;
import io.casguard.accesspaths.OabFacts.Files;
import io.casguard.accesspaths.OabFacts.Transport;
import io.casguard.accesspaths.OabFacts.WhoseMailbox;

/// The reference page of the offline address book, rendered from the table over all facts.
final class OabPage {
  private OabPage() {}

  static String render() {
    TablePage table = new TablePage("mailbox", "address", "the files there", "the request there");
    for (OabFacts facts : OabFactsSpace.all()) {
      table.add(
          OabTable.decide(facts),
          switch (facts.mailbox()) {
            case WhoseMailbox.Nobody() -> "none";
            case WhoseMailbox.OfLegacy() -> "on Exchange 2003 or older";
            case WhoseMailbox.Served() -> "on Exchange 2007 or later";
          },
          switch (facts.address()) {
            case Address.Undistributed() -> "no distribution point";
            case Address.Unadvertised() -> "none for the client's network";
            case Address.At _ -> "given or typed";
          },
          switch (facts.files()) {
            case Files.Held() -> "held";
            case Files.Missing() -> "missing";
          },
          switch (facts.transport()) {
            case Transport.Taken() -> "taken";
            case Transport.Refused() -> "http where SSL is required";
          });
    }
    return """
        # Offline address book

        What becomes of the download of the offline address book. Nothing is proxied, and nobody is redirected. This page is rendered from the decision table over all facts; a test compares it.

        ## Where it is fetched
        Outlook goes where Autodiscover sends it (B-1): inside to the InternalURL, outside to the ExternalURL of the distribution point closest to the mailbox server, by the costs of the site links (D-2d); of several that are equally close any may be given, and all are named. A request without an entry is simulated from there; one with an entry is a typed address. Which servers are distribution points is stated in `offlineAddressBooks`; a point of any book counts, since a topology does not say who uses which.

        ## The table
        """
        + table.text()
        + """

        The 403 of B-2b is a 403.4. With question Q8 answered by `none`, outside only the distribution points of the mailbox's own site are given.
        """
        + ClauseTable.of("S", "B");
  }
}

package io.casguard.guidelines;

import io.casguard.topology.Certainty;

/// What a guideline rests on: a text and its words.
///
/// @param text where it stands
/// @param quote the words of the text, or what it says where it is not quoted
/// @param certainty how sure the field is
public record Source(Text text, String quote, Certainty certainty) {
  /// The texts that guidelines cite, by their short names in reports.
  public enum Text {
    SA("Anderson Patricio, Exchange Server 2007 CAS-CAS Proxying Guidelines"),
    SB("Elan Shudnow, Client Access Server Proxying and Redirection, 2007-09-06"),
    MS_OVW("Microsoft, Overview of Exchange Server 2007 CAS Proxying and Redirection"),
    MS_OWA("Microsoft, How Exchange Server 2007 CAS Proxying Works for Outlook Web Access"),
    BB885049("Microsoft, technet bb885049: RedirectToOptimalOWAServer, Exchange 2007"),
    RCA451(
        "Microsoft Remote Connectivity Analyzer, Exchange ActiveSync returned an HTTP 451 error"),
    EV42("Microsoft, event MSExchange OWA 42"),
    EV71("Microsoft, event MSExchange OWA 71"),
    EWSRC("Microsoft, response codes of Exchange Web Services"),
    EWSSP1("Microsoft, Exchange 2007 SP1 introduces the proxying of Exchange Web Services"),
    RCAURL(
        "Microsoft Remote Connectivity Analyzer, ActiveSync ExternalURL is not in the expected format"),
    SETOWA("Microsoft, Set-OwaVirtualDirectory"),
    SETEAS07("Microsoft, Set-ActiveSyncVirtualDirectory, Exchange 2007"),
    SETWS("Microsoft, Set-WebServicesVirtualDirectory"),
    T763("Microsoft, technet bb310763: Network Load Balancing and the internal URL"),
    ISA("Microsoft, ISA Server 2006 and Outlook Web Access"),
    RCANOAUTH("Microsoft Remote Connectivity Analyzer, no supported authentication methods found");

    private final String title;

    Text(String title) {
      this.title = title;
    }

    /// The short name in reports: `SA`, `MS-OVW`.
    public String id() {
      return name().replace('_', '-');
    }

    /// Author and title.
    public String title() {
      return title;
    }
  }
}

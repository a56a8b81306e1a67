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
    MS_EAS("Microsoft, How Exchange 2007 CAS Proxying Works for ActiveSync"),
    MS_EAS03("Microsoft, Maintaining ActiveSync access to Exchange 2003 mailboxes"),
    HELP07("Microsoft, Understanding Proxying and Redirection, Exchange 2007"),
    HELP10("Microsoft, Understanding Proxying and Redirection, Exchange 2010"),
    BB885049("Microsoft, technet bb885049: RedirectToOptimalOWAServer, Exchange 2007"),
    POPX(
        "Microsoft, How to Enable Cross-Site Connectivity for POP3 and IMAP4 Clients, Exchange 2007 SP1"),
    EWSPROXY("Microsoft, Exchange Web Services proxying, Exchange 2007 and 2010"),
    EWSRC("Microsoft, response codes of Exchange Web Services"),
    EWSSP1("Microsoft, Exchange 2007 SP1 introduces the proxying of Exchange Web Services"),
    BB204246("Microsoft, technet bb204246: RedirectUrl of Autodiscover, Exchange 2007 SP2"),
    AA997633("Microsoft, technet aa997633: site affinity of Autodiscover"),
    AA997703("Microsoft, technet aa997703: authentication of Outlook Anywhere, RTM and SP1"),
    ISA("Microsoft, ISA Server 2006 and Outlook Web Access"),
    T763("Microsoft, technet bb310763: Network Load Balancing and the internal URL"),
    SP2PRE("Microsoft, Exchange 2007 Service Pack 2 prerequisites"),
    AVAIL("Microsoft, technet aa997237: the Availability service, Exchange 2007"),
    OABSEL("Microsoft, which offline address book URL Autodiscover gives"),
    OABDIST("Microsoft, distribution points of the offline address book, Exchange 2007"),
    KB940726("Microsoft, KB 940726: the certificate warning of Outlook 2007"),
    KB2751417("Microsoft, KB 2751417: devices and the HTTP 451 response"),
    OFFLOAD("Microsoft, SSL offloading, Exchange 2007"),
    PFOWA("Microsoft, technet bb430795: public folders through Outlook Web Access"),
    OACERT("Microsoft, certificate principal name of Outlook Anywhere, Exchange 2007"),
    OAIPV6("Microsoft, Outlook Anywhere and IPv6 on Windows Server 2008"),
    OAWORK("Microsoft, How does Outlook Anywhere work, and not work"),
    EV42("Microsoft, event MSExchange OWA 42"),
    EV43("Microsoft, event MSExchange OWA 43"),
    EV46("Microsoft, KB 947168: event MSExchange OWA 46"),
    EV71("Microsoft, event MSExchange OWA 71"),
    EV4002("Microsoft, event MSExchange Availability 4002"),
    EV4003("Microsoft, event MSExchange Availability 4003"),
    EVEWS(
        "Microsoft, event of a failed authentication between Client Access servers, Exchange Web Services"),
    RCA451(
        "Microsoft Remote Connectivity Analyzer, Exchange ActiveSync returned an HTTP 451 error"),
    RCA_MOB(
        "Microsoft Remote Connectivity Analyzer, the MobileSync provider of Autodiscover returned an error"),
    RCA401(
        "Microsoft Remote Connectivity Analyzer, the ActiveSync OPTIONS command returned HTTP 401"),
    RCA500(
        "Microsoft Remote Connectivity Analyzer, Exchange ActiveSync returned an HTTP 500 error"),
    RCA4034(
        "Microsoft Remote Connectivity Analyzer, HTTP 403.4 because SSL is required on the virtual directory"),
    RCAURL(
        "Microsoft Remote Connectivity Analyzer, ActiveSync ExternalURL is not in the expected format"),
    RCAOUT(
        "Microsoft Remote Connectivity Analyzer, the Outlook provider of Autodiscover returned an error"),
    RCAEXPR(
        "Microsoft Remote Connectivity Analyzer, the EXPR element is missing from the Autodiscover response"),
    RCAAUTH(
        "Microsoft Remote Connectivity Analyzer, required authentication methods could not be found"),
    RCANOAUTH("Microsoft Remote Connectivity Analyzer, no supported authentication methods found"),
    RCAUNSUP(
        "Microsoft Remote Connectivity Analyzer, an unsupported authentication method was found"),
    RCAANON(
        "Microsoft Remote Connectivity Analyzer, anonymous authentication is enabled on the virtual directory"),
    RCARPC("Microsoft Remote Connectivity Analyzer, RPC over HTTP connections are not allowed"),
    SETOWA("Microsoft, Set-OwaVirtualDirectory"),
    SETWS("Microsoft, Set-WebServicesVirtualDirectory"),
    SETWS07("Microsoft, Set-WebServicesVirtualDirectory, Exchange 2007"),
    SETEAS("Microsoft, Set-ActiveSyncVirtualDirectory"),
    SETEAS07("Microsoft, Set-ActiveSyncVirtualDirectory, Exchange 2007"),
    SETOAB("Microsoft, Set-OabVirtualDirectory"),
    SETOA("Microsoft, Set-OutlookAnywhere"),
    SETCAS("Microsoft, Set-ClientAccessServer"),
    SETPOP("Microsoft, Set-PopSettings"),
    ADSITELINK("Microsoft, Set-ADSiteLink"),
    EXBPAOWA("Microsoft, Exchange Best Practices Analyzer, Outlook Web Access"),
    KB932605(
        "Microsoft, KB 932605: IMAP4 from an Exchange 2007 Client Access server to Exchange 2003"),
    KB817379(
        "Microsoft, KB 817379: ActiveSync and Outlook Mobile Access with SSL or forms on Exchange 2003"),
    BOOKOAB(
        "Professional Windows PowerShell for Exchange Server 2007 SP1, the offline address book"),
    BOOK10PLAN("Planning Client Access to Exchange 2010, Outlook Web App"),
    BOOK10INT("Exchange Server 2010, interoperability with earlier versions"),
    BOOK10OA("Exchange Server 2010, Outlook Anywhere in every site"),
    E14OWA("Microsoft, proxying for Outlook Web App, Exchange 2010 RTM"),
    COEX("Coexistence of Exchange 2010 with Exchange 2007 and 2003"),
    ZLOEBER("Zachary Loeber, Exchange 2010: Even More Migration Tips"),
    SAVILL("John Savill, How do Microsoft Outlook clients communicate with Exchange 2007?"),
    P365AFF("Practical 365, modifying the Autodiscover site scope"),
    GENIE("Exchange Genie, Exchange 2007 Autodiscover service, part 1"),
    NONE_FOUND("no text was found; practice of the field");

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

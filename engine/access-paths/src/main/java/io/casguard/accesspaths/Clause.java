package io.casguard.accesspaths;

import static io.casguard.topology.Certainty.ASSUMED;
import static io.casguard.topology.Certainty.FOUND;
import static io.casguard.topology.Certainty.INFERRED;

import io.casguard.topology.Certainty;

/// One sentence of the routing specification. Its id is public and permanent.
public enum Clause {
  S_1("S-1", "Users whose own switch for the protocol is off are refused.", "K", ASSUMED),
  S_2("S-2", "A user for whom no name and no server is reachable has no way in.", "K", ASSUMED),
  S_3("S-3", "A server without the Client Access role does not answer clients.", "MS-OVW", FOUND),
  S_4("S-4", "A service that is switched off at the server reached answers nobody.", "K", ASSUMED),
  S_5("S-5", "Without a mailbox there is nothing to serve.", "K", ASSUMED),

  C_6(
      "C-6",
      "Kerberos needs the host of the address to be a service principal name of the computer it leads to.",
      "EV71",
      FOUND),
  C_10(
      "C-10",
      "Of several servers that would do any may be chosen, and one that does not answer is passed over.",
      "EWSRC",
      INFERRED),

  A_1(
      "A-1",
      "A device logs on to the first server with Basic authentication or a certificate, unless the publisher does so in its place.",
      "RCAAUTH",
      FOUND),
  A_2A(
      "A-2a",
      "Devices with 2003 mailboxes are refused where BlockLegacyMailboxes is set on the first server.",
      "MS-EAS",
      FOUND),
  A_2B(
      "A-2b",
      "A 2003 mailbox is proxied straight to Microsoft-Server-ActiveSync of its back end, whatever the sites.",
      "MS-EAS",
      FOUND),
  A_2C(
      "A-2c",
      "Microsoft-Server-ActiveSync of the 2003 back end must accept Integrated authentication, set in System Manager (hotfix 937031).",
      "MS-EAS03",
      FOUND),
  A_2D("A-2d", "Forms on /Exchange of the 2003 back end break its ActiveSync.", "KB817379", FOUND),
  A_2E(
      "A-2e",
      "Required SSL on /Exchange of the 2003 back end breaks its ActiveSync.",
      "KB817379",
      FOUND),
  A_3A(
      "A-3a",
      "A device that speaks 12.1 or later and has a 2010 mailbox is answered 451 with an address of Exchange 2010.",
      "COEXEAS",
      FOUND),
  A_3B(
      "A-3b",
      "A device that speaks less than 12.1 and has a 2010 mailbox is answered 403.",
      "COEXEAS",
      FOUND),
  A_3C(
      "A-3c",
      "Exchange 2007 before SP2 knows of no newer mailboxes, and no Exchange 2007 knows of any newer than 2010.",
      "K",
      ASSUMED),
  A_3D(
      "A-3d",
      "Where no Exchange 2010 server of the mailbox's site has an ExternalURL there is no address to send a device to.",
      "K",
      ASSUMED),
  A_4(
      "A-4",
      "For a mailbox of another site the Client Access servers of that site decide.",
      "RCA451",
      FOUND),
  A_4A(
      "A-4a",
      "Devices that speak 14.0 or later follow a 451; whether those that speak 12.1 do is disputed, and older ones do not.",
      "KB2751417",
      ASSUMED),
  A_4B(
      "A-4b",
      "Where a server of the mailbox's site has an ExternalURL, the device is answered 451 with that address.",
      "RCA451",
      FOUND),
  A_4C(
      "A-4c",
      "The first server serves a mailbox of its own site itself where it has an ExternalURL or no other server there has one.",
      "RCA451",
      FOUND),
  A_4D(
      "A-4d",
      "A first server without ExternalURL can answer 451 for a mailbox of its own site where another server there has one.",
      "RCA451",
      FOUND),
  A_4E(
      "A-4e",
      "A site whose mailboxes are synchronized from elsewhere needs a Client Access server of its own.",
      "MS-OVW",
      FOUND),
  A_4F(
      "A-4f",
      "A device is proxied only to a server with an InternalURL that lets the first server in by Integrated authentication.",
      "K",
      ASSUMED),
  A_4G(
      "A-4g",
      "The first server proxies the device to a fit server of the mailbox's site.",
      "MS-EAS",
      FOUND),
  A_4H("A-4h", "A device is not proxied to an http address.", "K", ASSUMED),
  A_4I(
      "A-4i",
      "A device is not proxied to a server of a newer service pack than the first one's.",
      "K",
      ASSUMED),
  A_4J("A-4j", "The address that a device is proxied to resolves and answers.", "K", ASSUMED),
  A_4K(
      "A-4k",
      "The first server must be able to authenticate by Kerberos where a proxied device lands.",
      "EV71",
      INFERRED),
  A_4L(
      "A-4l",
      "A proxied device is not proxied again, so the address must lead to a server of the mailbox's site.",
      "K",
      INFERRED),
  A_5A(
      "A-5a",
      "Before SP1 proxied devices land on Microsoft-Server-ActiveSync, which itself must accept Integrated authentication.",
      "SETEAS07",
      FOUND),
  A_5B(
      "A-5b",
      "From SP1 on proxied devices land on the Proxy subdirectory, whose Integrated authentication counts.",
      "SETEAS07",
      ASSUMED),
  A_5C(
      "A-5c", "Where the Proxy subdirectory is missing proxied devices are refused.", "K", ASSUMED),
  B_1(
      "B-1",
      "Outlook fetches the offline address book from the address that Autodiscover gave.",
      "BOOKOAB",
      FOUND),
  B_1A(
      "B-1a",
      "A distribution point serves the files itself, without proxying or redirection.",
      "BOOKOAB",
      FOUND),
  B_1B(
      "B-1b",
      "An address book without a distribution point has no files on the web.",
      "OABDIST",
      INFERRED),
  B_1C("B-1c", "A server that is no distribution point does not hold the files.", "OABDIST", FOUND),
  B_2A(
      "B-2a",
      "The address book is not advertised outside until its ExternalURL is set.",
      "BOOKOAB",
      FOUND),
  B_2B("B-2b", "Where the directory requires SSL, http is answered with 403.4.", "RCA4034", FOUND),

  D_1A(
      "D-1a",
      "Outlook inside prefers the service connection points whose scope names its site.",
      "AA997633",
      FOUND),
  D_1B(
      "D-1b",
      "Where no scope names the site of the client, any service connection point is taken.",
      "AA997633",
      FOUND),
  D_1C(
      "D-1c",
      "Outside, Autodiscover is looked for at the SMTP domain, and then at autodiscover in front of it.",
      "GENIE",
      FOUND),
  D_1D(
      "D-1d",
      "Outside, only a name counts that is published to the internet, leads to a Client Access server and stands in its certificate.",
      "K",
      ASSUMED),
  D_1E(
      "D-1e",
      "Without a service connection point that leads to a server, Outlook inside does not find Autodiscover.",
      "K",
      ASSUMED),
  D_2A(
      "D-2a",
      "The server reached answers itself for a mailbox of any site, without proxying or redirection.",
      "K",
      ASSUMED),
  D_2B("D-2b", "The section EXCH holds the InternalURLs of the mailbox's site.", "K", ASSUMED),
  D_2C(
      "D-2c",
      "The section EXPR holds the ExternalURLs of the mailbox's site, and the name and authentication of Outlook Anywhere.",
      "K",
      ASSUMED),
  D_2D(
      "D-2d",
      "The address book's address is that of the distribution point closest to the mailbox server.",
      "OABSEL",
      INFERRED),
  D_2E(
      "D-2e",
      "Where the mailbox's site publishes nothing, the closest site that does is named.",
      "K",
      ASSUMED),
  D_3("D-3", "Autodiscover does not serve a mailbox on Exchange 2003 or older.", "RCAOUT", FOUND),
  D_4A(
      "D-4a",
      "Exchange 2007 SP2 and later send clients of a 2010 mailbox to a server that can serve it, with a 302.",
      "BB204246",
      FOUND),
  D_4B(
      "D-4b",
      "Without the address of a 2010 server there is nowhere to send clients of a 2010 mailbox.",
      "K",
      ASSUMED),
  D_4C(
      "D-4c",
      "A server does not know mailboxes of a product that is too new for it.",
      "K",
      ASSUMED),
  D_5A(
      "D-5a",
      "Devices are given the ActiveSync ExternalURL of the mailbox's site.",
      "RCA-MOB",
      FOUND),
  D_5B(
      "D-5b",
      "Before SP1 with rollup 4, devices get an error where the mailbox's site has no ActiveSync ExternalURL.",
      "RCA-MOB",
      FOUND),
  D_5C(
      "D-5c",
      "From SP1 with rollup 4 on, devices are then given that of the closest site which has one.",
      "K",
      ASSUMED),
  D_5D(
      "D-5d",
      "Where no site has an ActiveSync ExternalURL, there is no address to give to devices.",
      "K",
      ASSUMED),
  D_6A("D-6a", "EXPR is missing where Outlook Anywhere is not enabled.", "RCAEXPR", FOUND),
  D_6B("D-6b", "EXCH is missing where MAPI is switched off for the user.", "RCAEXCH", FOUND),
  D_7("D-7", "Devices expect exactly https://<host>/Microsoft-Server-ActiveSync.", "RCAURL", FOUND),

  M_1(
      "M-1",
      "Outlook inside opens the mailbox server by RPC itself; no Client Access server takes part.",
      "SAVILL",
      FOUND),
  M_2("M-2", "RPC must pass from the client's site to the mailbox server.", "K", ASSUMED),
  M_3A(
      "M-3a",
      "A 2010 mailbox is opened through a 2010 Client Access server of its site.",
      "BOOK10INT",
      FOUND),
  M_3B(
      "M-3b",
      "A 2010 mailbox is out of reach where no 2010 Client Access server is in its site.",
      "BOOK10INT",
      INFERRED),
  O_1(
      "O-1",
      "The user is authenticated at the first server, or the publisher delegates.",
      "SA",
      FOUND),
  O_2("O-2", "Without a mailbox there is nothing to open.", "E14OWA", FOUND),
  O_3A("O-3a", "A 2003 mailbox is not opened through /owa.", "E14OWA", FOUND),
  O_3B(
      "O-3b",
      "A 2003 mailbox is proxied straight to its back end through /exchange and /public, whatever the sites.",
      "MS-OWA",
      FOUND),
  O_3C(
      "O-3c",
      "Where the Mailbox role is on the same server, /exchange belongs to it and does not reach a back end.",
      "K",
      ASSUMED),
  O_3D("O-3d", "Forms on the 2003 back end break legacy proxying.", "SA", FOUND),
  O_3E(
      "O-3e",
      "A 2003 back end that requires SSL refuses a Client Access server, which comes over plain HTTP.",
      "KB817379",
      ASSUMED),
  O_3F(
      "O-3f",
      "The 2003 back end must accept Integrated authentication; with Basic alone the request ends in a 401 loop.",
      "MS-OWA",
      FOUND),
  O_4A(
      "O-4a",
      "Exchange 2007 SP2 and later offer a link to the ExternalURL of the 2010 site that holds the mailbox.",
      "K",
      ASSUMED),
  O_4B(
      "O-4b",
      "A 2007 Client Access server that knows no address of a newer mailbox's site cannot open the mailbox.",
      "K",
      ASSUMED),
  O_5A(
      "O-5a",
      "A browser that asks for /exchange or /public with a 2007 mailbox is sent to /owa on the same host.",
      "K",
      ASSUMED),
  O_5("O-5", "The first server opens a mailbox of its own site itself.", "MS-OWA", FOUND),
  O_5B(
      "O-5b",
      "A Client Access server does not open a mailbox on a server of a newer service pack.",
      "K",
      ASSUMED),
  O_6(
      "O-6",
      "A site whose mailboxes are opened from elsewhere needs a Client Access server of its own.",
      "MS-OVW",
      FOUND),
  O_7(
      "O-7",
      "The ExternalURLs in the mailbox's site decide between a link and proxying.",
      "MS-OWA",
      FOUND),
  O_7A(
      "O-7a",
      "Where a server of the mailbox's site has an ExternalURL, the user is offered a link to it.",
      "BB885049",
      FOUND),
  O_7B(
      "O-7b",
      "With RedirectToOptimalOWAServer off the request is proxied to that ExternalURL, and InternalURLs are ignored.",
      "BB885049",
      FOUND),
  O_8(
      "O-8",
      "Only a server with an InternalURL and Integrated authentication is proxied to.",
      "SA",
      FOUND),
  O_9("O-9", "The first server proxies to a fit server of the mailbox's site.", "MS-OWA", FOUND),
  O_9A(
      "O-9a",
      "An http address is refused unless AllowProxyingWithoutSSL is set on the first server.",
      "EV42",
      FOUND),
  O_9B(
      "O-9b",
      "The first server needs the second one's version, or a newer one that still holds its resource folder.",
      "EV46",
      FOUND),
  O_9C("O-9c", "The address resolves and answers.", "K", ASSUMED),
  O_9D(
      "O-9d",
      "An untrusted certificate is refused only where AllowInternalUntrustedCerts is 0.",
      "EV43",
      FOUND),
  O_9E(
      "O-9e",
      "A second server that answers 403, because it wants SSL, refuses the request.",
      "EV42",
      FOUND),
  O_9F(
      "O-9f",
      "The first server must be able to authenticate to the second one by Kerberos.",
      "EV71",
      FOUND),
  O_9G(
      "O-9g",
      "A proxied request is not proxied again, so the address must lead to a server of the mailbox's site.",
      "SA",
      INFERRED),
  O_9H(
      "O-9h",
      "The second server opens the mailbox; the user keeps the first address.",
      "MS-OWA",
      FOUND),

  P_1(
      "P-1",
      "The user's own switch is on and the service runs at the server reached.",
      "K",
      ASSUMED),
  P_2(
      "P-2",
      "POP3 and IMAP4 are served where the mailbox is in the first server's site.",
      "POPX",
      FOUND),
  P_3A(
      "P-3a",
      "A user whose mailbox is in another site is refused by default from SP1 on.",
      "POPX",
      FOUND),
  P_3B(
      "P-3b",
      "With AllowCrossSiteSessions on the first server opens the mailbox by RPC across sites.",
      "POPX",
      FOUND),
  P_3C("P-3c", "A session across sites needs RPC to pass between them.", "K", ASSUMED),
  P_3D(
      "P-3d",
      "What POP3 and IMAP4 do across sites before SP1 is an open question (Q5).",
      "K",
      ASSUMED),
  P_4A("P-4a", "A 2003 mailbox is opened by the same protocol at its back end.", "KB932605", FOUND),
  P_4B("P-4b", "A 2003 back end whose service is off refuses the connection.", "K", ASSUMED),
  P_5(
      "P-5",
      "A 2007 Client Access server does not open a newer mailbox by POP3 or IMAP4.",
      "K",
      ASSUMED),

  R_1A(
      "R-1a",
      "The first server opens RPC to the mailbox server itself, in whatever site it is.",
      "SB",
      FOUND),
  R_1B("R-1b", "RPC must pass from the first server to the mailbox server.", "K", ASSUMED),
  R_2("R-2", "Outlook Anywhere must be enabled at the first server.", "K", ASSUMED),
  R_6A(
      "R-6a",
      "A 2003 mailbox is opened by RPC at a back end that has RPC over HTTP enabled.",
      "K",
      ASSUMED),
  R_6B(
      "R-6b",
      "A 2003 back end without RPC over HTTP does not open mailboxes to Outlook Anywhere.",
      "K",
      ASSUMED),
  R_7(
      "R-7",
      "A 2007 Client Access server does not open a newer mailbox by Outlook Anywhere.",
      "K",
      ASSUMED),

  U_1(
      "U-1",
      "The Client Access server that Autodiscover names finds a Unified Messaging server, and never redirects.",
      "ROOT",
      FOUND),
  U_1A("U-1a", "It does so for a mailbox of another site as well.", "K", ASSUMED),
  U_1B(
      "U-1b", "It refuses a mailbox of another site (only where Q7 is answered so).", "K", ASSUMED),
  U_1C(
      "U-1c",
      "Nobody with a mailbox on Exchange 2003 or older has Unified Messaging of Exchange 2007.",
      "K",
      ASSUMED),
  U_1D(
      "U-1d",
      "A 2007 Client Access server does not serve Unified Messaging of a newer mailbox.",
      "K",
      ASSUMED),

  V_1(
      "V-1",
      "Free/busy times are asked for where the mailbox of each person is, for each person apart.",
      "AVAIL",
      FOUND),
  V_1A("V-1a", "In its own site the first server reads them by RPC.", "AVAIL", INFERRED),
  V_1B(
      "V-1b",
      "In another site a Client Access server there is asked over HTTPS, before SP1 as well as after.",
      "EV4002",
      FOUND),
  V_1C(
      "V-1c",
      "Those of a mailbox on Exchange 2003 are read from a public folder, by HTTP at /public.",
      "AVAIL",
      FOUND),
  V_1D(
      "V-1d",
      "A 2007 Client Access server does not find out the times of a mailbox on a newer server.",
      "K",
      ASSUMED),
  V_1E(
      "V-1e",
      "The public folder is read at a 2003 server that is kept for public folders, else at the mailbox's own.",
      "K",
      ASSUMED),
  V_2A(
      "V-2a",
      "Without a Client Access server in that site the proxied request is not allowed.",
      "EWSRC",
      INFERRED),
  V_2B(
      "V-2b",
      "Nor is it where none there has an address and accepts Integrated authentication.",
      "EWSRC",
      INFERRED),
  V_2C(
      "V-2c",
      "An http address is not used unless Web Services may be proxied without SSL.",
      "K",
      ASSUMED),
  V_2D(
      "V-2d",
      "A server that cannot be reached lets the processing of the request fail.",
      "EWSRC",
      FOUND),
  V_2E(
      "V-2e",
      "A certificate that is not trusted stops the request only where Web Services are told to.",
      "EV43",
      INFERRED),
  V_2F("V-2f", "A server that requires SSL answers plain http with 403.", "RCA4034", INFERRED),
  V_2G(
      "V-2g",
      "The request must be authenticated by Kerberos under a registered name.",
      "EV71",
      INFERRED),
  V_2H(
      "V-2h",
      "The server asked must be of the mailbox's site, since it asks no further one.",
      "K",
      ASSUMED),
  V_3(
      "V-3",
      "Only the times of that person are missing; the rest of the request succeeds.",
      "K",
      ASSUMED),
  V_4(
      "V-4",
      "A public-folder server that requires SSL on /public answers the lookup with 403.",
      "EV4003",
      INFERRED),

  W_1(
      "W-1",
      "Web Services never redirect: a call for a mailbox elsewhere is proxied, whatever the ExternalURLs.",
      "EWSPROXY",
      FOUND),
  W_2A("W-2a", "Web Services serve no mailbox on Exchange 2003 or older.", "K", ASSUMED),
  W_2B(
      "W-2b",
      "A 2007 Client Access server does not serve a mailbox on a server newer than Exchange 2007.",
      "K",
      ASSUMED),
  W_3("W-3", "The first server serves a mailbox of its own site itself.", "EWSPROXY", INFERRED),
  W_3A(
      "W-3a",
      "Web Services are proxied from SP1 on: neither server may be of the version first released.",
      "EWSSP1",
      FOUND),
  W_3B(
      "W-3b",
      "A call for another site needs a Client Access server there that Web Services have an address of.",
      "EWSRC",
      FOUND),
  W_3C("W-3c", "At least one of those servers must accept Windows authentication.", "EWSRC", FOUND),
  W_3D(
      "W-3d",
      "At least one of those servers must be reached over SSL, unless the first server may proxy without.",
      "EWSRC",
      FOUND),
  W_3E(
      "W-3e",
      "At least one of those servers must not be too old, which it is where the mailbox server is newer.",
      "EWSRC",
      INFERRED),
  W_3F(
      "W-3f",
      "At least one of those servers must not be of a newer service pack than the first.",
      "EWSRC",
      ASSUMED),
  W_3G("W-3g", "At least one of those servers must answer.", "EWSRC", FOUND),
  W_3H("W-3h", "The first server must find out which site the mailbox is in.", "EWSRC", FOUND),
  W_3I(
      "W-3i",
      "A caller who is a member of more than 3,000 groups is not proxied for.",
      "EWSRC",
      FOUND),
  W_3J(
      "W-3j",
      "A call for a subscription must get to the very server that holds it.",
      "EWSRC",
      FOUND),
  W_3K(
      "W-3k",
      "The first server must be able to authenticate to the second one: by a registered name and by more than NTLM.",
      "EVEWS",
      FOUND),
  W_3L(
      "W-3l",
      "Between the servers an untrusted certificate is refused only where Web Services are told to.",
      "EV43",
      INFERRED),
  W_3M(
      "W-3m",
      "A proxied call is not proxied again, so its address must lead to a server of the mailbox's site.",
      "K",
      ASSUMED),
  W_3N(
      "W-3n",
      "The second server serves the mailbox and answers through the first.",
      "EWSPROXY",
      FOUND),
  W_4(
      "W-4",
      "Other servers reach Web Services by InternalNLBBypassUrl where it is set, else by InternalURL.",
      "SETWS",
      INFERRED),
  W_5(
      "W-5",
      "Clients inside should not have their calls proxied but ask Autodiscover for the right server.",
      "EWSPROXY",
      FOUND),

  X_1(
      "X-1",
      "Exchange 2010 sends a browser with a 2007 mailbox of its site on without asking, to an ExternalURL before an InternalURL.",
      "COEX",
      FOUND),
  X_1A(
      "X-1a",
      "Where no 2007 server of its site has an address Exchange 2010 cannot send a browser on.",
      "K",
      ASSUMED),
  X_2(
      "X-2",
      "Exchange 2010 offers a browser a link where the 2007 mailbox is in another site with an ExternalURL.",
      "COEX",
      FOUND),
  X_3(
      "X-3",
      "Exchange 2010 proxies a browser where the 2007 mailbox is in another site without ExternalURL.",
      "COEX",
      FOUND),
  X_4(
      "X-4",
      "Exchange 2010 sends a browser with a 2003 mailbox on without asking to Exchange2003Url, taken for the name that leads to Exchange 2003.",
      "COEX",
      ASSUMED),
  X_5A(
      "X-5a",
      "Exchange 2010 answers 451 to a device that knows Autodiscover, taken for one that speaks 12.1 or later, with a 2007 mailbox of its site.",
      "COEX",
      ASSUMED),
  X_5B(
      "X-5b",
      "Exchange 2010 proxies any other device with a 2007 mailbox of its site.",
      "COEX",
      FOUND),
  X_6(
      "X-6",
      "Exchange 2010 proxies a device where the 2007 mailbox is in another site without ExternalURL.",
      "COEX",
      FOUND),
  X_7("X-7", "Exchange 2010 proxies a device with a 2003 mailbox to its back end.", "COEX", FOUND),
  X_8(
      "X-8",
      "Exchange 2010 opens RPC to the 2007 mailbox server for Outlook Anywhere.",
      "COEX",
      FOUND),
  ;

  private final String id;
  private final String sentence;
  private final String source;
  private final Certainty certainty;

  Clause(String id, String sentence, String source, Certainty certainty) {
    this.id = id;
    this.sentence = sentence;
    this.source = source;
    this.certainty = certainty;
  }

  /// The id: `O-7a`.
  public String id() {
    return id;
  }

  /// The sentence.
  public String sentence() {
    return sentence;
  }

  /// The key of its source in the specification, `MS-OWA`; `K` where it is knowledge of the field.
  public String source() {
    return source;
  }

  /// How sure the field is of it.
  public Certainty certainty() {
    return certainty;
  }

  @Override
  public String toString() {
    return id;
  }
}

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

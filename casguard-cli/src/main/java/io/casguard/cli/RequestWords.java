package io.casguard.cli;

import io.casguard.reports.Question;
import io.casguard.topology.Network;
import picocli.CommandLine.Option;

/// The options that word one request.
final class RequestWords {
  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "PROTOCOL",
      description =
          "How the client comes: owa, activesync, ews, availability, autodiscover, oab, um,"
              + " outlook-anywhere, pop3, imap4, mapi.")
  private String protocol = "";

  @Option(
      names = "--entry",
      paramLabel = "NAME",
      description =
          "Where it arrives: a server or a published name. Not needed for mapi and oab, and"
              + " inside for autodiscover.")
  private String entry = "";

  @Option(
      names = "--mailbox",
      required = true,
      paramLabel = "NAME",
      description = "Whose mailbox: a mailbox server or a user population.")
  private String mailbox = "";

  @Option(
      names = "--from",
      paramLabel = "NETWORK",
      description = "Where the client is: internet or intranet (default: internet).")
  private String from = Network.INTERNET.word();

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The path of an owa request: /owa, /exchange, /public (default: /owa).")
  private String path = "";

  @Option(
      names = "--device-version",
      paramLabel = "VERSION",
      description = "The version that an activesync device speaks, such as 12.1.")
  private String device = "";

  @Option(
      names = "--provider",
      paramLabel = "PROVIDER",
      description = "Which part of autodiscover is asked: outlook (default) or mobilesync.")
  private String provider = "";

  @Option(
      names = "--client-site",
      paramLabel = "SITE",
      description = "The site that a client inside is in, for autodiscover.")
  private String clientSite = "";

  Question question() {
    return new Question(protocol, entry, mailbox, from, path, device, provider, clientSite);
  }
}

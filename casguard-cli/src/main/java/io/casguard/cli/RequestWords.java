package io.casguard.cli;

import io.casguard.accesspaths.Request;
import io.casguard.reports.Question;
import io.casguard.topology.Network;
import picocli.CommandLine.Option;

/// The options that word one request.
final class RequestWords {
  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "PROTOCOL",
      description = "How the client comes: owa.")
  private String protocol = "";

  @Option(
      names = "--entry",
      paramLabel = "NAME",
      description = "Where it arrives: a server or a published name.")
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
      description = "The path of the request: /owa, /exchange, /public (default: /owa).")
  private String path = Request.OWA;

  Question question() {
    return new Question(protocol, entry, mailbox, from, path);
  }
}

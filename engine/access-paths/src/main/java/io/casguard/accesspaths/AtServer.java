package io.casguard.accesspaths;

import io.casguard.topology.Server;

/// What a first 2007 Client Access server does with the requests of one protocol, once step 0 has
/// let them pass.
interface AtServer {
  /// What it answers, under one supposition.
  ///
  /// @param mailbox the server that holds the mailbox, or is stated to
  Ending answer(Server first, Server mailbox, Request request, Walk walk);

  /// What it answers where nobody holds the mailbox.
  Decision withoutMailbox();

  /// Whether the answer is the same for all mailboxes on 2007 servers of one site and version.
  default boolean answersAlikeForASite() {
    return true;
  }

  /// Whether its requests need the mailbox server to answer.
  default boolean readsTheMailbox() {
    return true;
  }

  /// Whether the client does by itself what a link, a 451 or a 302 asks of it.
  default Following.Followed obeys(Request request) {
    return Following.Followed.own();
  }
}

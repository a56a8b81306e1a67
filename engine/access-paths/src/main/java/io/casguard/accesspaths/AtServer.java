package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.Path;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;

/// What a first 2007 Client Access server does with the requests of one protocol, once step 0 has
/// let them pass.
interface AtServer {
  /// What it answers, under one supposition.
  ///
  /// @param mailbox the server that holds the mailbox, or is stated to
  Ending answer(Server first, Server mailbox, Request request, Walk walk);

  /// What it answers where nobody holds the mailbox.
  Decision withoutMailbox();

  /// Where a client arrives that was given no entry; nowhere, unless clients of the protocol find
  /// their server themselves.
  default Arrival arrival(Request request) {
    return new Arrival.Nowhere(
        new TrailDraft()
            .end(
                Decision.by(Clause.S_2, Reception.ENTRY_UNREACHABLE),
                "no name and no server is reachable from the " + request.from().word(),
                at(Path.SPEC.key(Vocabulary.PUBLISHING.name()), "the published names")));
  }

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

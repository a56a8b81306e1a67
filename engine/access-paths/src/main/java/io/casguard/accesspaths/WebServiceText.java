package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;

/// Where a mailbox is, in the words of the protocols that share the directory of Web Services, and
/// of Unified Messaging.
final class WebServiceText {
  private WebServiceText() {}

  static Evidence nowhere(Server mailbox) {
    return at(mailbox.path(), mailbox.name() + " holds no mailboxes");
  }

  static Evidence runs(Server server) {
    return at(
        server.path().key(Vocabulary.VERSION.name()),
        server.name()
            + " runs "
            + server.version().toOptional().map(Version::title).orElse("an unsaid version"));
  }

  static Evidence place(Server server) {
    return at(server.path(), server.name() + " is in " + siteOf(server));
  }

  static String together(Server first, Server mailbox) {
    return "the mailbox and " + first.name() + " are in " + siteOf(mailbox);
  }

  static String apart(Server first, Server mailbox) {
    return "the mailbox is in " + siteOf(mailbox) + ", " + first.name() + " is in " + siteOf(first);
  }

  private static String siteOf(Server server) {
    return server.site().map(Site::name).orElse("no stated site");
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.SiteDirectories.Candidate;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.List;

/// What every protocol's trail says alike of servers.
final class Wordings {
  private Wordings() {}

  static Evidence place(Server server) {
    return at(server.path(), server.name() + " is in " + siteOf(server));
  }

  static Evidence release(Server server) {
    return at(server.path().key(Vocabulary.VERSION.name()), version(server));
  }

  static Evidence runs(Server server) {
    return at(
        server.path().key(Vocabulary.VERSION.name()), server.name() + " runs " + version(server));
  }

  static Evidence noMailboxes(Server server) {
    return at(server.path(), server.name() + " holds no mailboxes");
  }

  static String together(Server first, Server mailbox) {
    return "the mailbox and " + first.name() + " are in " + siteOf(mailbox);
  }

  static String apart(Server first, Server mailbox) {
    return "the mailbox is in " + siteOf(mailbox) + ", " + first.name() + " is in " + siteOf(first);
  }

  static String siteOf(Server server) {
    return server.site().map(Site::name).orElse("no stated site");
  }

  static String version(Server server) {
    return server.version().toOptional().map(Version::title).orElse("an unsaid version");
  }

  static String names(List<Candidate> servers) {
    return String.join(
        ", ", servers.stream().map(candidate -> candidate.server().name()).distinct().toList());
  }

  /// An address that is supposed to be there, though nobody said which: unequal to every stated
  /// one.
  static Url unsaid() {
    return new Url("unsaid");
  }
}

package io.casguard.accesspaths;

import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Version;
import io.casguard.topology.Version.Product;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/// Where a mailbox is, seen from a first server: the question that every procedure begins with.
sealed interface Whereabouts {
  /// On a server that holds no mailboxes.
  record Nowhere() implements Whereabouts {}

  /// On an Exchange 2000 or 2003 server.
  record OnLegacy() implements Whereabouts {}

  /// On an Exchange 2010 server.
  record On2010() implements Whereabouts {}

  /// On a server that is newer than Exchange 2010.
  record OnLater() implements Whereabouts {}

  /// On a 2007 server of the first server's site.
  record Here() implements Whereabouts {}

  /// On a 2007 server of another site; where it is unsaid in which, the site is.
  record Elsewhere(Known<Site> site) implements Whereabouts {}

  /// Where a mailbox is, under one supposition.
  static Whereabouts of(Server mailboxServer, Server first, Supposition supposition) {
    if (holdsNoMailboxes(mailboxServer)) {
      return new Nowhere();
    }
    return switch (product(mailboxServer, supposition)) {
      case EXCHANGE_2000, EXCHANGE_2003 -> new OnLegacy();
      case EXCHANGE_2007 ->
          isHere(mailboxServer, first, supposition)
              ? new Here()
              : new Elsewhere(mailboxServer.location());
      case EXCHANGE_2010 -> new On2010();
      case LATER -> new OnLater();
    };
  }

  private static boolean holdsNoMailboxes(Server mailboxServer) {
    Holds legacy = Holds.of(mailboxServer.version(), Version::isLegacy);
    boolean noRole = legacy == Holds.NO && mailboxServer.is(Role.MAILBOX) == Holds.NO;
    return noRole
        || mailboxServer.is(Role.FRONT_END) == Holds.YES
        || Holds.of(mailboxServer.get(Vocabulary.PUBLIC_FOLDERS_ONLY), only -> only) == Holds.YES;
  }

  private static Product product(Server mailboxServer, Supposition supposition) {
    return mailboxServer
        .version()
        .toOptional()
        .map(Version::product)
        .orElseGet(
            () ->
                supposition.suppose(
                    "the product of " + mailboxServer.name(),
                    List.of(mailboxServer.path().key(Vocabulary.VERSION.name())),
                    List.of(Product.EXCHANGE_2007, Product.EXCHANGE_2010, Product.EXCHANGE_2003)));
  }

  private static boolean isHere(Server mailboxServer, Server first, Supposition supposition) {
    if (first.equals(mailboxServer)) {
      return true;
    }
    Known<Site> mailboxSite = mailboxServer.location();
    Known<Site> firstSite = first.location();
    if (mailboxSite instanceof Known.Value<Site>(Site there)
        && firstSite instanceof Known.Value<Site>(Site here)) {
      return there.equals(here);
    }
    List<Path> unsaid = new ArrayList<>();
    for (Known<Site> site : List.of(mailboxSite, firstSite)) {
      if (site instanceof Known.Unsaid<Site>(Path what)) {
        unsaid.add(what);
      }
    }
    return supposition.suppose("the same site", unsaid, List.of(true, false));
  }
}

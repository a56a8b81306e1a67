package io.casguard.accesspaths;

import io.casguard.accesspaths.OwaFacts.Preference;
import io.casguard.accesspaths.OwaFacts.RequestPath;
import io.casguard.accesspaths.OwaFacts.WhereMailbox;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every combination of facts, one value for each kind.
final class OwaFactsSpace {
  private static final List<WhereMailbox> MAILBOXES =
      List.of(
          new WhereMailbox.Nowhere(),
          new WhereMailbox.OnLegacy("BE1", Optional.of(new Url("http://be1.example.com/exchange"))),
          new WhereMailbox.OnNewer(),
          new WhereMailbox.OnTooNew(),
          new WhereMailbox.Here("CAS1"),
          new WhereMailbox.HereButNewer(),
          new WhereMailbox.Elsewhere());
  private static final List<RequestPath> PATHS =
      List.of(new RequestPath.Owa(), new RequestPath.Legacy());
  private static final List<SiteServers> SERVERS =
      List.of(
          new SiteServers.None(),
          new SiteServers.Unfit(),
          new SiteServers.Fit(
              List.of(new Target("CAS2", new Url("https://cas2.example.com/owa")))));
  private static final List<External> EXTERNALS =
      List.of(
          new External.Unpublished(),
          new External.Published(
              List.of(new Target("CAS2", new Url("https://mail.example.com/owa")))));
  private static final List<Preference> PREFERENCES =
      List.of(new Preference.Redirect(), new Preference.ProxyOutside());

  private OwaFactsSpace() {}

  static List<OwaFacts> all() {
    List<OwaFacts> all = new ArrayList<>();
    for (WhereMailbox mailbox : MAILBOXES) {
      for (RequestPath path : PATHS) {
        for (SiteServers servers : SERVERS) {
          for (External external : EXTERNALS) {
            for (Preference preference : PREFERENCES) {
              all.add(new OwaFacts(mailbox, path, servers, external, preference));
            }
          }
        }
      }
    }
    return all;
  }

  /// The clauses whose own conditions hold, in the order of the specification, whatever the rows
  /// before them.
  static List<Clause> applying(OwaFacts facts) {
    boolean published = facts.external() instanceof External.Published;
    boolean redirects = facts.preference() instanceof Preference.Redirect;
    List<Clause> applying = new ArrayList<>();
    switch (facts.mailbox()) {
      case WhereMailbox.Nowhere() -> applying.add(Clause.O_2);
      case WhereMailbox.OnLegacy _ ->
          applying.add(facts.path() instanceof RequestPath.Owa ? Clause.O_3A : Clause.O_3B);
      case WhereMailbox.OnNewer() -> applying.add(published ? Clause.O_4A : Clause.O_4B);
      case WhereMailbox.OnTooNew() -> applying.add(Clause.O_4B);
      case WhereMailbox.Here _ -> applying.add(Clause.O_5);
      case WhereMailbox.HereButNewer() -> applying.add(Clause.O_5B);
      case WhereMailbox.Elsewhere() -> {
        if (facts.servers() instanceof SiteServers.None) {
          applying.add(Clause.O_6);
        }
        if (published) {
          applying.add(redirects ? Clause.O_7A : Clause.O_7B);
        }
        if (!published && facts.servers() instanceof SiteServers.Unfit) {
          applying.add(Clause.O_8);
        }
        if (!published && facts.servers() instanceof SiteServers.Fit) {
          applying.add(Clause.O_9);
        }
      }
    }
    return applying;
  }
}

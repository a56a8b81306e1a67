package io.casguard.accesspaths;

import io.casguard.accesspaths.ActiveSyncFacts.Device;
import io.casguard.accesspaths.ActiveSyncFacts.Own;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every combination of facts, one value for each kind.
final class ActiveSyncFactsSpace {
  static final ActiveSyncFailures FAILURES = new ActiveSyncFailures(Assumptions.DEFAULT);

  private static final String PATH = "/Microsoft-Server-ActiveSync";
  private static final List<WhereMailbox> MAILBOXES =
      List.of(
          new WhereMailbox.Nowhere(),
          new WhereMailbox.OnRefusedLegacy(),
          new WhereMailbox.OnLegacy("BE1", Optional.of(new Url("http://be1.example.com" + PATH))),
          new WhereMailbox.OnNewer(),
          new WhereMailbox.OnTooNew(),
          new WhereMailbox.Here("CAS1"),
          new WhereMailbox.Elsewhere());
  private static final List<Device> DEVICES = List.of(new Device.Current(), new Device.Old());
  private static final List<Own> OWNS = List.of(new Own.Published(), new Own.Unpublished());
  private static final List<SiteServers> SERVERS =
      List.of(
          new SiteServers.None(),
          new SiteServers.Unfit(),
          new SiteServers.Fit(
              List.of(new Target("CAS2", new Url("https://cas2.example.com" + PATH)))));
  private static final List<External> EXTERNALS =
      List.of(
          new External.Unpublished(),
          new External.Published(
              List.of(new Target("CAS2", new Url("https://mail.example.com" + PATH)))));

  private ActiveSyncFactsSpace() {}

  static List<ActiveSyncFacts> all() {
    List<ActiveSyncFacts> all = new ArrayList<>();
    for (WhereMailbox mailbox : MAILBOXES) {
      for (Device device : DEVICES) {
        for (Own own : OWNS) {
          for (SiteServers servers : SERVERS) {
            for (External external : EXTERNALS) {
              all.add(new ActiveSyncFacts(mailbox, device, own, servers, external));
            }
          }
        }
      }
    }
    return all;
  }

  /// The clauses whose own conditions hold, in the order of the specification, whatever the rows
  /// before them.
  static List<Clause> applying(ActiveSyncFacts facts) {
    boolean published = facts.external() instanceof External.Published;
    List<Clause> applying = new ArrayList<>();
    switch (facts.mailbox()) {
      case WhereMailbox.Nowhere() -> applying.add(Clause.S_5);
      case WhereMailbox.OnRefusedLegacy() -> applying.add(Clause.A_2A);
      case WhereMailbox.OnLegacy _ -> applying.add(Clause.A_2B);
      case WhereMailbox.OnNewer() -> {
        if (facts.device() instanceof Device.Old) {
          applying.add(Clause.A_3B);
        }
        if (!published) {
          applying.add(Clause.A_3D);
        } else if (facts.device() instanceof Device.Current) {
          applying.add(Clause.A_3A);
        }
      }
      case WhereMailbox.OnTooNew() -> applying.add(Clause.A_3C);
      case WhereMailbox.Here _ ->
          applying.add(
              facts.own() instanceof Own.Published || !published ? Clause.A_4C : Clause.A_4D);
      case WhereMailbox.Elsewhere() -> {
        if (facts.servers() instanceof SiteServers.None) {
          applying.add(Clause.A_4E);
        }
        if (published) {
          applying.add(Clause.A_4B);
        }
        if (!published && facts.servers() instanceof SiteServers.Unfit) {
          applying.add(Clause.A_4F);
        }
        if (!published && facts.servers() instanceof SiteServers.Fit) {
          applying.add(Clause.A_4G);
        }
      }
    }
    return applying;
  }
}

package io.casguard.accesspaths;

import io.casguard.accesspaths.CoexistenceFacts.Where;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every combination of facts, one value for each kind.
final class CoexistenceFactsSpace {
  private static final List<Where> MAILBOXES =
      List.of(
          new Where.Nowhere(),
          new Where.OnLegacy("BE1", Optional.of(new Url("https://old.example.com/exchange"))),
          new Where.Here(),
          new Where.Elsewhere());
  private static final List<ActiveSyncFacts.Device> DEVICES =
      List.of(new ActiveSyncFacts.Device.Current(), new ActiveSyncFacts.Device.Old());
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

  private CoexistenceFactsSpace() {}

  static List<CoexistenceFacts> all() {
    List<CoexistenceFacts> all = new ArrayList<>();
    for (Where mailbox : MAILBOXES) {
      for (SiteServers servers : SERVERS) {
        for (External external : EXTERNALS) {
          all.add(new CoexistenceFacts.Browser(mailbox, servers, external));
        }
      }
    }
    for (Where mailbox : MAILBOXES) {
      for (ActiveSyncFacts.Device device : DEVICES) {
        for (SiteServers servers : SERVERS) {
          for (External external : EXTERNALS) {
            all.add(new CoexistenceFacts.Device(mailbox, device, servers, external));
          }
        }
      }
    }
    all.add(new CoexistenceFacts.Outlook("MBX1", new Rpc.Passes()));
    all.add(new CoexistenceFacts.Outlook("MBX1", new Rpc.Stopped()));
    return all;
  }

  /// The clauses whose own conditions hold, in the order of the specification, whatever the rows
  /// before them.
  static List<Clause> applying(CoexistenceFacts facts) {
    List<Clause> applying = new ArrayList<>();
    switch (facts) {
      case CoexistenceFacts.Browser(Where mailbox, SiteServers servers, External external) ->
          browser(mailbox, servers, external instanceof External.Published, applying);
      case CoexistenceFacts.Device(Where mailbox, var device, var servers, External external) ->
          device(
              mailbox,
              device instanceof ActiveSyncFacts.Device.Current
                  && external instanceof External.Published,
              servers,
              applying);
      case CoexistenceFacts.Outlook(_, Rpc rpc) ->
          applying.add(rpc instanceof Rpc.Passes ? Clause.X_8 : Clause.R_1B);
    }
    return applying;
  }

  private static void browser(
      Where mailbox, SiteServers servers, boolean published, List<Clause> applying) {
    switch (mailbox) {
      case Where.Nowhere() -> applying.add(Clause.O_2);
      case Where.OnLegacy _ -> applying.add(Clause.X_4);
      case Where.Here() -> applying.add(published ? Clause.X_1 : Clause.X_1A);
      case Where.Elsewhere() -> {
        if (servers instanceof SiteServers.None) {
          applying.add(Clause.O_6);
        }
        if (published) {
          applying.add(Clause.X_2);
        }
        if (!published && servers instanceof SiteServers.Unfit) {
          applying.add(Clause.O_8);
        }
        if (!published && servers instanceof SiteServers.Fit) {
          applying.add(Clause.X_3);
        }
      }
    }
  }

  private static void device(
      Where mailbox, boolean sent, SiteServers servers, List<Clause> applying) {
    switch (mailbox) {
      case Where.Nowhere() -> applying.add(Clause.S_5);
      case Where.OnLegacy _ -> applying.add(Clause.X_7);
      case Where.Here(), Where.Elsewhere() -> {
        boolean here = mailbox instanceof Where.Here;
        if (here && sent) {
          applying.add(Clause.X_5A);
        }
        applying.add(
            switch (servers) {
              case SiteServers.None() -> Clause.A_4E;
              case SiteServers.Unfit() -> Clause.A_4F;
              case SiteServers.Fit _ -> here ? Clause.X_5B : Clause.X_6;
            });
      }
    }
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.A_4E;
import static io.casguard.accesspaths.Clause.A_4F;
import static io.casguard.accesspaths.Clause.O_2;
import static io.casguard.accesspaths.Clause.O_6;
import static io.casguard.accesspaths.Clause.O_8;
import static io.casguard.accesspaths.Clause.R_1B;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Clause.X_1;
import static io.casguard.accesspaths.Clause.X_1A;
import static io.casguard.accesspaths.Clause.X_2;
import static io.casguard.accesspaths.Clause.X_3;
import static io.casguard.accesspaths.Clause.X_4;
import static io.casguard.accesspaths.Clause.X_5A;
import static io.casguard.accesspaths.Clause.X_5B;
import static io.casguard.accesspaths.Clause.X_6;
import static io.casguard.accesspaths.Clause.X_7;
import static io.casguard.accesspaths.Clause.X_8;
import static io.casguard.accesspaths.Decision.by;
import static io.casguard.accesspaths.OutlookAnywhereTable.RPC_STOPPED;
import static io.casguard.accesspaths.OwaFailures.NO_FIT_SERVER;
import static io.casguard.accesspaths.OwaFailures.NO_SERVER_IN_SITE;

import io.casguard.accesspaths.ActiveSyncFacts.Device.Current;
import io.casguard.accesspaths.CoexistenceFacts.Browser;
import io.casguard.accesspaths.CoexistenceFacts.Device;
import io.casguard.accesspaths.CoexistenceFacts.Outlook;
import io.casguard.accesspaths.CoexistenceFacts.Where.Elsewhere;
import io.casguard.accesspaths.CoexistenceFacts.Where.Here;
import io.casguard.accesspaths.CoexistenceFacts.Where.Nowhere;
import io.casguard.accesspaths.CoexistenceFacts.Where.OnLegacy;
import io.casguard.accesspaths.External.Published;
import io.casguard.accesspaths.External.Unpublished;
import io.casguard.accesspaths.Outcome.DirectRpc;
import io.casguard.accesspaths.Outcome.LegacyProxy;
import io.casguard.accesspaths.Outcome.Proxy;
import io.casguard.accesspaths.Outcome.Redirect451;
import io.casguard.accesspaths.Outcome.RedirectLink;
import io.casguard.accesspaths.Outcome.RedirectSilent;
import io.casguard.accesspaths.Outcome.Undetermined;
import io.casguard.accesspaths.Rpc.Passes;
import io.casguard.accesspaths.Rpc.Stopped;
import io.casguard.accesspaths.SiteServers.Fit;
import io.casguard.accesspaths.SiteServers.None;
import io.casguard.accesspaths.SiteServers.Unfit;
import io.casguard.topology.Path;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;

/// An Exchange 2010 Client Access server, reached first by somebody with a mailbox on an older
/// server: the first row that matches decides.
final class CoexistenceTable {
  static final Failure NO_ADDRESS = Failure.because("no_address_of_older_mailbox");

  private CoexistenceTable() {}

  /// @param devices how a device's request fails that would have to be proxied
  static Decision decide(CoexistenceFacts facts, ActiveSyncFailures devices) {
    // spotless:off
    return switch (facts) {
      //           mailbox                   servers    address
      case Browser(Nowhere(),                _,         _)             -> by(O_2,  OwaFailures.NO_MAILBOX);
      case Browser(OnLegacy(var s, var url), _,         _)             -> by(X_4,  sentTo2003(s, url));
      case Browser(Here(),                   _,         Published p)   -> by(X_1,  new RedirectSilent(p.first().server(), p.first().url()));
      case Browser(Here(),                   _,         Unpublished()) -> by(X_1A, NO_ADDRESS);
      case Browser(Elsewhere(),              None(),    _)             -> by(O_6,  NO_SERVER_IN_SITE);
      case Browser(Elsewhere(),              _,         Published p)   -> by(X_2,  new RedirectLink(p.first().server(), p.first().url()));
      case Browser(Elsewhere(),              Unfit(),   Unpublished()) -> by(O_8,  NO_FIT_SERVER);
      case Browser(Elsewhere(),              Fit f,     Unpublished()) -> by(X_3,  new Proxy(f.first().server(), f.first().url()));
      //          mailbox                   device     servers  ExternalURL
      case Device(Nowhere(),                _,         _,       _)           -> by(S_5,  ActiveSyncFailures.NO_MAILBOX);
      case Device(OnLegacy(var s, var url), _,         _,       _)           -> by(X_7,  new LegacyProxy(s, url));
      case Device(Here(),                   Current(), _,       Published p) -> by(X_5A, new Redirect451(p.first().server(), p.first().url()));
      case Device(Here(),                   _,         Fit f,   _)           -> by(X_5B, new Proxy(f.first().server(), f.first().url()));
      case Device(Elsewhere(),              _,         Fit f,   _)           -> by(X_6,  new Proxy(f.first().server(), f.first().url()));
      case Device(_,                        _,         None(),  _)           -> by(A_4E, devices.noServerInSite());
      case Device(_,                        _,         Unfit(), _)           -> by(A_4F, devices.noFitServer());
      //           mailbox  RPC
      case Outlook(var s,   Passes())  -> by(X_8,  new DirectRpc(s));
      case Outlook(_,       Stopped()) -> by(R_1B, RPC_STOPPED);
    };
    // spotless:on
  }

  /// Exchange2003Url has no word in a topology; without a published name it is unsaid.
  private static Outcome sentTo2003(String server, Optional<Url> url) {
    return url.<Outcome>map(address -> new RedirectSilent(server, address))
        .orElseGet(() -> new Undetermined(List.of(Path.SPEC.key(Vocabulary.PUBLISHING.name()))));
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.ActiveSyncFailures.LEGACY_BLOCKED;
import static io.casguard.accesspaths.ActiveSyncFailures.MAILBOX_IS_NEWER;
import static io.casguard.accesspaths.ActiveSyncFailures.NO_ADDRESS_OF_2010;
import static io.casguard.accesspaths.ActiveSyncFailures.NO_MAILBOX;
import static io.casguard.accesspaths.ActiveSyncFailures.OLD_DEVICE;
import static io.casguard.accesspaths.Clause.A_2A;
import static io.casguard.accesspaths.Clause.A_2B;
import static io.casguard.accesspaths.Clause.A_3A;
import static io.casguard.accesspaths.Clause.A_3B;
import static io.casguard.accesspaths.Clause.A_3C;
import static io.casguard.accesspaths.Clause.A_3D;
import static io.casguard.accesspaths.Clause.A_4B;
import static io.casguard.accesspaths.Clause.A_4C;
import static io.casguard.accesspaths.Clause.A_4D;
import static io.casguard.accesspaths.Clause.A_4E;
import static io.casguard.accesspaths.Clause.A_4F;
import static io.casguard.accesspaths.Clause.A_4G;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Decision.by;

import io.casguard.accesspaths.ActiveSyncFacts.Device.Current;
import io.casguard.accesspaths.ActiveSyncFacts.Device.Old;
import io.casguard.accesspaths.ActiveSyncFacts.Own;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox.Elsewhere;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox.Here;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox.OnNewer;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox.OnRefusedLegacy;
import io.casguard.accesspaths.ActiveSyncFacts.WhereMailbox.OnTooNew;
import io.casguard.accesspaths.External.Published;
import io.casguard.accesspaths.External.Unpublished;
import io.casguard.accesspaths.Outcome.Blocked;
import io.casguard.accesspaths.Outcome.LegacyProxy;
import io.casguard.accesspaths.Outcome.Local;
import io.casguard.accesspaths.Outcome.Proxy;
import io.casguard.accesspaths.Outcome.Redirect451;
import io.casguard.accesspaths.SiteServers.Fit;
import io.casguard.accesspaths.SiteServers.None;
import io.casguard.accesspaths.SiteServers.Unfit;

/// Exchange ActiveSync on a 2007 Client Access server: the first row that matches decides.
///
/// A row that proxies says where to; whether the hop succeeds is the business of `ActiveSyncHops`
/// and `LegacyHop`.
final class ActiveSyncTable {
  private ActiveSyncTable() {}

  /// @param failures how a request fails that would have to be proxied
  static Decision decide(ActiveSyncFacts facts, ActiveSyncFailures failures) {
    // spotless:off
    return switch (facts) {
      //                   mailbox                   device     own ExternalURL    its servers  other ExternalURL
      case ActiveSyncFacts(Nowhere(),                _,         _,                 _,           _)             -> by(S_5,  NO_MAILBOX);
      case ActiveSyncFacts(OnRefusedLegacy(),        _,         _,                 _,           _)             -> by(A_2A, new Blocked(LEGACY_BLOCKED));
      case ActiveSyncFacts(OnLegacy(var s, var url), _,         _,                 _,           _)             -> by(A_2B, new LegacyProxy(s, url));
      case ActiveSyncFacts(OnNewer(),                Old(),     _,                 _,           _)             -> by(A_3B, OLD_DEVICE);
      case ActiveSyncFacts(OnNewer(),                Current(), _,                 _,           Published p)   -> by(A_3A, new Redirect451(p.first().server(), p.first().url()));
      case ActiveSyncFacts(OnNewer(),                Current(), _,                 _,           Unpublished()) -> by(A_3D, NO_ADDRESS_OF_2010);
      case ActiveSyncFacts(OnTooNew(),               _,         _,                 _,           _)             -> by(A_3C, MAILBOX_IS_NEWER);
      case ActiveSyncFacts(Here(var s),              _,         Own.Published(),   _,           _)             -> by(A_4C, new Local(s));
      case ActiveSyncFacts(Here(var s),              _,         Own.Unpublished(), _,           Unpublished()) -> by(A_4C, new Local(s));
      case ActiveSyncFacts(Here _,                   _,         Own.Unpublished(), _,           Published p)   -> by(A_4D, new Redirect451(p.first().server(), p.first().url()));
      case ActiveSyncFacts(Elsewhere(),              _,         _,                 None(),      _)             -> by(A_4E, failures.noServerInSite());
      case ActiveSyncFacts(Elsewhere(),              _,         _,                 _,           Published p)   -> by(A_4B, new Redirect451(p.first().server(), p.first().url()));
      case ActiveSyncFacts(Elsewhere(),              _,         _,                 Unfit(),     Unpublished()) -> by(A_4F, failures.noFitServer());
      case ActiveSyncFacts(Elsewhere(),              _,         _,                 Fit f,       Unpublished()) -> by(A_4G, new Proxy(f.first().server(), f.first().url()));
    };
    // spotless:on
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Clause.W_1;
import static io.casguard.accesspaths.Clause.W_2A;
import static io.casguard.accesspaths.Clause.W_2B;
import static io.casguard.accesspaths.Clause.W_3;
import static io.casguard.accesspaths.Clause.W_3A;
import static io.casguard.accesspaths.Clause.W_3B;
import static io.casguard.accesspaths.Clause.W_3C;
import static io.casguard.accesspaths.Clause.W_3D;
import static io.casguard.accesspaths.Clause.W_3E;
import static io.casguard.accesspaths.Clause.W_3F;
import static io.casguard.accesspaths.Decision.by;
import static io.casguard.accesspaths.EwsFailures.MAILBOX_IS_LEGACY;
import static io.casguard.accesspaths.EwsFailures.MAILBOX_IS_NEWER;
import static io.casguard.accesspaths.EwsFailures.NO_INTERNAL_URL;
import static io.casguard.accesspaths.EwsFailures.NO_MAILBOX;
import static io.casguard.accesspaths.EwsFailures.NO_SERVER_IN_SITE;
import static io.casguard.accesspaths.EwsFailures.VERSION_MISMATCH;
import static io.casguard.accesspaths.EwsFailures.WITHOUT_INTEGRATED;
import static io.casguard.accesspaths.EwsFailures.WITHOUT_SSL;

import io.casguard.accesspaths.EwsFacts.FirstServer;
import io.casguard.accesspaths.EwsFacts.FirstServer.Proxying;
import io.casguard.accesspaths.EwsFacts.Servers.FirstReleased;
import io.casguard.accesspaths.EwsFacts.Servers.Fit;
import io.casguard.accesspaths.EwsFacts.Servers.None;
import io.casguard.accesspaths.EwsFacts.Servers.TooNew;
import io.casguard.accesspaths.EwsFacts.Servers.TooOld;
import io.casguard.accesspaths.EwsFacts.Servers.WithoutAddress;
import io.casguard.accesspaths.EwsFacts.Servers.WithoutIntegrated;
import io.casguard.accesspaths.EwsFacts.Servers.WithoutSsl;
import io.casguard.accesspaths.EwsFacts.WhereMailbox.Elsewhere;
import io.casguard.accesspaths.EwsFacts.WhereMailbox.Here;
import io.casguard.accesspaths.EwsFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.EwsFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.EwsFacts.WhereMailbox.OnNewer;
import io.casguard.accesspaths.Outcome.Local;
import io.casguard.accesspaths.Outcome.Proxy;

/// Web Services on a 2007 Client Access server: the first row that matches decides.
///
/// A row that proxies says where to; whether the hop succeeds is the business of `EwsHop`.
final class EwsTable {
  private EwsTable() {}

  static Decision decide(EwsFacts facts) {
    // spotless:off
    return switch (facts) {
      //            mailbox      first server                  servers of its site
      case EwsFacts(Nowhere(),   _,                            _)                   -> by(S_5,  NO_MAILBOX);
      case EwsFacts(OnLegacy(),  _,                            _)                   -> by(W_2A, MAILBOX_IS_LEGACY);
      case EwsFacts(OnNewer(),   _,                            _)                   -> by(W_2B, MAILBOX_IS_NEWER);
      case EwsFacts(Here(var s), _,                            _)                   -> by(W_3,  new Local(s));
      case EwsFacts(Elsewhere(), FirstServer.FirstReleased(),  _)                   -> by(W_3A, VERSION_MISMATCH);
      case EwsFacts(Elsewhere(), Proxying(),                   None())              -> by(W_3B, NO_SERVER_IN_SITE);
      case EwsFacts(Elsewhere(), Proxying(),                   FirstReleased())     -> by(W_3A, VERSION_MISMATCH);
      case EwsFacts(Elsewhere(), Proxying(),                   WithoutAddress())    -> by(W_3B, NO_INTERNAL_URL);
      case EwsFacts(Elsewhere(), Proxying(),                   WithoutIntegrated()) -> by(W_3C, WITHOUT_INTEGRATED);
      case EwsFacts(Elsewhere(), Proxying(),                   WithoutSsl())        -> by(W_3D, WITHOUT_SSL);
      case EwsFacts(Elsewhere(), Proxying(),                   TooOld())            -> by(W_3E, VERSION_MISMATCH);
      case EwsFacts(Elsewhere(), Proxying(),                   TooNew())            -> by(W_3F, VERSION_MISMATCH);
      case EwsFacts(Elsewhere(), Proxying(),                   Fit f)               -> by(W_1,  new Proxy(f.chosen().server(), f.chosen().url()));
    };
    // spotless:on
  }
}

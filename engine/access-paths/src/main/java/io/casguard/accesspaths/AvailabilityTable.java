package io.casguard.accesspaths;

import static io.casguard.accesspaths.AvailabilityFailures.MAILBOX_IS_NEWER;
import static io.casguard.accesspaths.AvailabilityFailures.NO_FIT_SERVER;
import static io.casguard.accesspaths.AvailabilityFailures.NO_MAILBOX;
import static io.casguard.accesspaths.AvailabilityFailures.NO_SERVER_IN_SITE;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Clause.V_1A;
import static io.casguard.accesspaths.Clause.V_1B;
import static io.casguard.accesspaths.Clause.V_1C;
import static io.casguard.accesspaths.Clause.V_1D;
import static io.casguard.accesspaths.Clause.V_2A;
import static io.casguard.accesspaths.Clause.V_2B;
import static io.casguard.accesspaths.Decision.by;

import io.casguard.accesspaths.AvailabilityFacts.Servers.Fit;
import io.casguard.accesspaths.AvailabilityFacts.Servers.None;
import io.casguard.accesspaths.AvailabilityFacts.Servers.Unfit;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox.Elsewhere;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox.Here;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.AvailabilityFacts.WhereMailbox.OnNewer;
import io.casguard.accesspaths.Outcome.Local;
import io.casguard.accesspaths.Outcome.Proxy;
import io.casguard.accesspaths.Outcome.PublicFolderLookup;

/// Availability on a 2007 Client Access server, for each person asked about: the first row that
/// matches decides.
///
/// A row that proxies says where to; whether the hop succeeds, and whether the public folder can be
/// read, is the business of `AvailabilityHop`.
final class AvailabilityTable {
  private AvailabilityTable() {}

  static Decision decide(AvailabilityFacts facts) {
    // spotless:off
    return switch (facts) {
      //                     mailbox      servers of its site
      case AvailabilityFacts(Nowhere(),   _)       -> by(S_5,  NO_MAILBOX);
      case AvailabilityFacts(OnLegacy(),  _)       -> by(V_1C, new PublicFolderLookup());
      case AvailabilityFacts(OnNewer(),   _)       -> by(V_1D, MAILBOX_IS_NEWER);
      case AvailabilityFacts(Here(var s), _)       -> by(V_1A, new Local(s));
      case AvailabilityFacts(Elsewhere(), None())  -> by(V_2A, NO_SERVER_IN_SITE);
      case AvailabilityFacts(Elsewhere(), Unfit()) -> by(V_2B, NO_FIT_SERVER);
      case AvailabilityFacts(Elsewhere(), Fit f)   -> by(V_1B, new Proxy(f.chosen().server(), f.chosen().url()));
    };
    // spotless:on
  }
}

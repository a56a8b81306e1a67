package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Clause.U_1;
import static io.casguard.accesspaths.Clause.U_1A;
import static io.casguard.accesspaths.Clause.U_1B;
import static io.casguard.accesspaths.Clause.U_1C;
import static io.casguard.accesspaths.Clause.U_1D;
import static io.casguard.accesspaths.Decision.by;

import io.casguard.accesspaths.Outcome.Local;
import io.casguard.accesspaths.UmFacts.AcrossSites.Refused;
import io.casguard.accesspaths.UmFacts.AcrossSites.Served;
import io.casguard.accesspaths.UmFacts.WhereMailbox.Elsewhere;
import io.casguard.accesspaths.UmFacts.WhereMailbox.Here;
import io.casguard.accesspaths.UmFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.UmFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.UmFacts.WhereMailbox.OnNewer;

/// The Unified Messaging web service (Play on Phone) on a 2007 Client Access server: the first row
/// that matches decides.
final class UmTable {
  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  private static final Failure MAILBOX_IS_LEGACY = Failure.because("mailbox_is_legacy");
  private static final Failure MAILBOX_IS_NEWER = Failure.because("mailbox_is_newer");
  private static final Failure MAILBOX_IN_OTHER_SITE = Failure.because("mailbox_in_other_site");

  private UmTable() {}

  static Decision decide(UmFacts facts) {
    // spotless:off
    return switch (facts) {
      //           mailbox           across sites
      case UmFacts(Nowhere(),        _)         -> by(S_5,  NO_MAILBOX);
      case UmFacts(OnLegacy(),       _)         -> by(U_1C, MAILBOX_IS_LEGACY);
      case UmFacts(OnNewer(),        _)         -> by(U_1D, MAILBOX_IS_NEWER);
      case UmFacts(Here(var s),      _)         -> by(U_1,  new Local(s));
      case UmFacts(Elsewhere(var s), Served())  -> by(U_1A, new Local(s));
      case UmFacts(Elsewhere _,      Refused()) -> by(U_1B, MAILBOX_IN_OTHER_SITE);
    };
    // spotless:on
  }
}

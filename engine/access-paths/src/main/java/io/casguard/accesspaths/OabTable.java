package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.B_1A;
import static io.casguard.accesspaths.Clause.B_1B;
import static io.casguard.accesspaths.Clause.B_1C;
import static io.casguard.accesspaths.Clause.B_2A;
import static io.casguard.accesspaths.Clause.B_2B;
import static io.casguard.accesspaths.Clause.D_3;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Decision.by;

import io.casguard.accesspaths.OabFacts.Address.At;
import io.casguard.accesspaths.OabFacts.Address.Unadvertised;
import io.casguard.accesspaths.OabFacts.Address.Undistributed;
import io.casguard.accesspaths.OabFacts.Files.Held;
import io.casguard.accesspaths.OabFacts.Files.Missing;
import io.casguard.accesspaths.OabFacts.Transport.Refused;
import io.casguard.accesspaths.OabFacts.Transport.Taken;
import io.casguard.accesspaths.OabFacts.WhoseMailbox.Nobody;
import io.casguard.accesspaths.OabFacts.WhoseMailbox.OfLegacy;
import io.casguard.accesspaths.OabFacts.WhoseMailbox.Served;
import io.casguard.accesspaths.Outcome.Local;

/// The download of the offline address book: the first row that matches decides.
final class OabTable {
  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  static final Failure NO_DISTRIBUTION_POINT = Failure.because("no_distribution_point");
  static final Failure NOT_ADVERTISED = Failure.because("oab_not_advertised");
  static final Failure NO_FILES = Failure.because("not_a_distribution_point").withStatus(404);
  static final Failure SSL_REQUIRED = Failure.because("ssl_required").withStatus(403);

  private OabTable() {}

  static Decision decide(OabFacts facts) {
    // spotless:off
    return switch (facts) {
      //            mailbox     address          files      transport
      case OabFacts(Nobody(),   _,               _,         _)         -> by(S_5,  NO_MAILBOX);
      case OabFacts(OfLegacy(), _,               _,         _)         -> by(D_3,  AutodiscoverTable.LEGACY_MAILBOX);
      case OabFacts(Served(),   Undistributed(), _,         _)         -> by(B_1B, NO_DISTRIBUTION_POINT);
      case OabFacts(Served(),   Unadvertised(),  _,         _)         -> by(B_2A, NOT_ADVERTISED);
      case OabFacts(Served(),   At _,            Missing(), _)         -> by(B_1C, NO_FILES);
      case OabFacts(Served(),   At _,            Held(),    Refused()) -> by(B_2B, SSL_REQUIRED);
      case OabFacts(Served(),   At(var s),       Held(),    Taken())   -> by(B_1A, new Local(s));
    };
    // spotless:on
  }
}

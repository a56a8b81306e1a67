package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.R_1A;
import static io.casguard.accesspaths.Clause.R_1B;
import static io.casguard.accesspaths.Clause.R_6A;
import static io.casguard.accesspaths.Clause.R_6B;
import static io.casguard.accesspaths.Clause.R_7;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Decision.by;

import io.casguard.accesspaths.BackEndService.Off;
import io.casguard.accesspaths.BackEndService.Running;
import io.casguard.accesspaths.Outcome.DirectRpc;
import io.casguard.accesspaths.OutlookAnywhereFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.OutlookAnywhereFacts.WhereMailbox.On2007;
import io.casguard.accesspaths.OutlookAnywhereFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.OutlookAnywhereFacts.WhereMailbox.OnNewer;
import io.casguard.accesspaths.Rpc.Passes;
import io.casguard.accesspaths.Rpc.Stopped;

/// Outlook Anywhere at a 2007 Client Access server: the first row that matches decides.
final class OutlookAnywhereTable {
  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  static final Failure RPC_STOPPED = Failure.because("rpc_stopped");
  private static final Failure BACK_END_WITHOUT_RPC_OVER_HTTP =
      Failure.because("back_end_without_rpc_over_http");
  private static final Failure MAILBOX_IS_NEWER = Failure.because("mailbox_is_newer");

  private OutlookAnywhereTable() {}

  static Decision decide(OutlookAnywhereFacts facts) {
    // spotless:off
    return switch (facts) {
      //                        mailbox                     RPC
      case OutlookAnywhereFacts(Nowhere(),                  _)         -> by(S_5,  NO_MAILBOX);
      case OutlookAnywhereFacts(OnLegacy(var s, Running()), _)         -> by(R_6A, new DirectRpc(s));
      case OutlookAnywhereFacts(OnLegacy(_, Off()),         _)         -> by(R_6B, BACK_END_WITHOUT_RPC_OVER_HTTP);
      case OutlookAnywhereFacts(OnNewer(),                  _)         -> by(R_7,  MAILBOX_IS_NEWER);
      case OutlookAnywhereFacts(On2007(var s),              Passes())  -> by(R_1A, new DirectRpc(s));
      case OutlookAnywhereFacts(On2007 _,                   Stopped()) -> by(R_1B, RPC_STOPPED);
    };
    // spotless:on
  }
}

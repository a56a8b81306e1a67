package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.M_1;
import static io.casguard.accesspaths.Clause.M_2;
import static io.casguard.accesspaths.Clause.M_3A;
import static io.casguard.accesspaths.Clause.M_3B;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Decision.by;

import io.casguard.accesspaths.MapiFacts.WhereMailbox.AtMailboxServer;
import io.casguard.accesspaths.MapiFacts.WhereMailbox.BehindClientAccess;
import io.casguard.accesspaths.MapiFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.MapiFacts.WhereMailbox.OutOfReach;
import io.casguard.accesspaths.Outcome.DirectRpc;
import io.casguard.accesspaths.Rpc.Passes;
import io.casguard.accesspaths.Rpc.Stopped;

/// MAPI from an Outlook client inside: the first row that matches decides.
final class MapiTable {
  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  private static final Failure RPC_STOPPED = Failure.because("rpc_stopped");
  private static final Failure NO_SERVER_IN_SITE = Failure.because("no_server_in_site");

  private MapiTable() {}

  static Decision decide(MapiFacts facts) {
    // spotless:off
    return switch (facts) {
      //             mailbox                    RPC
      case MapiFacts(Nowhere(),                 _)         -> by(S_5,  NO_MAILBOX);
      case MapiFacts(OutOfReach(),              _)         -> by(M_3B, NO_SERVER_IN_SITE);
      case MapiFacts(AtMailboxServer _,         Stopped()) -> by(M_2,  RPC_STOPPED);
      case MapiFacts(BehindClientAccess _,      Stopped()) -> by(M_2,  RPC_STOPPED);
      case MapiFacts(AtMailboxServer(var s),    Passes())  -> by(M_1,  new DirectRpc(s));
      case MapiFacts(BehindClientAccess(var s), Passes())  -> by(M_3A, new DirectRpc(s));
    };
    // spotless:on
  }
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.Clause.P_2;
import static io.casguard.accesspaths.Clause.P_3A;
import static io.casguard.accesspaths.Clause.P_3B;
import static io.casguard.accesspaths.Clause.P_3C;
import static io.casguard.accesspaths.Clause.P_4A;
import static io.casguard.accesspaths.Clause.P_4B;
import static io.casguard.accesspaths.Clause.P_5;
import static io.casguard.accesspaths.Clause.S_5;
import static io.casguard.accesspaths.Decision.by;
import static io.casguard.accesspaths.MailFailures.BACK_END_SERVICE_OFF;
import static io.casguard.accesspaths.MailFailures.MAILBOX_IS_NEWER;
import static io.casguard.accesspaths.MailFailures.NO_MAILBOX;
import static io.casguard.accesspaths.MailFailures.RPC_STOPPED;

import io.casguard.accesspaths.BackEndService.Off;
import io.casguard.accesspaths.BackEndService.Running;
import io.casguard.accesspaths.MailFacts.Sessions.AnySite;
import io.casguard.accesspaths.MailFacts.Sessions.OwnSite;
import io.casguard.accesspaths.MailFacts.WhereMailbox.Elsewhere;
import io.casguard.accesspaths.MailFacts.WhereMailbox.Here;
import io.casguard.accesspaths.MailFacts.WhereMailbox.Nowhere;
import io.casguard.accesspaths.MailFacts.WhereMailbox.OnLegacy;
import io.casguard.accesspaths.MailFacts.WhereMailbox.OnNewer;
import io.casguard.accesspaths.Outcome.Blocked;
import io.casguard.accesspaths.Outcome.DirectRpc;
import io.casguard.accesspaths.Outcome.LegacyProxy;
import io.casguard.accesspaths.Outcome.Local;
import io.casguard.accesspaths.Rpc.Passes;
import io.casguard.accesspaths.Rpc.Stopped;
import java.util.Optional;

/// POP3 and IMAP4 on a 2007 Client Access server: the first row that matches decides.
final class MailTable {
  private MailTable() {}

  static Decision decide(MailFacts facts) {
    // spotless:off
    return switch (facts) {
      //             service  mailbox                    sessions   RPC
      case MailFacts(_,       Nowhere(),                 _,         _)         -> by(S_5,  NO_MAILBOX);
      case MailFacts(_,       OnLegacy(var s, Running()), _,        _)         -> by(P_4A, new LegacyProxy(s, Optional.empty()));
      case MailFacts(_,       OnLegacy(_, Off()),        _,         _)         -> by(P_4B, BACK_END_SERVICE_OFF);
      case MailFacts(_,       OnNewer(),                 _,         _)         -> by(P_5,  MAILBOX_IS_NEWER);
      case MailFacts(_,       Here(var s),               _,         _)         -> by(P_2,  new Local(s));
      case MailFacts(var p,   Elsewhere _,               OwnSite(), _)         -> by(P_3A, new Blocked(MailFailures.crossSite(p)));
      case MailFacts(_,       Elsewhere(var s),          AnySite(), Passes())  -> by(P_3B, new DirectRpc(s));
      case MailFacts(_,       Elsewhere _,               AnySite(), Stopped()) -> by(P_3C, RPC_STOPPED);
    };
    // spotless:on
  }
}

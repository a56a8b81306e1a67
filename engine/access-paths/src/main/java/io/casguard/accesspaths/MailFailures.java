package io.casguard.accesspaths;

import io.casguard.topology.Protocol;

/// The ways in which POP3 and IMAP4 refuse, with the events of specification 2.9.
final class MailFailures {
  private static final int ANOTHER_SITE = 1008;

  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  static final Failure BACK_END_SERVICE_OFF = Failure.because("back_end_service_off");
  static final Failure MAILBOX_IS_NEWER = Failure.because("mailbox_is_newer");
  static final Failure RPC_STOPPED = Failure.because("rpc_stopped");

  private MailFailures() {}

  /// The refusal of a user of another site.
  static Failure crossSite(Protocol service) {
    return Failure.because("mailbox_in_another_site")
        .withEvent(service == Protocol.POP3 ? "MSExchangePOP3" : "MSExchangeIMAP4", ANOTHER_SITE);
  }
}

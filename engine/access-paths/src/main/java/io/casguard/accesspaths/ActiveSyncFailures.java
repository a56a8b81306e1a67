package io.casguard.accesspaths;

/// The ways in which Exchange ActiveSync fails.
///
/// What a device gets where proxying fails is an open question (Q3), so those failures carry the
/// status that is assumed.
final class ActiveSyncFailures {
  /// The source of the events of Exchange ActiveSync.
  static final String SOURCE = "MSExchange ActiveSync";

  static final Failure LEGACY_BLOCKED = Failure.because("legacy_mailboxes_blocked");
  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  static final Failure BASIC_IS_OFF = Failure.because("basic_is_off_at_entry").withStatus(401);
  static final Failure OLD_DEVICE = Failure.because("device_too_old").withStatus(403);
  static final Failure NO_ADDRESS_OF_2010 = Failure.because("no_address_of_newer_mailbox");
  static final Failure MAILBOX_IS_NEWER = Failure.because("mailbox_is_newer");

  static final Failure BACK_END_WITHOUT_INTEGRATED =
      Failure.because("back_end_without_integrated").withStatus(401).withEvent(SOURCE, 1036);
  static final Failure BACK_END_SHOWS_FORMS =
      Failure.because("back_end_shows_forms").withStatus(500);
  static final Failure BACK_END_REQUIRES_SSL =
      Failure.because("back_end_requires_ssl").withStatus(500);

  private final int status;

  ActiveSyncFailures(Assumptions assumptions) {
    this.status = status(assumptions);
  }

  private static int status(Assumptions assumptions) {
    if (assumptions.take(Answer.DEVICE_GETS_500)) {
      return 500;
    }
    return assumptions.take(Answer.DEVICE_GETS_403) ? 403 : 503;
  }

  Failure noServerInSite() {
    return proxying("no_server_in_site");
  }

  Failure noFitServer() {
    return proxying("no_fit_server");
  }

  /// Where a check of the hop refuses.
  Failure proxying(String reason) {
    return Failure.because(reason).withStatus(status);
  }
}

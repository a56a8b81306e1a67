package io.casguard.accesspaths;

/// The ways in which Outlook Web Access fails, with the events and texts of specification 2.1.2.
final class OwaFailures {
  /// The source of every event of Outlook Web Access.
  static final String SOURCE = "MSExchange OWA";

  private static final String NOT_AVAILABLE =
      "Outlook Web Access is not available. If the problem continues, contact technical support for"
          + " your organization. ";
  private static final String NO_SERVER_TEXT =
      NOT_AVAILABLE
          + "There is no Client Access server with the necessary configuration in the Active Directory"
          + " site where the mailbox is stored.";
  private static final String PROXY_FAILED_TEXT =
      NOT_AVAILABLE + "The Client Access server of the mailbox's site could not be used.";

  static final Failure NO_LOGON = Failure.because("no_logon_method").withStatus(401);
  static final Failure NO_MAILBOX =
      Failure.because("mailbox_not_found")
          .withUserText("Outlook Web Access could not find a mailbox for DOMAIN\\user.");
  static final Failure LEGACY_MAILBOX =
      Failure.because("mailbox_is_legacy")
          .withUserText(
              "Outlook Web Access could not find a mailbox for DOMAIN\\user. The mailbox may be on an"
                  + " Exchange 2000 or Exchange 2003 server, or the account was created recently and has"
                  + " not replicated.");
  static final Failure MAILBOX_IS_NEWER = Failure.because("mailbox_is_newer");
  static final Failure OLDER_THAN_MAILBOX_SERVER = Failure.because("older_than_mailbox_server");
  static final Failure NO_SERVER_IN_SITE =
      Failure.because("no_server_in_site").withEvent(SOURCE, 41).withUserText(NO_SERVER_TEXT);
  static final Failure NO_FIT_SERVER =
      Failure.because("no_fit_server").withEvent(SOURCE, 41).withUserText(NO_SERVER_TEXT);

  static final Failure EXTERNAL_URL_UNREACHABLE =
      Failure.because("external_url_unreachable").withStatus(404);
  static final Failure PROXY_WITHOUT_SSL = proxying("proxy_without_ssl").withEvent(SOURCE, 42);
  static final Failure VERSION_MISMATCH = proxying("version_mismatch").withEvent(SOURCE, 46);
  static final Failure NO_ANSWER = proxying("no_answer");
  static final Failure UNTRUSTED_CERTIFICATE =
      proxying("untrusted_certificate").withEvent(SOURCE, 43);
  static final Failure SSL_REQUIRED = proxying("ssl_required").withEvent(SOURCE, 42);
  static final Failure KERBEROS_REFUSED = proxying("kerberos_refused").withEvent(SOURCE, 71);
  static final Failure SECOND_HOP = proxying("second_hop");

  static final Failure EXCHANGE_BELONGS_TO_MAILBOX_ROLE =
      Failure.because("exchange_belongs_to_mailbox_role");
  static final Failure BACK_END_SHOWS_FORMS = Failure.because("back_end_shows_forms");
  static final Failure BACK_END_REQUIRES_SSL =
      Failure.because("back_end_requires_ssl").withStatus(403);
  static final Failure BACK_END_WITHOUT_INTEGRATED =
      Failure.because("back_end_without_integrated").withStatus(401);

  private OwaFailures() {}

  private static Failure proxying(String reason) {
    return Failure.because(reason).withUserText(PROXY_FAILED_TEXT);
  }
}

package io.casguard.accesspaths;

/// The ways in which a person's free/busy times are missing, with the events and response codes of
/// specification 2.4.
final class AvailabilityFailures {
  /// The source of every event of Availability.
  static final String SOURCE = "MSExchange Availability";

  private static final String HASH_MARKS =
      "The free/busy times of this person are shown as hash marks; those of the others are there.";

  static final Failure NO_MAILBOX = missing("mailbox_not_found");
  static final Failure MAILBOX_IS_NEWER = missing("mailbox_is_newer");
  static final Failure PUBLIC_FOLDERS_REQUIRE_SSL =
      missing("public_folders_require_ssl").withStatus(403).withEvent(SOURCE, 4003);

  static final Failure NO_SERVER_IN_SITE = notAllowed("no_server_in_site");
  static final Failure NO_FIT_SERVER = notAllowed("no_fit_server");
  static final Failure PROXY_WITHOUT_SSL = notAllowed("proxy_without_ssl");
  static final Failure UNTRUSTED_CERTIFICATE = notAllowed("untrusted_certificate");
  static final Failure SSL_REQUIRED = notAllowed("ssl_required");
  static final Failure KERBEROS_REFUSED = notAllowed("kerberos_refused");
  static final Failure SECOND_HOP = notAllowed("second_hop");
  static final Failure NO_ANSWER =
      missing(Hop.NO_ANSWER).withEvent(SOURCE, 4002).withCode("ErrorProxyRequestProcessingFailed");

  private AvailabilityFailures() {}

  private static Failure notAllowed(String reason) {
    return missing(reason).withEvent(SOURCE, 4002).withCode("ErrorProxyRequestNotAllowed");
  }

  private static Failure missing(String reason) {
    return Failure.because(reason).withUserText(HASH_MARKS);
  }
}

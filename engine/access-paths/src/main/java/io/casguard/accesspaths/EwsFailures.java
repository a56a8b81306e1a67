package io.casguard.accesspaths;

/// The ways in which Web Services fail, with the response codes of specification 2.3.
final class EwsFailures {
  static final Failure NO_MAILBOX = Failure.because("mailbox_not_found");
  static final Failure MAILBOX_IS_LEGACY = Failure.because("mailbox_is_legacy");
  static final Failure MAILBOX_IS_NEWER = Failure.because("mailbox_is_newer");

  static final Failure VERSION_MISMATCH =
      Failure.because("version_mismatch").withCode("ErrorNoDestinationCASDueToVersionMismatch");
  static final Failure NO_SERVER_IN_SITE =
      Failure.because("no_server_in_site").withCode("ErrorNoApplicableProxyCASServersAvailable");
  static final Failure NO_INTERNAL_URL =
      Failure.because("no_internal_url").withCode("ErrorNoApplicableProxyCASServersAvailable");
  static final Failure WITHOUT_INTEGRATED =
      Failure.because("no_server_with_integrated")
          .withCode("ErrorNoDestinationCASDueToKerberosRequirements");
  static final Failure WITHOUT_SSL =
      Failure.because("no_server_with_ssl").withCode("ErrorNoDestinationCASDueToSSLRequirements");

  static final Failure NO_ANSWER =
      Failure.because(Hop.NO_ANSWER).withCode("ErrorNoRespondingCASInDestinationSite");
  static final Failure UNTRUSTED_CERTIFICATE = Failure.because("untrusted_certificate");
  static final Failure KERBEROS_REFUSED = Failure.because("kerberos_refused");
  static final Failure SECOND_HOP = Failure.because("second_hop");

  private EwsFailures() {}
}

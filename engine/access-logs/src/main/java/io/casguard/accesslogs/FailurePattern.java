package io.casguard.accesslogs;

import io.casguard.topology.Protocol;
import io.casguard.topology.Word;
import java.util.Optional;

/// A way in which logs show that something is wrong, with the guideline that is likely broken.
/// Source: specification 5.3.
public enum FailurePattern implements Word {
  INTEGRATED_OFF(
      "integrated-off", "401.2 and no success: Integrated is off where proxied requests land"),
  KERBEROS_FAILED(
      "kerberos-failed",
      "401.1 and no success: the name in the internal URL is no principal of that server"),
  SSL_REQUIRED("ssl-required", "403.4: SSL is required, and plain http came"),
  FORM_AT_SECOND("form-at-second", "the second server shows its logon form"),
  NOT_FOUND("not-found", "404: people are neither redirected nor proxied"),
  BACK_END("back-end", "500: Forms or required SSL at the Exchange 2003 server"),
  BETTER_SERVER("better-server", "451: devices are told of a better server"),
  STOPPED("stopped", "503: the application pool is stopped, or the store is down");

  private static final int BETTER = 451;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int MISSING = 404;
  private static final int FAILED = 500;
  private static final int UNAVAILABLE = 503;
  private static final int SSL = 4;

  private final String word;
  private final String sentence;

  FailurePattern(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /// The pattern of a status; empty where it is none.
  ///
  /// @param proxied whether a first server had asked
  static Optional<FailurePattern> of(Sighting request, boolean proxied) {
    return Optional.ofNullable(
        switch (request.status()) {
          case UNAUTHORIZED ->
              !proxied ? null : request.substatus() == 1 ? KERBEROS_FAILED : INTEGRATED_OFF;
          case FORBIDDEN -> request.substatus() == SSL ? SSL_REQUIRED : null;
          case MISSING ->
              !proxied && request.protocol() == Protocol.OWA && request.act() == Act.SERVICE
                  ? NOT_FOUND
                  : null;
          case BETTER -> BETTER_SERVER;
          case FAILED -> request.protocol() == Protocol.ACTIVE_SYNC ? BACK_END : null;
          case UNAVAILABLE -> STOPPED;
          default -> proxied && isForm(request) ? FORM_AT_SECOND : null;
        });
  }

  private static boolean isForm(Sighting request) {
    return request.act() == Act.LOGON_FORM || request.act() == Act.PROXY_LOGON;
  }

  @Override
  public String word() {
    return word;
  }

  /// What it means, for people.
  public String sentence() {
    return sentence;
  }

  /// The guideline that is likely broken; empty where none is about it.
  ///
  /// @param legacy whether the second server is an Exchange 2003 server
  public Optional<String> guideline(Protocol protocol, boolean legacy) {
    return Optional.ofNullable(
        switch (this) {
          case INTEGRATED_OFF ->
              legacy
                  ? (protocol == Protocol.ACTIVE_SYNC ? "CAP-323" : "CAP-108")
                  : protocol == Protocol.OWA ? "CAP-103" : "CAP-209";
          case KERBEROS_FAILED -> "CAP-106";
          case SSL_REQUIRED ->
              legacy ? "CAP-108" : protocol == Protocol.OAB ? "CAP-321" : "CAP-106";
          case FORM_AT_SECOND -> "CAP-103";
          case NOT_FOUND -> "CAP-107";
          case BACK_END -> "CAP-108";
          case BETTER_SERVER -> "CAP-202";
          case STOPPED -> null;
        });
  }
}

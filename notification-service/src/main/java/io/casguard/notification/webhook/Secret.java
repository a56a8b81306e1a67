package io.casguard.notification.webhook;

/// What a receiver's messages are signed with, `whsec_` and base64. It is shown nowhere.
public record Secret(String text) {
  /// How every secret begins.
  public static final String PREFIX = "whsec_";

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}

package io.casguard.notification.webhook;

import java.net.InetAddress;

/// Where a message may be sent, if it may.
sealed interface Destination {
  /// There, and to no other address that its name may have.
  record Allowed(WebhookUrl url, InetAddress address) implements Destination {}

  record Refused(String why) implements Destination {}
}

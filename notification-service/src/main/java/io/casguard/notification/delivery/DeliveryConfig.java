package io.casguard.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How messages are sent again.
@ConfigMapping(prefix = "casguard.delivery")
interface DeliveryConfig {
  /// How long to wait before each attempt, the first included; after the last of them the last is
  /// repeated.
  @WithDefault("0s,5s,5m,30m,2h,5h,10h,14h,20h,24h")
  List<Duration> schedule();

  /// How long a receiver may fail without any success before nothing more is sent to it.
  @WithDefault("120h")
  Duration patience();

  /// How soon a message whose time has come, or whose wake-up was lost, is looked for.
  @WithDefault("500ms")
  Duration poll();

  /// How many messages are under way to one receiver at a time, from one replica.
  @WithDefault("4")
  int inFlight();

  /// How long a replica may take to send what it has claimed; if it dies, another sends it after
  /// that. Longer than an attempt.
  @WithDefault("30s")
  Duration lease();
}

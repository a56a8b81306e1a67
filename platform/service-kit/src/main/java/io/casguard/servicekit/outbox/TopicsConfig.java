package io.casguard.servicekit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/// Which topic a channel is.
@ConfigMapping(prefix = "casguard.topics")
interface TopicsConfig {
  /// The topic of each channel. Another topic here moves a channel for producers and receivers
  /// alike.
  @WithParentName
  Map<String, String> topics();
}

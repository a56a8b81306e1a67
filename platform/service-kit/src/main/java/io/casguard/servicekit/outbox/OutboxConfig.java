package io.casguard.servicekit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How a service sends the events it has stored.
@ConfigMapping(prefix = "casguard.outbox")
interface OutboxConfig {
  /// Whether this service sends what its outbox holds. A service that announces nothing turns it
  /// off.
  @WithDefault("true")
  boolean relay();

  /// Who announces, as the `ce_source` of every event; the service's name by default.
  String source();

  /// The database that holds the outbox, as `postgresql://host:port/name`; by default the one of
  /// the reactive datasource.
  String databaseUrl();

  /// Who logs in there; by default as the datasource does.
  Optional<String> username();

  /// With what it logs in there; by default as the datasource does.
  Optional<String> password();

  /// How long a row may wait when its notification was lost, and how soon another replica takes
  /// over.
  @WithDefault("1s")
  Duration poll();

  /// How many rows are sent before they are deleted in one statement.
  @WithDefault("500")
  int batch();

  /// How long Kafka may take to acknowledge a batch before it is sent again.
  @WithDefault("30s")
  Duration patience();
}

package io.casguard.notification.delivery;

import io.vertx.mutiny.sqlclient.Row;

/// A delivery that this replica attempts now.
///
/// @param attempts that were made before
record Claimed(
    long id, int attempts, String receiver, String incidentKey, String messageId, String body) {
  static Claimed of(Row row) {
    return new Claimed(
        row.getLong("id"),
        row.getInteger("attempts"),
        row.getString("receiver"),
        row.getString("incident_key"),
        row.getString("message_id"),
        row.getString("body"));
  }
}

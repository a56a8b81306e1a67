package io.casguard.testsupport;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/// Puts the address of the test's database into the configuration of the service; public because
/// Quarkus makes it.
public final class PostgresResource
    implements QuarkusTestResourceConfigurableLifecycleManager<WithPostgres> {
  private String database = "";
  private boolean fresh;

  @Override
  public void init(WithPostgres annotation) {
    database = annotation.database();
    fresh = annotation.fresh();
  }

  @Override
  public Map<String, String> start() {
    try {
      PostgresServer server = PostgresServer.shared();
      String name = named(server);
      return Map.of(
          "quarkus.datasource.jdbc.url", server.jdbcUrl(name),
          "quarkus.datasource.reactive.url", server.reactiveUrl(name),
          "quarkus.datasource.username", server.user(),
          "quarkus.datasource.password", server.password());
    } catch (IOException | SQLException | InterruptedException cause) {
      throw new IllegalStateException("no PostgreSQL for the test", cause);
    }
  }

  private String named(PostgresServer server) throws SQLException {
    if (fresh) {
      return server.freshDatabase(database);
    }
    server.createDatabase(database);
    return database;
  }

  @Override
  public void stop() {
    // the server is shared, and ends with the JVM
  }
}

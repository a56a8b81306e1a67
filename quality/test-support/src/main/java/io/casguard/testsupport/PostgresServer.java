package io.casguard.testsupport;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/// A running PostgreSQL server and the user who may do everything in it.
public record PostgresServer(String host, int port, String user, String password) {
  private static final String SEPARATOR = " ";

  /// The server of this JVM; it is started by the first who asks and ends with the JVM.
  public static PostgresServer shared() throws IOException, InterruptedException {
    return parse(
        OncePerJvm.text(
            "casguard.test.postgres", () -> Backend.chosen().startPostgres().written()));
  }

  /// The address of a database for JDBC, without the user.
  public String jdbcUrl(String database) {
    return "jdbc:" + reactiveUrl(database);
  }

  /// The address of a database for the reactive client, without the user.
  public String reactiveUrl(String database) {
    return "postgresql://" + host + ":" + port + "/" + database;
  }

  /// Creates a database of this name unless there is one.
  public void createDatabase(String name) throws SQLException {
    try (Connection connection = connect("postgres");
        var known = connection.prepareStatement("select 1 from pg_database where datname = ?");
        var creation = connection.createStatement()) {
      known.setString(1, name);
      try (var row = known.executeQuery()) {
        if (!row.next()) {
          creation.execute("create database " + creation.enquoteIdentifier(name, true));
        }
      }
    }
  }

  /// Creates an empty database and returns its name, which starts with the one given.
  public String freshDatabase(String name) throws SQLException {
    String fresh = name + "_" + UUID.randomUUID().toString().substring(0, 8);
    createDatabase(fresh);
    return fresh;
  }

  /// A connection to a database, by JDBC.
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), user, password);
  }

  private String written() {
    return String.join(SEPARATOR, host, Integer.toString(port), user, password);
  }

  private static PostgresServer parse(String written) {
    String[] parts = written.split(SEPARATOR, -1);
    return new PostgresServer(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
  }
}

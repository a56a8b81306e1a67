package io.casguard.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casguard.localstack.EmbeddedPostgres.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresIT {
  private OpenTempFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new OpenTempFolder();
  }

  @AfterEach
  void deleteFolder() throws IOException {
    folder.close();
  }

  @Test
  void whatWasWrittenIsThereAfterARestart() throws Exception {
    // Given
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      server.createDatabase("rules");
      try (Connection connection = connect(server, server.password());
          var statement = connection.createStatement()) {
        statement.execute("create table site as select 'leeds' as name");
      }
    }

    // When
    try (EmbeddedPostgres again = EmbeddedPostgres.start(settings())) {
      again.createDatabase("rules");

      // Then
      try (Connection connection = connect(again, again.password());
          var statement = connection.createStatement();
          var row = statement.executeQuery("select name from site")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("leeds");
      }
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() throws Exception {
    // Given
    try (EmbeddedPostgres server = EmbeddedPostgres.start(settings())) {
      server.createDatabase("rules");

      // When // Then
      assertThatThrownBy(() -> connect(server, "guess"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aServerThatCannotStartSaysWhatItWroteLast() throws Exception {
    // Given
    EmbeddedPostgres.start(settings()).close();
    Files.writeString(
        folder.path().resolve("postgres/cluster/postgresql.conf"), "no_such_setting = 1\n");

    // When // Then
    assertThatThrownBy(() -> EmbeddedPostgres.start(settings()))
        .isInstanceOf(PartFailed.class)
        .hasMessageContaining("PostgreSQL ended with exit code 1")
        .hasMessageContaining("unrecognized configuration parameter \"no_such_setting\"");
  }

  @Test
  void forgottenDataAreGone() throws Exception {
    // Given
    EmbeddedPostgres.start(settings()).close();

    // When
    EmbeddedPostgres.forget(settings().folder());

    // Then
    assertThat(settings().folder()).doesNotExist();
  }

  private EmbeddedPostgres.Settings settings() {
    return new EmbeddedPostgres.Settings(
        folder.path().resolve("postgres"),
        FreePort.ANY,
        folder.path().resolve("postgresql.log"),
        Durability.FORGOTTEN);
  }

  private static Connection connect(EmbeddedPostgres server, String password) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("rules"), EmbeddedPostgres.USER, password);
  }
}

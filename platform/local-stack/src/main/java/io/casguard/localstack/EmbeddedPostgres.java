package io.casguard.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A PostgreSQL server as a process of its own: on loopback, with one user and a password made for
/// its folder.
///
/// Its data stay in the folder and are there again when the server starts anew.
public final class EmbeddedPostgres implements AutoCloseable {
  /// The one user, who owns every database.
  public static final String USER = "casguard";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final String ADMINISTRATION = "postgres";
  private static final String PASSWORD = "password";

  private final PartProcess process;
  private final Path folder;
  private final int port;
  private final String password;

  private EmbeddedPostgres(PartProcess process, Path folder, int port, String password) {
    this.process = process;
    this.folder = folder;
    this.port = port;
    this.password = password;
  }

  /// What happens to a commit when the power fails.
  public enum Durability {
    /// It is on the disk.
    KEPT,
    /// It may be lost, and so may the whole folder: for tests.
    FORGOTTEN
  }

  /// Where and how a server runs.
  ///
  /// @param folder holds its data; as root another one is used where the user of the server could
  ///   not walk to this one
  /// @param port the wanted port; the next free one is taken where somebody listens on it, any free
  ///   one for 0
  /// @param log the file that it writes to
  public record Settings(Path folder, int port, Path log, Durability durability) {}

  /// Starts a server and waits until it answers.
  public static EmbeddedPostgres start(Settings settings) throws IOException, InterruptedException {
    Account account = Account.forPostgres();
    Path home = account.reachable(settings.folder());
    Path programs = PostgresBinaries.unpacked(account.cache()).resolve("bin");
    account.makePrivate(home);
    Path cluster = home.resolve("cluster");
    if (!Files.exists(cluster)) {
      Path draft = home.resolve("cluster.draft"); // left behind where making it was cut short
      Folders.delete(draft);
      makePassword(home.resolve(PASSWORD), account);
      makeCluster(programs, draft, home.resolve(PASSWORD), account, settings);
      Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }
    return AtFreePort.start(
        settings.port(), port -> start(settings, account, programs, cluster, port));
  }

  private static EmbeddedPostgres start(
      Settings settings, Account account, Path programs, Path cluster, int port)
      throws IOException, InterruptedException {
    Path home = account.reachable(settings.folder());
    var command =
        List.of(
            programs.resolve("postgres").toString(),
            "-D",
            cluster.toString(),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "port=" + port,
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=" + onlyWhen(settings.durability() == Durability.KEPT),
            "-c",
            "full_page_writes=" + onlyWhen(settings.durability() == Durability.KEPT),
            "-c",
            "shared_buffers=64MB",
            "-c",
            "max_connections=200");
    var process =
        PartProcess.start("PostgreSQL", account.run(command), Map.of(), settings.log(), Signal.INT);
    var server =
        new EmbeddedPostgres(process, home, port, Files.readString(home.resolve(PASSWORD)));
    try {
      process.awaitReady(server::answers, PATIENCE);
    } catch (IOException | InterruptedException cause) {
      process.stop(STOP_PATIENCE);
      throw cause;
    }
    return server;
  }

  /// Deletes the data of a server that does not run, wherever they are.
  public static void forget(Path folder) throws IOException {
    Folders.delete(Account.forPostgres().reachable(folder));
  }

  /// Creates a database of this name unless there is one.
  public void createDatabase(String name) throws IOException {
    try (Connection connection = connect(ADMINISTRATION);
        var known = connection.prepareStatement("select 1 from pg_database where datname = ?");
        var creation = connection.createStatement()) {
      known.setString(1, name);
      try (var row = known.executeQuery()) {
        if (!row.next()) {
          creation.execute("create database " + creation.enquoteIdentifier(name, true));
        }
      }
    } catch (SQLException cause) {
      throw new IOException("cannot create the database " + name, cause);
    }
  }

  /// The address of a database for JDBC, without the user.
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// The address of a database for the reactive client, without the user.
  public String reactiveUrl(String database) {
    return "postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// The password of [#USER].
  public String password() {
    return password;
  }

  /// The server's own address.
  public URI address() {
    return URI.create("postgresql://127.0.0.1:" + port);
  }

  /// Where its data are.
  public Path folder() {
    return folder;
  }

  PartProcess process() {
    return process;
  }

  /// Disconnects everybody, writes all to the disk and ends.
  @Override
  public void close() throws IOException {
    process.stop(STOP_PATIENCE);
  }

  private boolean answers() {
    try (Connection connection = connect(ADMINISTRATION)) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), USER, password);
  }

  private static void makeCluster(
      Path programs, Path cluster, Path passwordFile, Account account, Settings settings)
      throws IOException, InterruptedException {
    var command =
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + cluster,
            "--username=" + USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
            "--no-instructions");
    var initdb =
        PartProcess.start("initdb", account.run(command), Map.of(), settings.log(), Signal.TERM);
    if (initdb.process().waitFor() != 0) {
      throw initdb.failed("could not make " + cluster);
    }
  }

  private static void makePassword(Path file, Account account) throws IOException {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    Files.writeString(file, HexFormat.of().formatHex(random));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    account.give(file);
  }

  private static String onlyWhen(boolean wanted) {
    return wanted ? "on" : "off";
  }
}

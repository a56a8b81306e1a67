package io.casguard.benchmarks.logs;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/// The peer: DuckDB's CSV reader, counting rows by status. It is told the columns and their number.
final class DuckDbPeer {
  private DuckDbPeer() {}

  /// Rows by status.
  static Map<Integer, Long> count(Path file, int threads) throws SQLException {
    StringBuilder columns = new StringBuilder();
    int number = 0;
    for (String column : MadeLog.COLUMNS.split(" ", -1)) {
      columns
          .append(number++ == 0 ? "" : ", ")
          .append('\'')
          .append(column)
          .append("': ")
          .append(column.equals("sc-status") ? "'INTEGER'" : "'VARCHAR'");
    }
    Map<Integer, Long> counts = new TreeMap<>();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute("SET threads = " + threads);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT \"sc-status\", count(*) FROM read_csv('"
                  + file
                  + "', delim = ' ', header = false, skip = 1, quote = '', escape = '',"
                  + " auto_detect = false, columns = {"
                  + columns
                  + "}) GROUP BY 1")) {
        while (rows.next()) {
          counts.put(rows.getInt(1), rows.getLong(2));
        }
      }
    }
    return counts;
  }
}

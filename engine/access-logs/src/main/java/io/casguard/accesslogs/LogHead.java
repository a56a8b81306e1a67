package io.casguard.accesslogs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the beginning of a log tells: whether it is one, its first layout, and the names and
/// addresses under which its server writes.
///
/// @param layout that of the first `#Fields`; empty where there is none
/// @param serverAddresses what stands under `s-ip`, own and unspecified addresses left out
/// @param computers what stands under `s-computername`
/// @param hosts what stands under `cs-host`, without ports
record LogHead(
    Optional<LogLayout> layout,
    Set<String> serverAddresses,
    Set<String> computers,
    Set<String> hosts) {
  private static final int LENGTH = 256 * 1024;
  private static final int MOST_NAMES = 16;

  /// The head of a file.
  ///
  /// @param presumed the layout of rows that no `#Fields` stands above
  static LogHead of(LogFile file, Optional<LogLayout> presumed) throws IOException {
    byte[] text;
    try (InputStream in = file.open()) {
      text = in.readNBytes(LENGTH);
    }
    Set<String> addresses = new LinkedHashSet<>();
    Set<String> computers = new LinkedHashSet<>();
    Set<String> hosts = new LinkedHashSet<>();
    LogReader reader =
        new LogReader(
            row -> {
              Addresses.canonical(row.text(Column.SERVER_ADDRESS))
                  .filter(address -> !Addresses.isLoopback(address))
                  .ifPresent(address -> add(addresses, address));
              add(computers, row.text(Column.COMPUTER));
              add(hosts, row.text(Column.HOST).replaceFirst(":\\d+$", ""));
            },
            new UnreadRows(file.name()));
    presumed.ifPresent(reader::presume);
    reader.read(new ByteArrayInputStream(text));
    return new LogHead(firstLayout(text), addresses, computers, hosts);
  }

  private static void add(Set<String> names, String name) {
    if (!name.isEmpty() && names.size() < MOST_NAMES) {
      names.add(name);
    }
  }

  private static Optional<LogLayout> firstLayout(byte[] text) {
    return new String(text, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("#fields:"))
        .map(line -> LogLayout.of(line.substring("#fields:".length())))
        .findFirst();
  }
}

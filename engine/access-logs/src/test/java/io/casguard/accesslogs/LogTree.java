package io.casguard.accesslogs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Synthetic logs of several servers, one after another in time, each in a folder of its server.
final class LogTree {
  static final String FIELDS =
      "#Software: Microsoft Internet Information Services 7.0\n"
          + "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n";
  static final String ANYWHERE = "198.51.100.7";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int APART = 600;

  private final SortedMap<String, StringBuilder> texts = new TreeMap<>();
  private LocalDateTime now = LocalDateTime.of(2009, 3, 2, 8, 0);

  /// Lets time pass, so that what follows belongs to another request.
  LogTree later() {
    now = now.plusSeconds(APART);
    return this;
  }

  /// A second passes.
  LogTree then() {
    now = now.plusSeconds(1);
    return this;
  }

  /// A row in a server's log.
  ///
  /// @param what method, stem and query
  /// @param status status and substatus
  LogTree row(String server, String what, String user, String client, String agent, String status) {
    texts
        .computeIfAbsent(server, _ -> new StringBuilder(FIELDS))
        .append(
            "%s %s %s 443 %s %s %s %s 0 15\n"
                .formatted(now.format(TIME), address(server), what, user, client, agent, status));
    return this;
  }

  /// A row of a user.
  LogTree client(String server, String what, String status) {
    return row(server, what, "CONTOSO\\ann", ANYWHERE, "Mozilla/4.0", status);
  }

  /// What a first server asks of a second one, the handshake before it included.
  LogTree leg(String first, String second, String what, String status) {
    row(second, what, "-", address(first), "UA", "401 2");
    return row(second, what, "CONTOSO\\" + first + "$", address(first), "UA", status);
  }

  /// The address of a server: one of its own, whatever its name.
  static String address(String server) {
    return "10."
        + (Math.floorMod(server.hashCode(), 200) + 1)
        + "."
        + (Math.floorMod(server.hashCode() / 200, 200) + 1)
        + ".10";
  }

  long second() {
    return now.toEpochSecond(ZoneOffset.UTC);
  }

  /// The logs as files below a folder.
  List<LogFile> in(Path folder) throws IOException {
    List<LogFile> files = new ArrayList<>();
    for (String server : texts.keySet()) {
      Path file = folder.resolve(server).resolve("W3SVC1").resolve("u_ex090302.log");
      Files.createDirectories(file.getParent());
      Files.writeString(file, texts.get(server), StandardCharsets.ISO_8859_1);
      files.add(LogFile.at(file, server + "/u_ex090302.log"));
    }
    return files;
  }
}

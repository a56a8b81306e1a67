package io.casguard.reports;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.UserClass;
import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One line of the matrix: people of one protocol who come through one door to mailboxes of one
/// site, and meet the same.
///
/// @param cell what tells the line apart
/// @param here how many people are counted at this door, the first of theirs
/// @param elsewhere how many more may use it, and are counted at another door
/// @param uncounted how many user classes counted here nobody counted
/// @param uncountedElsewhere the same of those counted at another door
record MatrixLine(Cell cell, int here, int elsewhere, int uncounted, int uncountedElsewhere) {
  /// @param device the version that their devices speak; empty where it is unsaid
  /// @param clientSite the site of the clients; empty on the Internet, and where it is unsaid
  /// @param mailboxSite the site of the mailboxes; empty where it is unsaid
  record Cell(
      Protocol protocol,
      Optional<String> device,
      Network from,
      Optional<String> clientSite,
      Optional<String> entry,
      Optional<String> mailboxSite,
      String outcome,
      Optional<String> reason,
      Optional<Reached> reached) {
    private static Cell of(Matrix.Row row) {
      UserClass users = row.userClass();
      AccessPath path = row.path();
      return new Cell(
          users.protocol(),
          users.device().map(DeviceVersion::toString),
          users.from(),
          users.clientSite().map(Site::name),
          users.door().map(Door::name),
          users.mailbox().server().flatMap(Server::site).map(Site::name),
          path.outcome().word(),
          path.reason(),
          path.reached());
    }

    /// Where the clients are, and what their devices speak: `intranet (leeds), 12.1`.
    String clients() {
      return from.word()
          + clientSite.map(site -> " (" + site + ")").orElse("")
          + device.map(version -> ", " + version).orElse("");
    }

    /// What the client connects to. Outlook inside opens its mailbox itself and finds Autodiscover
    /// itself, which tells it where the address book is.
    String door() {
      return entry.orElse(
          switch (protocol) {
            case MAPI -> "directly";
            case AUTODISCOVER ->
                from == Network.INTRANET ? "by service connection point" : "no door";
            case OAB -> "by Autodiscover";
            case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, UM, OUTLOOK_ANYWHERE, POP3, IMAP4 ->
                "no door";
          });
    }

    /// The outcome with its reason.
    String answer() {
      return outcome + reason.map(word -> " " + word).orElse("");
    }
  }

  /// The lines of a matrix, in the order in which its classes first meet them.
  static List<MatrixLine> of(Matrix matrix) {
    Map<Cell, int[]> counts = new LinkedHashMap<>();
    for (Matrix.Row row : matrix.rows()) {
      int[] count = counts.computeIfAbsent(Cell.of(row), _ -> new int[4]);
      boolean first = row.userClass().first();
      switch (row.userClass().users()) {
        case Known.Value<Integer>(Integer people) -> count[first ? 0 : 1] += people;
        case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> count[first ? 2 : 3]++;
      }
    }
    List<MatrixLine> lines = new ArrayList<>();
    counts.forEach(
        (cell, count) -> lines.add(new MatrixLine(cell, count[0], count[1], count[2], count[3])));
    return lines;
  }

  /// How many people, in words: those counted elsewhere stand in parentheses.
  String people() {
    boolean nobodyElsewhere = elsewhere == 0 && uncountedElsewhere == 0;
    List<String> words = new ArrayList<>();
    if (here > 0 || (uncounted == 0 && nobodyElsewhere)) {
      words.add(Prose.number(here));
    }
    if (uncounted > 0) {
      words.add(here == 0 ? "uncounted" : "and uncounted");
    }
    if (!nobodyElsewhere) {
      words.add("(" + (elsewhere > 0 ? Prose.number(elsewhere) : "uncounted") + ")");
    }
    return String.join(" ", words);
  }
}

package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.formats.shell.ShellObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Mailboxes, counted by server and by their switches. What tells whose they are is used to join
/// the two cmdlets that print them, and forgotten.
final class Mailboxes {
  /// Mailboxes that nobody logs on to.
  private static final Set<String> NOBODYS =
      Set.of(
          "roommailbox",
          "equipmentmailbox",
          "discoverymailbox",
          "arbitrationmailbox",
          "systemmailbox",
          "monitoringmailbox",
          "auditlogmailbox",
          "publicfoldermailbox");

  private static final List<ShellVocabulary.Column> SWITCHES =
      ShellVocabulary.columns(Cmdlet.CAS_MAILBOX);
  private static final String UNSAID = "?".repeat(SWITCHES.size());

  /// People who are alike: how many mailboxes of a server have one combination of switches.
  ///
  /// @param switches a sign for each switch in the order of the table: on, off, unsaid
  /// @param count empty where two exports count differently
  record Alike(String server, String switches, Optional<Integer> count, Position at) {
    /// Whether a switch is on; empty where it is unsaid.
    Optional<Boolean> isOn(int number) {
      return switch (switches.charAt(number)) {
        case '+' -> Optional.of(true);
        case '-' -> Optional.of(false);
        default -> Optional.empty();
      };
    }
  }

  /// A mailbox by what both cmdlets print of it.
  private static final class Mailbox {
    @Nullable String server;
    String switches = UNSAID;
    boolean isNobodys;
    boolean isAtTwoServers;
  }

  /// How many mailboxes a file has of each combination of switches, where it does not tell the
  /// mailboxes apart.
  private record Counted(Cmdlet cmdlet, Position at, SortedMap<String, Integer> bySwitches) {
    int total() {
      return bySwitches.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private final Map<String, Mailbox> identified = new HashMap<>();
  private final SortedMap<String, SortedMap<String, Counted>> others =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Problem> remarks = new ArrayList<>();
  private Optional<Position> first = Optional.empty();
  private int withoutServer;

  /// Takes an object of Get-Mailbox or Get-CASMailbox.
  void take(Cmdlet cmdlet, ShellObject object) {
    first = first.or(() -> Optional.of(object.at()));
    Optional<String> server =
        object
            .text("ServerName")
            .map(ServerNames::shortName)
            .filter(name -> ValueReading.nameError(name).isEmpty());
    String switches = cmdlet == Cmdlet.CAS_MAILBOX ? switches(object) : UNSAID;
    boolean isNobodys =
        object
            .text("RecipientTypeDetails")
            .filter(type -> NOBODYS.contains(type.toLowerCase(Locale.ROOT)))
            .isPresent();
    Optional<String> identity =
        object
            .text("Guid")
            .or(() -> object.text("DistinguishedName"))
            .map(text -> text.toLowerCase(Locale.ROOT));
    if (identity.isPresent()) {
      join(
          identified.computeIfAbsent(identity.get(), _ -> new Mailbox()),
          server,
          switches,
          isNobodys);
    } else if (server.isEmpty()) {
      withoutServer++;
    } else if (!isNobodys) {
      others
          .computeIfAbsent(server.get(), _ -> new TreeMap<>())
          .computeIfAbsent(
              cmdlet + object.at().file(), _ -> new Counted(cmdlet, object.at(), new TreeMap<>()))
          .bySwitches()
          .merge(switches, 1, Integer::sum);
    }
  }

  private static void join(
      Mailbox mailbox, Optional<String> server, String switches, boolean isNobodys) {
    mailbox.isNobodys |= isNobodys;
    String before = mailbox.server;
    mailbox.isAtTwoServers |=
        before != null && server.filter(it -> !it.equalsIgnoreCase(before)).isPresent();
    mailbox.server = server.orElse(before);
    StringBuilder joined = new StringBuilder();
    for (int at = 0; at < switches.length(); at++) {
      joined.append(joined(mailbox.switches.charAt(at), switches.charAt(at)));
    }
    mailbox.switches = joined.toString();
  }

  /// What is said twice in two ways is unsaid.
  private static char joined(char one, char other) {
    if (one == other || other == '?') {
      return one;
    }
    return one == '?' ? other : '?';
  }

  private static String switches(ShellObject object) {
    return SWITCHES.stream()
        .map(
            column ->
                object
                    .text(column.name())
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .map(text -> text.equals("true") ? "+" : text.equals("false") ? "-" : "?")
                    .orElse("?"))
        .collect(Collectors.joining());
  }

  /// Everybody, by server and switches. Where two exports count a server's mailboxes differently,
  /// its people have no number.
  List<Alike> alike() {
    SortedMap<String, SortedMap<String, Integer>> counts =
        new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int moved = 0;
    for (Mailbox mailbox : identified.values()) {
      String server = mailbox.server;
      moved += mailbox.isAtTwoServers ? 1 : 0;
      withoutServer += server == null ? 1 : 0;
      if (server != null && !mailbox.isNobodys && !mailbox.isAtTwoServers) {
        counts
            .computeIfAbsent(server, _ -> new TreeMap<>())
            .merge(mailbox.switches, 1, Integer::sum);
      }
    }
    identified.clear();
    List<Alike> alike = new ArrayList<>();
    SortedSet<String> servers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    servers.addAll(counts.keySet());
    servers.addAll(others.keySet());
    servers.forEach(
        server -> alike.addAll(of(server, counts.getOrDefault(server, new TreeMap<>()))));
    remark(moved, "at different servers in two exports: not counted");
    remark(withoutServer, "without ServerName: not counted; select ServerName and Guid too");
    return alike;
  }

  private List<Alike> of(String server, SortedMap<String, Integer> counts) {
    List<Counted> uncertain = List.copyOf(others.getOrDefault(server, new TreeMap<>()).values());
    Position at = first.orElseThrow();
    if (uncertain.isEmpty()) {
      return alike(server, counts, at);
    }
    List<Counted> withSwitches =
        uncertain.stream().filter(one -> one.cmdlet() == Cmdlet.CAS_MAILBOX).toList();
    Counted chosen = withSwitches.isEmpty() ? uncertain.getFirst() : withSwitches.getFirst();
    boolean agree =
        counts.isEmpty()
            && uncertain.stream().allMatch(one -> one.total() == chosen.total())
            && withSwitches.stream().allMatch(one -> one.bySwitches().equals(chosen.bySwitches()));
    if (agree) {
      return alike(server, chosen.bySwitches(), chosen.at());
    }
    String several =
        uncertain.stream()
            .map(one -> one.total() + " (" + place(one.at()) + ")")
            .collect(Collectors.joining(", "));
    remarks.add(
        new Problem(
            chosen.at(),
            "",
            "the mailboxes of "
                + server
                + " are counted in several ways: "
                + several
                + "; nobody is counted there. Select Guid too, so that they can be told apart"));
    return List.of(new Alike(server, UNSAID, Optional.empty(), chosen.at()));
  }

  private static List<Alike> alike(String server, SortedMap<String, Integer> counts, Position at) {
    return counts.entrySet().stream()
        .map(entry -> new Alike(server, entry.getKey(), Optional.of(entry.getValue()), at))
        .toList();
  }

  /// What was not counted.
  List<Problem> remarks() {
    return remarks;
  }

  private void remark(int count, String text) {
    if (count > 0) {
      remarks.add(
          new Problem(
              first.orElseThrow(), "", (count == 1 ? "1 mailbox " : count + " mailboxes ") + text));
    }
  }

  private static String place(Position at) {
    return at.file() + ":" + at.line();
  }
}

package io.casguard.accesslogs;

import io.casguard.topology.Protocol;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the rows of logs say of client access: who asked which server for what, and what became of
/// it. One of them belongs to one thread.
final class Requests implements LogReader.Rows {
  private static final byte[] HEALTH_MAILBOX = ascii("healthmailbox");
  private static final byte[] PROBE = ascii("amprobe");
  private static final byte[] MONITOR = ascii("msexchmon");
  private static final byte[] TEST = ascii("testactivesyncconnectivity");
  private static final byte[] AS_PROXY = ascii("asproxy/");
  private static final int MOST_NAMES = 4096;
  private static final int SUCCESS = 200;
  private static final int REDIRECTION = 300;

  private final Computers computers;
  private final int owner;
  private final boolean[] inside;
  final Tally tally = new Tally();
  final Moments moments = new Moments();
  final Strangers strangers = new Strangers();
  private final SyncQuery query = new SyncQuery();
  private final Map<String, Integer> names = new HashMap<>();
  private byte[] lastServer = new byte[0];
  private int ofLastServer;
  long rows;
  long other;
  long monitoring;
  long ownRequests;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  /// @param owner the number of the server whose log it is; [Tally#NOBODY] where that is unknown
  Requests(Computers computers, int owner, boolean[] inside) {
    this.computers = computers;
    this.owner = owner;
    this.inside = inside;
  }

  /// Which servers are of a site that is stated not to face the Internet.
  static boolean[] inside(Computers computers) {
    boolean[] inside = new boolean[computers.servers().size()];
    for (int at = 0; at < inside.length; at++) {
      inside[at] =
          computers
              .server(at)
              .site()
              .flatMap(Requests::facing)
              .filter(facing -> !facing)
              .isPresent();
    }
    return inside;
  }

  private static Optional<Boolean> facing(Site site) {
    return site.get(Vocabulary.INTERNET_FACING).toOptional();
  }

  void add(Requests part) {
    tally.add(part.tally);
    moments.add(part.moments);
    strangers.add(part.strangers);
    rows += part.rows;
    other += part.other;
    monitoring += part.monitoring;
    ownRequests += part.ownRequests;
    first = Math.min(first, part.first);
    last = Math.max(last, part.last);
  }

  @Override
  public void row(LogRow row) {
    rows++;
    long second = row.second();
    if (second < first) {
      first = second;
    }
    if (second > last) {
      last = second;
    }
    Stem.Asked asked = Stem.asked(row.bytes, row.start(Column.STEM), row.end(Column.STEM));
    if (asked == null) {
      other++;
      return;
    }
    if (isMonitoring(row)) {
      monitoring++;
      return;
    }
    int server = server(row);
    int client = client(row, server);
    if (client == server && server != Tally.NOBODY) {
      ownRequests++;
      return;
    }
    boolean isOptions =
        asked.protocol() == Protocol.ACTIVE_SYNC && row.bytes[row.start(Column.METHOD)] == 'O';
    count(row, isOptions ? Stem.SYNC_OPTIONS : asked, server, client);
  }

  private void count(LogRow row, Stem.Asked asked, int server, int client) {
    Protocol protocol = asked.protocol();
    int from = client;
    int named = Tally.NOBODY;
    int version = 0;
    if (protocol == Protocol.ACTIVE_SYNC) {
      query.read(row.bytes, row.start(Column.QUERY), row.end(Column.QUERY));
      version = query.version();
      if (!query.to().isEmpty()) {
        named = named(query.to());
      }
      if (!query.from().isEmpty() && from >= Tally.LAST_SERVER) {
        from = proxying(query.from(), from);
      }
    } else if (protocol == Protocol.OUTLOOK_ANYWHERE) {
      named = mailboxServer(row);
    } else if (protocol == Protocol.EWS && startsWith(row, Column.AGENT, AS_PROXY)) {
      protocol = Protocol.AVAILABILITY;
    }
    if (from >= Tally.LAST_SERVER) {
      from = computerAccount(row, from, asked.act());
    }
    tally.add(
        server,
        from,
        named,
        protocol,
        asked.act(),
        row.status(),
        row.substatus(),
        version,
        row.says(Column.USER),
        row.second());
    boolean served = row.status() >= SUCCESS && row.status() < REDIRECTION;
    if (served && server != Tally.NOBODY && asked.act() != Act.RESOURCE) {
      if (from >= Tally.LAST_SERVER) {
        moments.add(server, Tally.NOBODY, protocol, row.second());
      } else {
        moments.add(from, server, protocol, row.second());
      }
    }
    if (from == Tally.FROM_INTERNET && server != Tally.NOBODY && inside[server]) {
      stranger(row, server);
    }
  }

  private void stranger(LogRow row, int server) {
    Addresses.canonical(row.text(Column.CLIENT))
        .map(address -> Addresses.network(address) + " at " + computers.server(server).name())
        .ifPresent(strangers::network);
  }

  private static boolean isMonitoring(LogRow row) {
    return startsWith(row, Column.USER, HEALTH_MAILBOX)
        || startsWith(row, Column.AGENT, PROBE)
        || startsWith(row, Column.AGENT, MONITOR)
        || startsWith(row, Column.AGENT, TEST);
  }

  private int server(LogRow row) {
    int from = row.start(Column.SERVER_ADDRESS);
    int to = row.end(Column.SERVER_ADDRESS);
    if (Arrays.equals(row.bytes, from, to, lastServer, 0, lastServer.length)
        && lastServer.length > 0) {
      if (ofLastServer == Tally.NOBODY) {
        strangers.server(row.text(Column.SERVER_ADDRESS));
      }
      return ofLastServer;
    }
    String text = row.text(Column.SERVER_ADDRESS);
    int number = text.isEmpty() ? -1 : computers.named(text);
    ofLastServer = number >= 0 ? number : owner;
    lastServer = Arrays.copyOfRange(row.bytes, from, to);
    if (ofLastServer == Tally.NOBODY) {
      strangers.server(text.isEmpty() ? "a log without s-ip" : text);
    }
    return ofLastServer;
  }

  private int client(LogRow row, int server) {
    int from = row.start(Column.CLIENT);
    int to = row.end(Column.CLIENT);
    long ipv4 = Addresses.ipv4(row.bytes, from, to);
    if (ipv4 >= 0) {
      int number = computers.at((int) ipv4);
      if (number >= 0) {
        return number;
      }
      if (ipv4 >>> 24 == 127) {
        return server;
      }
      return Addresses.isPrivate((int) ipv4) ? Tally.FROM_INTRANET : Tally.FROM_INTERNET;
    }
    return remembered("c " + row.text(Column.CLIENT), row.text(Column.CLIENT), server);
  }

  /// The answer for an IPv6 address, which is looked for once.
  private int remembered(String key, String text, int server) {
    Integer known = names.get(key);
    if (known == null) {
      String address = Addresses.canonical(text).orElse("");
      int number = computers.named(text);
      known =
          number >= 0
              ? number
              : Addresses.isLoopback(address)
                  ? Tally.LAST_SERVER
                  : Addresses.isPrivate(address) ? Tally.FROM_INTRANET : Tally.FROM_INTERNET;
      remember(key, known);
    }
    return known == Tally.LAST_SERVER ? server : known;
  }

  private void remember(String key, int number) {
    if (names.size() >= MOST_NAMES) {
      names.clear();
    }
    names.put(key, number);
  }

  private int named(String text) {
    String key = "n " + text;
    Integer known = names.get(key);
    if (known == null) {
      int number = computers.named(text);
      known = number < 0 ? Tally.NOBODY : number;
      remember(key, known);
    }
    return known;
  }

  private int mailboxServer(LogRow row) {
    if (!row.says(Column.QUERY)) {
      return Tally.NOBODY;
    }
    int from = row.start(Column.QUERY);
    int to = from;
    while (to < row.end(Column.QUERY) && row.bytes[to] != ':' && row.bytes[to] != '&') {
      to++;
    }
    return named(new String(row.bytes, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /// The server that `PrxFrom` names, where the client's address tells none.
  private int proxying(String from, int otherwise) {
    int number = named(from);
    if (number != Tally.NOBODY) {
      return number;
    }
    strangers.proxy("PrxFrom " + from);
    return otherwise;
  }

  /// The server whose computer account is logged on, where the client's address tells none.
  private int computerAccount(LogRow row, int otherwise, Act act) {
    int end = row.end(Column.USER);
    boolean isComputer = row.says(Column.USER) && row.bytes[end - 1] == '$';
    if (!isComputer) {
      if (act == Act.PROXY_LOGON) {
        strangers.proxy(row.text(Column.CLIENT));
      }
      return otherwise;
    }
    String account = row.text(Column.USER);
    String name =
        account.substring(
            Math.max(account.indexOf('\\'), account.indexOf('/')) + 1, account.length() - 1);
    int number = named(name);
    if (number != Tally.NOBODY) {
      return number;
    }
    strangers.proxy(account + " from " + row.text(Column.CLIENT));
    return otherwise;
  }

  private static boolean startsWith(LogRow row, Column column, byte[] beginning) {
    int from = row.start(column);
    if (row.end(column) - from < beginning.length) {
      return false;
    }
    for (int at = 0; at < beginning.length; at++) {
      if ((row.bytes[from + at] | 0x20) != beginning[at]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  }
}

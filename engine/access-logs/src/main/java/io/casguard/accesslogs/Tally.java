package io.casguard.accesslogs;

import io.casguard.topology.Protocol;
import java.util.ArrayList;
import java.util.List;

/// Counts requests by what tells them apart, in a table that grows no further than a limit.
final class Tally {
  /// No server, or none of ours.
  static final int NOBODY = 0xffff;

  static final int FROM_INTERNET = 0xfffe;
  static final int FROM_INTRANET = 0xfffd;

  /// The highest number that a server can have here.
  static final int LAST_SERVER = 0xfff0;

  private static final int MOST = 1 << 18;
  private static final int FIRST_SIZE = 1 << 10;
  private static final int SECOND_OF_HOUR = 3600;
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final int HIGHEST_SUBSTATUS = 63;
  private static final Protocol[] PROTOCOLS = Protocol.values();
  private static final Act[] ACTS = Act.values();

  private long[] who = new long[FIRST_SIZE];
  private long[] what = new long[FIRST_SIZE];
  private long[] counts = new long[FIRST_SIZE];
  private long[] firsts = new long[FIRST_SIZE];
  private long[] lasts = new long[FIRST_SIZE];
  private int used;
  private long beyond;

  /// Counts one request. The numbers of enum constants live as long as the table only.
  @SuppressWarnings("EnumOrdinal")
  void add(
      int server,
      int client,
      int named,
      Protocol protocol,
      Act act,
      int status,
      int substatus,
      int version,
      boolean loggedOn,
      long second) {
    long hour = client < LAST_SERVER && client != server ? second / SECOND_OF_HOUR : 0;
    add(
        ((long) server << 48)
            | ((long) client << 32)
            | ((long) named << 16)
            | ((long) status << 6)
            | Math.min(substatus, HIGHEST_SUBSTATUS),
        (hour << 20)
            | ((long) version << 12)
            | ((long) protocol.ordinal() << 8)
            | ((long) act.ordinal() << 4)
            | (loggedOn ? 1 : 0),
        1,
        second,
        second);
  }

  /// Adds what another tally counted.
  void add(Tally other) {
    for (int at = 0; at < other.counts.length; at++) {
      if (other.counts[at] > 0) {
        add(other.who[at], other.what[at], other.counts[at], other.firsts[at], other.lasts[at]);
      }
    }
    beyond += other.beyond;
  }

  private void add(long whose, long which, long count, long first, long last) {
    int mask = counts.length - 1;
    long mixed = (whose ^ Long.rotateLeft(which * SEED, 23)) * SEED;
    int at = (int) (mixed >>> 40) & mask;
    while (counts[at] != 0) {
      if (who[at] == whose && what[at] == which) {
        counts[at] += count;
        firsts[at] = Math.min(firsts[at], first);
        lasts[at] = Math.max(lasts[at], last);
        return;
      }
      at = (at + 1) & mask;
    }
    if (used == MOST) {
      beyond += count;
      return;
    }
    who[at] = whose;
    what[at] = which;
    counts[at] = count;
    firsts[at] = first;
    lasts[at] = last;
    if (++used * 2 > counts.length) {
      grow();
    }
  }

  /// Requests that were not told apart any more, since the table was full.
  long beyond() {
    return beyond;
  }

  /// What was counted.
  List<Sighting> sightings() {
    List<Sighting> all = new ArrayList<>();
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] > 0) {
        long whose = who[at];
        long which = what[at];
        all.add(
            new Sighting(
                (int) (whose >>> 48),
                (int) (whose >>> 32) & 0xffff,
                (int) (whose >>> 16) & 0xffff,
                PROTOCOLS[(int) (which >>> 8) & 0xf],
                ACTS[(int) (which >>> 4) & 0xf],
                (int) (whose >>> 6) & 0x3ff,
                (int) whose & 0x3f,
                (int) (which >>> 12) & 0xff,
                (which & 1) != 0,
                which >>> 20,
                counts[at],
                firsts[at],
                lasts[at]));
      }
    }
    return all;
  }

  private void grow() {
    long[] oldWho = who;
    long[] oldWhat = what;
    long[] oldCounts = counts;
    long[] oldFirsts = firsts;
    long[] oldLasts = lasts;
    int size = oldCounts.length * 2;
    who = new long[size];
    what = new long[size];
    counts = new long[size];
    firsts = new long[size];
    lasts = new long[size];
    used = 0;
    for (int at = 0; at < oldCounts.length; at++) {
      if (oldCounts[at] > 0) {
        add(oldWho[at], oldWhat[at], oldCounts[at], oldFirsts[at], oldLasts[at]);
      }
    }
  }
}

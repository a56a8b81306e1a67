package io.casguard.accesslogs;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads many logs on several threads and adds up, in the order of files, what they say.
///
/// Large plain files are read in parts. A part is read by the layout that the part before it is
/// likely to end with; where that turns out otherwise it is read again, so that a `#Fields` in the
/// middle of a file is never missed.
final class LogScan {
  /// Told how much has been read.
  @FunctionalInterface
  interface Progress {
    void read(long bytes);
  }

  private static final long PART = 16L * 1024 * 1024;

  private static final long FAR = 1024L * 1024;

  private record Task(LogOwner owner, long from, long to, Optional<LogLayout> layout) {
    boolean isFirst() {
      return from == 0;
    }
  }

  private record Part(
      Task task, Requests requests, UnreadRows unread, Optional<LogLayout> endsWith) {}

  private final Computers computers;
  private final boolean[] inside;
  private final Optional<LogLayout> presumed;
  private final Progress progress;
  private final List<UnreadRows> unreadOfFiles = new ArrayList<>();
  private final Requests all;
  private Optional<LogLayout> layout = Optional.empty();

  LogScan(Computers computers, Optional<LogLayout> presumed, Progress progress) {
    this.computers = computers;
    this.inside = Requests.inside(computers);
    this.presumed = presumed;
    this.progress = progress;
    this.all = new Requests(computers, Tally.NOBODY, inside);
  }

  /// Reads the logs.
  ///
  /// @param threads how many are read at once
  Requests read(List<LogOwner> owners, List<LogHead> heads, int threads)
      throws IOException, InterruptedException {
    Deque<Future<Part>> running = new ArrayDeque<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      try {
        for (int at = 0; at < owners.size(); at++) {
          for (Task task : tasks(owners.get(at), heads.get(at))) {
            if (running.size() > threads) {
              take(running.removeFirst().get());
            }
            running.addLast(workers.submit(() -> part(task)));
          }
        }
        while (!running.isEmpty()) {
          take(running.removeFirst().get());
        }
      } catch (ExecutionException failed) {
        workers.shutdownNow();
        if (failed.getCause() instanceof IOException told) {
          throw told;
        }
        throw new IllegalStateException(failed.getCause());
      }
    }
    return all;
  }

  /// The rows that could not be read, of each file.
  List<UnreadRows> unread() {
    return List.copyOf(unreadOfFiles);
  }

  private List<Task> tasks(LogOwner owner, LogHead head) {
    LogFile file = owner.file();
    boolean divisible =
        !file.packed()
            && file.size() > 2 * PART
            && head.layout().or(() -> presumed).filter(it -> it.has(Column.DATE)).isPresent();
    if (!divisible) {
      return List.of(new Task(owner, 0, file.size(), presumed));
    }
    List<Task> tasks = new ArrayList<>();
    for (long from = 0; from < file.size(); from += PART) {
      tasks.add(
          new Task(
              owner,
              from,
              Math.min(from + PART, file.size()),
              from == 0 ? presumed : head.layout().or(() -> presumed)));
    }
    return tasks;
  }

  private void take(Part part) throws IOException {
    Part right = part;
    if (!part.task.isFirst() && !part.task.layout.equals(layout)) {
      right = part(new Task(part.task.owner, part.task.from, part.task.to, layout));
    }
    if (right.task.isFirst()) {
      layout = presumed;
      unreadOfFiles.add(right.unread);
    } else {
      unreadOfFiles.getLast().add(right.unread);
    }
    layout = right.endsWith.or(() -> layout);
    all.add(right.requests);
    progress.read(right.task.to - right.task.from);
  }

  private Part part(Task task) throws IOException {
    int owner =
        task.owner
            .server()
            .map(computers::number)
            .filter(number -> number >= 0 && number < Tally.LAST_SERVER)
            .orElse(Tally.NOBODY);
    Requests requests = new Requests(computers, owner, inside);
    UnreadRows unread = new UnreadRows(task.owner.file().name());
    LogReader reader = new LogReader(requests, unread);
    task.layout.ifPresent(reader::presume);
    LogFile file = task.owner.file();
    if (file.packed()) {
      try (InputStream in = file.open()) {
        reader.read(in);
      }
    } else {
      try (InputStream in = file.open(lineAfter(file, task.from), lineAfter(file, task.to))) {
        reader.read(in);
      }
    }
    return new Part(task, requests, unread, reader.named());
  }

  /// Where the first line begins that begins after a place or at it; the place itself where that is
  /// too far away for a log.
  private static long lineAfter(LogFile file, long place) throws IOException {
    if (place == 0 || place >= file.size()) {
      return place;
    }
    byte[] ahead = new byte[LogReader.LONGEST_LINE];
    long at = place - 1;
    while (at < file.size() && at < place + FAR) {
      try (InputStream in = file.open(at, file.size())) {
        int count = in.readNBytes(ahead, 0, ahead.length);
        for (int i = 0; i < count; i++) {
          if (ahead[i] == '\n') {
            return at + i + 1;
          }
        }
        if (count == 0) {
          return file.size();
        }
        at += count;
      }
    }
    return at >= file.size() ? file.size() : place;
  }
}

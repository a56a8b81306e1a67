package io.casguard.accesslogs;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Clause;
import io.casguard.accesspaths.Simulator;
import io.casguard.topology.Holds;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One comparison of logs with the simulator, from files to what they say.
final class ReplayRun {
  private record Seen(Protocol protocol, Server first, Observed observed) {}

  private record Between(Protocol protocol, Server first, Server second) {}

  private record Failed(
      FailurePattern pattern, Protocol protocol, Server first, Optional<Server> second) {}

  private record Decided(Protocol protocol, Clause clause) {}

  private final Organization organization;
  private final Replay.Way way;
  private final Simulator simulator;
  private final Computers computers;
  private final SortedMap<Protocol, Map<Verdict, Long>> verdicts = new TreeMap<>();
  private final SortedMap<Unexplained, Long> unexplained = new TreeMap<>();
  private final SortedMap<SetAside, Long> aside = new TreeMap<>();
  private final Map<Seen, Span> seen = new LinkedHashMap<>();
  private final Map<Seen, List<AccessPath>> against = new HashMap<>();
  private final Map<Seen, Span> contradicted = new HashMap<>();
  private final Map<Failed, Span> failures = new HashMap<>();
  private final Map<Decided, long[]> clauses = new HashMap<>();

  ReplayRun(Organization organization, Replay.Way way) {
    this.organization = organization;
    this.way = way;
    this.simulator = Simulator.of(organization, way.assumptions());
    this.computers = new Computers(organization);
  }

  Replay run(List<LogFile> files) throws IOException, InterruptedException {
    Map<LogFile, LogHead> heads = new LinkedHashMap<>();
    for (LogFile file : files) {
      LogHead head = LogHead.of(file, way.presumed());
      requireLog(file, head);
      heads.put(file, head);
    }
    List<LogOwner> owners = computers.owners(heads);
    requireOwner(owners);
    LogScan scan = new LogScan(computers, way.presumed(), way.progress()::accept);
    Requests requests = scan.read(owners, List.copyOf(heads.values()), way.threads());
    return compared(owners, requests, scan.unread());
  }

  private void requireLog(LogFile file, LogHead head) throws IOException {
    Optional<LogLayout> layout = head.layout().or(way::presumed);
    if (file.size() > 0 && layout.isEmpty()) {
      throw new LogFile.Unfit(
          file.name()
              + ": no #Fields line, so this is no IIS log, or one whose head was cut off: name its"
              + " columns with --fields");
    }
  }

  private void requireOwner(List<LogOwner> owners) throws IOException {
    if (owners.stream().allMatch(owner -> owner.server().isEmpty())) {
      throw new LogFile.Unfit(
          owners.getFirst().file().name()
              + ": nothing tells whose log this is, nor any other: state the addresses of the"
              + " servers in the topology (addresses: [10.1.0.10]), or put the logs of each server"
              + " into a folder with its name");
    }
  }

  private Replay compared(List<LogOwner> owners, Requests requests, List<UnreadRows> unread) {
    Set<Server> logged =
        owners.stream().flatMap(owner -> owner.server().stream()).collect(Collectors.toSet());
    List<Sighting> sightings =
        requests.tally.sightings().stream()
            .sorted(
                Comparator.comparingLong(Sighting::first)
                    .thenComparingInt(Sighting::server)
                    .thenComparingInt(Sighting::client)
                    .thenComparing(Sighting::protocol)
                    .thenComparing(Sighting::act)
                    .thenComparingInt(Sighting::status)
                    .thenComparingInt(Sighting::substatus)
                    .thenComparingInt(Sighting::version))
            .toList();
    Comparison comparison =
        new Comparison(
            computers, new Predictions(organization, simulator), requests, sightings, logged);
    for (Sighting sighting : sightings) {
      count(sighting, comparison, comparison.compare(sighting));
    }
    aside(SetAside.NO_CLIENT_ACCESS, requests.other);
    aside(SetAside.MONITORING, requests.monitoring);
    aside(SetAside.OWN_REQUEST, requests.ownRequests);
    if (requests.tally.beyond() > 0) {
      unexplained.merge(Unexplained.NOT_TOLD_APART, requests.tally.beyond(), Long::sum);
    }
    return new Replay(
        organization.name(),
        owners,
        requests.rows,
        time(requests.rows, requests.first),
        time(requests.rows, requests.last),
        verdicts,
        contradictions(),
        clauseCounts(),
        pairs(requests.moments),
        failing(),
        new Expectations(organization, way.assumptions(), seen(), logged).notObserved(),
        unexplained,
        aside,
        requests.strangers,
        unread.stream().filter(rows -> rows.total() > 0 || rows.repairedRows() > 0).toList(),
        requests.tally.beyond() == 0 && !requests.moments.isFull());
  }

  private static Optional<Instant> time(long rows, long second) {
    return rows == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(second));
  }

  private List<Expectations.Sight> seen() {
    return seen.keySet().stream()
        .map(it -> new Expectations.Sight(it.protocol, it.first, it.observed))
        .toList();
  }

  private void aside(SetAside why, long count) {
    if (count > 0) {
      aside.merge(why, count, Long::sum);
    }
  }

  private void count(Sighting sighting, Comparison comparison, Comparison.Compared compared) {
    Protocol protocol = sighting.protocol();
    Verdict verdict =
        switch (compared.judgement()) {
          case Judgement.Confirmed(AccessPath by) -> {
            decided(protocol, by)[0] += sighting.count();
            yield Verdict.CONFIRMED;
          }
          case Judgement.Contradicted(List<AccessPath> paths) -> {
            contradict(sighting, comparison, compared.seen().orElseThrow(), paths);
            yield Verdict.CONTRADICTED;
          }
          case Judgement.Open(Unexplained why) -> {
            unexplained.merge(why, sighting.count(), Long::sum);
            yield Verdict.UNEXPLAINED;
          }
          case Judgement.Aside(SetAside why) -> {
            aside(why, sighting.count());
            yield Verdict.SET_ASIDE;
          }
        };
    verdicts
        .computeIfAbsent(protocol, _ -> new EnumMap<>(Verdict.class))
        .merge(verdict, sighting.count(), Long::sum);
    compared
        .seen()
        .ifPresent(
            observed -> {
              Server first = first(sighting, comparison);
              seen.merge(new Seen(protocol, first, observed), Span.of(sighting), Span::with);
              fail(sighting, comparison, observed, first);
            });
  }

  private Server first(Sighting sighting, Comparison comparison) {
    return computers.server(comparison.isLeg(sighting) ? sighting.client() : sighting.server());
  }

  private long[] decided(Protocol protocol, AccessPath path) {
    return clauses.computeIfAbsent(
        new Decided(protocol, path.trail().decision().clause()), _ -> new long[2]);
  }

  private void contradict(
      Sighting sighting, Comparison comparison, Observed observed, List<AccessPath> paths) {
    Seen what = new Seen(sighting.protocol(), first(sighting, comparison), observed);
    against.putIfAbsent(what, paths);
    contradicted.merge(what, Span.of(sighting), Span::with);
    paths.stream()
        .map(path -> path.trail().decision().clause())
        .distinct()
        .forEach(
            clause ->
                clauses
                        .computeIfAbsent(
                            new Decided(sighting.protocol(), clause), _ -> new long[2])[1] +=
                    sighting.count());
  }

  private void fail(Sighting sighting, Comparison comparison, Observed observed, Server first) {
    boolean failed =
        switch (observed) {
          case Observed.RefusedThere _, Observed.Refused _ -> true;
          case Observed.Redirected(String outcome) -> outcome.equals("REDIRECT_451");
          case Observed.Served _, Observed.Proxied _ -> false;
        };
    if (failed) {
      FailurePattern.of(sighting, comparison.isLeg(sighting))
          .ifPresent(
              pattern ->
                  failures.merge(
                      new Failed(pattern, sighting.protocol(), first, observed.secondServer()),
                      Span.of(sighting),
                      Span::with));
    }
  }

  private List<Contradiction> contradictions() {
    return contradicted.entrySet().stream()
        .map(
            entry ->
                new Contradiction(
                    entry.getKey().protocol,
                    entry.getKey().first,
                    entry.getKey().observed,
                    entry.getValue(),
                    against.getOrDefault(entry.getKey(), List.of())))
        .sorted(
            Comparator.comparingLong((Contradiction it) -> -it.span().requests())
                .thenComparing(Contradiction::protocol)
                .thenComparing(it -> it.first().name())
                .thenComparing(it -> it.seen().words()))
        .toList();
  }

  private List<ClauseCount> clauseCounts() {
    return clauses.entrySet().stream()
        .map(
            entry ->
                new ClauseCount(
                    entry.getKey().protocol,
                    entry.getKey().clause,
                    entry.getValue()[0],
                    entry.getValue()[1]))
        .sorted(Comparator.comparing(ClauseCount::protocol).thenComparing(ClauseCount::clause))
        .toList();
  }

  private List<Pair> pairs(Moments moments) {
    Map<Between, Span> spans = new HashMap<>();
    Map<Between, long[]> counts = new HashMap<>();
    seen.forEach(
        (what, span) ->
            what.observed
                .secondServer()
                .ifPresent(
                    second -> {
                      Between between = new Between(what.protocol, what.first, second);
                      boolean answered = what.observed instanceof Observed.Proxied;
                      spans.merge(between, span, Span::with);
                      counts.computeIfAbsent(between, _ -> new long[2])[answered ? 0 : 1] +=
                          span.requests();
                    }));
    List<Pair> pairs = new ArrayList<>();
    spans.forEach(
        (between, span) ->
            pairs.add(pair(between, span, counts.getOrDefault(between, new long[2]), moments)));
    pairs.sort(
        Comparator.comparing(Pair::protocol)
            .thenComparing(pair -> pair.first().name())
            .thenComparing(pair -> pair.second().name()));
    return pairs;
  }

  private Pair pair(Between between, Span span, long[] counts, Moments moments) {
    Protocol asked = between.protocol == Protocol.AVAILABILITY ? Protocol.EWS : between.protocol;
    Moments.Subject requests =
        new Moments.Subject(computers.number(between.first), Tally.NOBODY, asked);
    Moments.Subject others =
        new Moments.Subject(
            computers.number(between.first), computers.number(between.second), between.protocol);
    int apart = 0;
    long paired = moments.beside(requests, others, 0);
    for (int distance = 1; distance <= Pair.FARTHEST; distance++) {
      for (int shift : new int[] {distance, -distance}) {
        long beside = moments.beside(requests, others, shift);
        if (beside > paired + paired / 2) {
          apart = shift;
          paired = beside;
        }
      }
    }
    return new Pair(
        between.protocol,
        between.first,
        between.second,
        counts[0],
        counts[1],
        paired,
        apart * Moments.STEP,
        span);
  }

  private List<Failing> failing() {
    return failures.entrySet().stream()
        .map(
            entry -> {
              Failed failed = entry.getKey();
              boolean legacy =
                  failed
                      .second
                      .filter(it -> Holds.of(it.version(), Version::isLegacy) == Holds.YES)
                      .isPresent();
              return new Failing(
                  failed.pattern,
                  failed.protocol,
                  failed.first,
                  failed.second,
                  failed.pattern.guideline(failed.protocol, legacy),
                  entry.getValue());
            })
        .sorted(
            Comparator.comparing(Failing::pattern)
                .thenComparing(Failing::protocol)
                .thenComparing(it -> it.first().name())
                .thenComparing(it -> it.second().map(Server::name).orElse("")))
        .toList();
  }
}

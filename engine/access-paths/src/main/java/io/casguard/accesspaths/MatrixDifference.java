package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Url;
import io.casguard.topology.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a change of the topology does to people.
///
/// @param verdict in one word
/// @param people the changes of outcome: newly unreachable first, then newly exposed, then the
///   others
public record MatrixDifference(Verdict verdict, List<PeopleChange> people) {
  /// The change in one word, by outcomes alone.
  public enum Verdict implements Word {
    /// Nobody's outcome differs.
    SAFE,
    /// Somebody's outcome differs.
    CHANGES,
    /// Somebody who was reached no longer is.
    BREAKS;

    @Override
    public String word() {
      return name();
    }
  }

  /// What a change of outcome means to the people it hits, the worst first.
  public enum Effect implements Word {
    /// They got to their mailboxes and no longer do.
    NEWLY_UNREACHABLE("newly-unreachable"),
    /// Clients on the Internet get to where none did.
    NEWLY_EXPOSED("newly-exposed"),
    OTHER("other");

    private final String word;

    Effect(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /// An access path before and after; empty where the user class is new or gone.
  public record CounterExample(Optional<AccessPath> before, Optional<AccessPath> after) {
    /// How many steps of both trails there are to read.
    public int steps() {
      return Stream.of(before, after)
          .flatMap(Optional::stream)
          .mapToInt(path -> path.trail().steps().size())
          .sum();
    }
  }

  /// People of one protocol on one network whose outcome turns from one into another.
  ///
  /// @param from the outcome before; empty where the user class is new
  /// @param to the outcome after; empty where the user class is gone
  /// @param otherAddress whether the outcome has the same word and they get there as before, but
  ///   must go to another address: the door they came in by is closed, or the address they are sent
  ///   to is another
  /// @param users how many people are counted
  /// @param uncountedClasses how many user classes more, of which nobody said how many people they
  ///   are
  /// @param sites the same people by the site of their mailboxes, in the order of names
  /// @param counterExamples up to two, those with the fewest steps
  public record PeopleChange(
      Protocol protocol,
      Network network,
      Effect effect,
      Optional<String> from,
      Optional<String> to,
      boolean otherAddress,
      int users,
      int uncountedClasses,
      List<OfSite> sites,
      List<CounterExample> counterExamples) {
    public PeopleChange {
      sites = List.copyOf(sites);
      counterExamples = List.copyOf(counterExamples);
    }
  }

  /// The people of a change whose mailboxes are in one site.
  ///
  /// @param site empty where the site is unsaid
  public record OfSite(Optional<String> site, int users, int uncountedClasses) {}

  public MatrixDifference {
    people = List.copyOf(people);
  }

  /// What differs between the matrices of two topologies of one organization.
  ///
  /// People are compared at their first doors, and counted there as they are afterwards. A further
  /// door whose outcome turns is listed too, with nobody counted: its users are counted at their
  /// first.
  public static MatrixDifference between(Matrix before, Matrix after) {
    Map<Turn, Tally> turns = new TreeMap<>();
    OpenDoors doors = new OpenDoors(after);
    for (Counterparts.Pair same : Counterparts.of(before, after)) {
      Turn turn = Turn.of(same.was(), same.is(), doors);
      if (turn.isChange()) {
        turns.computeIfAbsent(turn, _ -> new Tally()).add(same.was(), same.is());
      }
    }
    List<PeopleChange> people =
        turns.entrySet().stream().map(turn -> turn.getValue().told(turn.getKey())).toList();
    return new MatrixDifference(verdict(people), people);
  }

  private static Verdict verdict(List<PeopleChange> people) {
    if (people.stream().anyMatch(change -> change.effect() == Effect.NEWLY_UNREACHABLE)) {
      return Verdict.BREAKS;
    }
    return people.isEmpty() ? Verdict.SAFE : Verdict.CHANGES;
  }

  /// The doors that people have, looked up only where the first of them is another than before.
  private static final class OpenDoors {
    private final Matrix matrix;
    private final Map<String, Set<String>> ofPeople = new LinkedHashMap<>();

    OpenDoors(Matrix matrix) {
      this.matrix = matrix;
    }

    /// True where people who came in by a door no longer can.
    boolean isClosed(UserClass before) {
      if (ofPeople.isEmpty()) {
        matrix.rows().stream()
            .map(Matrix.Row::userClass)
            .forEach(
                users ->
                    ofPeople
                        .computeIfAbsent(users.people(), _ -> new HashSet<>())
                        .add(door(users)));
      }
      return !ofPeople.getOrDefault(before.people(), Set.of()).contains(door(before));
    }

    static String door(UserClass users) {
      return users.door().map(Door::name).orElse("").toLowerCase(Locale.ROOT);
    }
  }

  /// From which outcome to which, of one protocol on one network.
  private record Turn(
      Effect effect,
      Protocol protocol,
      Network network,
      Optional<String> from,
      Optional<String> to,
      boolean sameReach,
      boolean otherAddress)
      implements Comparable<Turn> {
    static Turn of(Optional<Matrix.Row> was, Optional<Matrix.Row> is, OpenDoors doors) {
      UserClass users = is.or(() -> was).orElseThrow().userClass();
      Optional<AccessPath> before = was.map(Matrix.Row::path);
      Optional<AccessPath> after = is.map(Matrix.Row::path);
      boolean furtherDoor = !users.first() && (was.isEmpty() || is.isEmpty());
      return new Turn(
          effect(before, after, users),
          users.protocol(),
          users.from(),
          furtherDoor ? Optional.empty() : before.map(path -> path.outcome().word()),
          furtherDoor ? Optional.empty() : after.map(path -> path.outcome().word()),
          before.flatMap(AccessPath::reached).equals(after.flatMap(AccessPath::reached)),
          was.isPresent() && is.isPresent() && goesElsewhere(was.get(), is.get(), doors));
    }

    boolean isChange() {
      return !from.equals(to) || (from.isPresent() && (!sameReach || otherAddress));
    }

    /// True of people who are as well off as before, but by another address.
    private static boolean goesElsewhere(Matrix.Row was, Matrix.Row is, OpenDoors doors) {
      boolean asBefore =
          isReached(Optional.of(is.path()))
              && was.path().reached().equals(is.path().reached())
              && was.path().outcome().word().equals(is.path().outcome().word());
      return asBefore
          && (!sentTo(was.path()).equals(sentTo(is.path()))
              || (!OpenDoors.door(was.userClass()).equals(OpenDoors.door(is.userClass()))
                  && doors.isClosed(was.userClass())));
    }

    /// The address that the client itself is sent to.
    private static Optional<String> sentTo(AccessPath path) {
      Optional<Url> address =
          switch (path.outcome()) {
            case Outcome.RedirectLink(_, Url url) -> Optional.of(url);
            case Outcome.RedirectSilent(_, Url url) -> Optional.of(url);
            case Outcome.Redirect451(_, Url url) -> Optional.of(url);
            case Outcome.Redirect302(_, Url url) -> Optional.of(url);
            case Outcome.Local _,
                Outcome.Proxy _,
                Outcome.LegacyProxy _,
                Outcome.DirectRpc _,
                Outcome.PublicFolderLookup _,
                Outcome.Blocked _,
                Outcome.Fail _,
                Outcome.Undetermined _ ->
                Optional.empty();
          };
      return address.map(url -> url.text().toLowerCase(Locale.ROOT));
    }

    private static Effect effect(
        Optional<AccessPath> before, Optional<AccessPath> after, UserClass users) {
      boolean refused = after.flatMap(AccessPath::reached).filter(Reached.NO::equals).isPresent();
      if (isReached(before) && refused) {
        return Effect.NEWLY_UNREACHABLE;
      }
      boolean hadNoDoor = before.filter(path -> path.request().entry().isEmpty()).isPresent();
      return users.from() == Network.INTERNET && hadNoDoor && isReached(after)
          ? Effect.NEWLY_EXPOSED
          : Effect.OTHER;
    }

    private static boolean isReached(Optional<AccessPath> path) {
      return path.flatMap(AccessPath::reached).filter(reached -> reached != Reached.NO).isPresent();
    }

    @Override
    public int compareTo(Turn other) {
      return Comparator.comparing((Turn turn) -> turn.effect())
          .thenComparing(Turn::protocol)
          .thenComparing(Turn::network)
          .thenComparing(turn -> turn.from().orElse(""))
          .thenComparing(turn -> turn.to().orElse(""))
          .thenComparing(Turn::sameReach)
          .thenComparing(Turn::otherAddress)
          .compare(this, other);
    }
  }

  /// People while they are being counted.
  private static final class Heads {
    private int users;
    private int uncountedClasses;

    void add(UserClass hit) {
      switch (hit.users()) {
        case Known.Value<Integer>(Integer people) -> users += people;
        case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> uncountedClasses++;
      }
    }
  }

  /// The people of one turn while they are being counted.
  private static final class Tally {
    private static final int SHOWN = 2;
    private static final Comparator<CounterExample> FEWEST_STEPS =
        Comparator.comparingInt(CounterExample::steps);

    private final Heads all = new Heads();
    private final SortedMap<String, Heads> bySite = new TreeMap<>();
    private final List<CounterExample> examples = new ArrayList<>();

    void add(Optional<Matrix.Row> was, Optional<Matrix.Row> is) {
      UserClass hit = is.or(() -> was).orElseThrow().userClass();
      if (hit.first()) {
        all.add(hit);
        bySite
            .computeIfAbsent(
                hit.mailbox().server().flatMap(Server::site).map(Site::name).orElse(""),
                _ -> new Heads())
            .add(hit);
      }
      examples.add(new CounterExample(was.map(Matrix.Row::path), is.map(Matrix.Row::path)));
      if (examples.size() > SHOWN) {
        examples.sort(FEWEST_STEPS);
        examples.removeLast();
      }
    }

    PeopleChange told(Turn turn) {
      examples.sort(FEWEST_STEPS);
      return new PeopleChange(
          turn.protocol(),
          turn.network(),
          turn.effect(),
          turn.from(),
          turn.to(),
          turn.otherAddress(),
          all.users,
          all.uncountedClasses,
          bySite.entrySet().stream()
              .map(
                  site ->
                      new OfSite(
                          Optional.of(site.getKey()).filter(name -> !name.isEmpty()),
                          site.getValue().users,
                          site.getValue().uncountedClasses))
              .toList(),
          examples);
    }
  }
}

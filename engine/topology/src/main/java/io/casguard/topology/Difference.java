package io.casguard.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// What two topologies of one organization state differently.
///
/// A thing that came or went whole is one change; otherwise each key is one.
public final class Difference {
  private final List<Change> changes = new ArrayList<>();

  private Difference() {}

  /// The changes that lead from one topology to the other, ordered by path; none where they are
  /// equal.
  public static List<Change> between(Topology before, Topology after) {
    return between(before.spec(), after.spec());
  }

  /// The changes that lead from one list of waivers to the other, ordered by path.
  public static List<Change> between(List<Waiver> before, List<Waiver> after) {
    return between(WaiverKeys.spec(before), WaiverKeys.spec(after));
  }

  private static List<Change> between(Entity before, Entity after) {
    Difference difference = new Difference();
    difference.entities(before, after, Path.SPEC);
    difference.changes.sort(Comparator.comparing(change -> change.path().folded()));
    return List.copyOf(difference.changes);
  }

  private void entities(Entity before, Entity after, Path at) {
    SortedMap<String, Known<?>> old = CanonicalForm.statements(before);
    SortedMap<String, Known<?>> young = CanonicalForm.statements(after);
    SortedSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(young.keySet());
    for (String name : keys) {
      Key<?> key = after.shape().key(name).orElseThrow();
      statements(
          key.type(),
          Optional.ofNullable(old.get(name)),
          Optional.ofNullable(young.get(name)),
          at.key(name));
    }
  }

  private void statements(
      Type<?> type, Optional<Known<?>> before, Optional<Known<?>> after, Path at) {
    Optional<Object> old = before.flatMap(Difference::value);
    Optional<Object> young = after.flatMap(Difference::value);
    if (type instanceof Type.Part && old.isPresent() && young.isPresent()) {
      entities((Entity) old.get(), (Entity) young.get(), at);
    } else if (type instanceof Type.Parts(_, Type.Parts.Form form)
        && (old.isPresent() || young.isPresent())
        && !absent(before)
        && !absent(after)) {
      items(form, old, young, at);
    } else {
      Optional<String> was = before.map(known -> text(type, known));
      Optional<String> is = after.map(known -> text(type, known));
      if (!was.equals(is)) {
        changes.add(new Change(at, was, is));
      }
    }
  }

  private void items(
      Type.Parts.Form form, Optional<Object> before, Optional<Object> after, Path at) {
    SortedMap<String, Entity> old = Entity.items();
    before.ifPresent(
        value -> ((Map<?, ?>) value).forEach((k, v) -> old.put((String) k, (Entity) v)));
    SortedMap<String, Entity> young = Entity.items();
    after.ifPresent(
        value -> ((Map<?, ?>) value).forEach((k, v) -> young.put((String) k, (Entity) v)));
    SortedSet<String> identities = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    identities.addAll(old.keySet());
    identities.addAll(young.keySet());
    for (String identity : identities) {
      Path place = CanonicalForm.place(form, at, identity);
      Entity was = old.get(identity);
      Entity is = young.get(identity);
      if (was != null && is != null) {
        entities(was, is, place);
      } else {
        changes.add(
            new Change(
                place,
                Optional.ofNullable(was).map(thing -> thing.shape().name()),
                Optional.ofNullable(is).map(thing -> thing.shape().name())));
      }
    }
  }

  private static boolean absent(Optional<Known<?>> statement) {
    return statement.filter(Known.Absent.class::isInstance).isPresent();
  }

  private static Optional<Object> value(Known<?> known) {
    return known instanceof Known.Value<?>(Object value) ? Optional.of(value) : Optional.empty();
  }

  private static String text(Type<?> type, Known<?> known) {
    return value(known).map(value -> CanonicalForm.text(type, value)).orElse("null");
  }
}

package io.casguard.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.Manifest;
import io.casguard.formats.ManifestWriter;
import io.casguard.formats.SourceFile;
import io.casguard.topology.Difference;
import io.casguard.topology.Entity;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final int SEEDS = 10_000;

  @Test
  void whatIsWrittenReadsBackAsTheSameTopology() {
    seeds(SEEDS)
        .forEach(
            seed -> {
              // Given
              Topology topology = Topologies.random(seed);

              // When
              String written = ManifestWriter.write(topology);
              Topology back = read(seed, new SourceFile("a.yaml", written));

              // Then
              List<String> lines = topology.canonicalLines();
              if (!back.canonicalLines().equals(lines)) {
                assertThat(back.canonicalLines())
                    .as("seed " + seed + "\n" + written)
                    .isEqualTo(lines);
              }
              assertThat(Difference.between(topology, back)).as("seed " + seed).isEmpty();
            });
  }

  @Test
  void aTopologySpreadOverDocumentsIsTheSameInAnyOrder() {
    seeds(SEEDS / 10)
        .forEach(
            seed -> {
              // Given
              Topology topology = Topologies.random(seed);
              Split split = new Split(new Random(seed));
              split.entity(topology.spec());
              SourceFile left = file("left.yaml", topology, split.left);
              SourceFile right = file("right.yaml", topology, split.right);

              // When
              Topology united = read(seed, left, right);
              Topology reversed = read(seed, right, left);

              // Then
              assertThat(united.canonicalLines())
                  .as("seed %d", seed)
                  .isEqualTo(topology.canonicalLines());
              assertThat(reversed.digest()).as("seed %d", seed).isEqualTo(topology.digest());
            });
  }

  @Test
  void differentSeedsDiffer() {
    assertThat(
            LongStream.range(0, 200)
                .mapToObj(Topologies::random)
                .map(Topology::digest)
                .distinct()
                .count())
        .isGreaterThan(190);
  }

  @Test
  void anyTopologyComparesWithAnyOther() {
    for (long seed = 0; seed < 1_000; seed++) {
      // Given
      Topology before = Topologies.random(seed);
      Topology after = new Topology(before.organization(), Topologies.random(seed + 1).spec());

      // When
      boolean differs = !Difference.between(before, after).isEmpty();

      // Then
      assertThat(differs).as("seed %d", seed).isEqualTo(!before.equals(after));
    }
  }

  @Test
  void anOrganizationHasAsManyServersAsAsked() {
    for (int servers : List.of(2, 3, 10, 97)) {
      // Given
      Topology topology = Topologies.organization(7, servers);

      // When
      Topology back = read(7, new SourceFile("a.yaml", ManifestWriter.write(topology)));

      // Then
      assertThat(back).isEqualTo(topology);
      assertThat(Organization.of(back).servers()).hasSize(servers);
    }
  }

  private static LongStream seeds(int count) {
    return LongStream.concat(
            LongStream.range(0, count), LongStream.of(ThreadLocalRandom.current().nextLong()))
        .parallel();
  }

  private static Topology read(long seed, SourceFile... files) {
    return switch (Manifest.read(List.of(files))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> all, _) -> all.getFirst().topology();
      case Manifest.Reading.Rejected(var problems) ->
          throw new AssertionError("seed " + seed + ": " + problems + "\n" + files[0].text());
    };
  }

  private static SourceFile file(String name, Topology topology, Entity spec) {
    return new SourceFile(name, ManifestWriter.write(new Topology(topology.organization(), spec)));
  }

  /// Deals what an entity states to two entities of the same name.
  private static final class Split {
    private final Random random;
    Entity left = Entity.named(Vocabulary.SPEC, "");
    Entity right = left;

    Split(Random random) {
      this.random = random;
    }

    void entity(Entity whole) {
      SortedMap<String, Known<?>> one = new TreeMap<>();
      SortedMap<String, Known<?>> other = new TreeMap<>();
      whole
          .statements()
          .forEach(
              (name, known) -> {
                var key = whole.shape().key(name).orElseThrow();
                if (whole.shape().identity().contains(key)) {
                  one.put(name, known);
                  other.put(name, known);
                } else if (known instanceof Known.Value<?>(Object value)) {
                  switch (key.type()) {
                    case Type.Part _ -> part((Entity) value, name, one, other);
                    case Type.Parts _ -> parts((SortedMap<?, ?>) value, name, one, other);
                    case Type.SetOf<?> _ when ((SortedSet<?>) value).size() > 1 ->
                        set((SortedSet<?>) value, name, one, other);
                    default -> (random.nextBoolean() ? one : other).put(name, known);
                  }
                } else {
                  (random.nextBoolean() ? one : other).put(name, known);
                }
              });
      left = Entity.of(whole.shape(), whole.name(), one);
      right = Entity.of(whole.shape(), whole.name(), other);
    }

    private void part(
        Entity value,
        String name,
        SortedMap<String, Known<?>> one,
        SortedMap<String, Known<?>> other) {
      Split below = new Split(random);
      below.entity(value);
      one.put(name, new Known.Value<>(below.left));
      other.put(name, new Known.Value<>(below.right));
    }

    private void parts(
        SortedMap<?, ?> value,
        String name,
        SortedMap<String, Known<?>> one,
        SortedMap<String, Known<?>> other) {
      SortedMap<String, Entity> lefts = Entity.items();
      SortedMap<String, Entity> rights = Entity.items();
      value.forEach(
          (identity, item) -> {
            Split below = new Split(random);
            below.entity((Entity) item);
            lefts.put((String) identity, below.left);
            rights.put((String) identity, below.right);
          });
      one.put(name, new Known.Value<>(lefts));
      other.put(name, new Known.Value<>(rights));
    }

    private static void set(
        SortedSet<?> value,
        String name,
        SortedMap<String, Known<?>> one,
        SortedMap<String, Known<?>> other) {
      SortedSet<Object> rest =
          new TreeSet<>(value.comparator() == null ? null : (a, b) -> compare(value, a, b));
      rest.addAll(value);
      one.put(name, new Known.Value<>(new TreeSet<>(List.of(value.first()))));
      rest.remove(value.first());
      other.put(name, new Known.Value<>(rest));
    }

    @SuppressWarnings("unchecked") // the elements are the set's own
    private static int compare(SortedSet<?> set, Object a, Object b) {
      return ((SortedSet<Object>) set).comparator().compare(a, b);
    }
  }
}

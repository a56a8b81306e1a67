package io.casguard.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Entity;
import io.casguard.topology.Known;
import io.casguard.topology.Vocabulary;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AnyTopologyTest {
  @Test
  void everyKeyOccursWithAValueAndStatedToBeEmpty() {
    // Given
    SortedSet<String> values = new TreeSet<>();
    SortedSet<String> absent = new TreeSet<>();

    // When
    for (long seed = 0; seed < 300; seed++) {
      collect(Topologies.random(seed).spec(), values, absent);
    }

    // Then
    Vocabulary.shapes()
        .forEach(
            shape ->
                shape.keys().stream()
                    .filter(
                        key -> !(shape + "." + key).matches("2003 .*name")) // a part needs no name
                    .forEach(key -> assertThat(values).contains(shape + "." + key)));
    assertThat(absent).hasSizeGreaterThan(100);
  }

  private static void collect(Entity entity, SortedSet<String> values, SortedSet<String> absent) {
    if (!entity.name().isEmpty() && entity.shape().key("name").isPresent()) {
      values.add(entity.shape() + ".name");
    }
    entity
        .statements()
        .forEach(
            (key, known) -> {
              if (known instanceof Known.Value<?>(Object value)) {
                values.add(entity.shape() + "." + key);
                if (value instanceof Entity part) {
                  collect(part, values, absent);
                } else if (value instanceof Map<?, ?> items) {
                  items.values().stream()
                      .filter(Entity.class::isInstance)
                      .forEach(item -> collect((Entity) item, values, absent));
                }
              } else {
                absent.add(entity.shape() + "." + key);
              }
            });
  }
}

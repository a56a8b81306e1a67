package io.casguard.formats;

import io.casguard.topology.Key;
import io.casguard.topology.Path;
import io.casguard.topology.Shape;
import io.casguard.topology.Type;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// Finds typing errors in the place of a waiver: names of keys that no topology has. Whether the
/// topology has such a site or server is not asked, for those come and go.
final class PlaceOfWaiver {
  private PlaceOfWaiver() {}

  /// What is wrong; empty where a violation can be at the place.
  static Optional<String> mistake(Path place) {
    Iterator<Path> steps = steps(place).iterator();
    Path first = steps.next();
    if (!first.equals(Path.SPEC)) {
      return Optional.of("a place begins with spec, not " + Problem.shortened(first.name()));
    }
    Shape shape = Vocabulary.SPEC;
    while (steps.hasNext()) {
      Path step = steps.next();
      Optional<Key<?>> key = key(shape, step.name());
      if (key.isEmpty()) {
        return Optional.of(unknown(shape, step.name()));
      }
      switch (key.get().type()) {
        case Type.Scalar<?> _, Type.SetOf<?> _, Type.Table<?> _ -> {
          return Optional.empty();
        }
        case Type.Part(Shape below) -> shape = below;
        case Type.Parts(Shape below, Type.Parts.Form form) -> {
          if (steps.hasNext() && (form != Type.Parts.Form.DIRECTORY || isNamed(place, step))) {
            steps.next(); // the name
          }
          shape = below;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNamed(Path place, Path directory) {
    return place.toString().startsWith("[", directory.toString().length());
  }

  private static List<Path> steps(Path place) {
    List<Path> steps = new ArrayList<>();
    for (Path at = place; !at.isRoot(); at = at.parent()) {
      steps.addFirst(at);
    }
    return steps;
  }

  private static Optional<Key<?>> key(Shape shape, String name) {
    return shape.keys().stream()
        .filter(key -> key.name().equalsIgnoreCase(name))
        .findFirst()
        .map(key -> key);
  }

  private static String unknown(Shape shape, String name) {
    List<String> names = shape.keys().stream().map(Key::name).toList();
    return "no place in a topology: "
        + Problem.a(shape.name())
        + " has no key "
        + Problem.shortened(name)
        + NearestName.of(name, names)
            .map(nearest -> "; did you mean " + nearest + "?")
            .orElse("; a name that holds a dot stands in [\"…\"]");
  }
}

package io.casguard.servicekit.wire;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what a producer left out although the contract does not let it: a field that is not
/// `@Nullable` and yet null.
final class Missing {
  private Missing() {}

  /// The first such field, as a path such as `violation.guideline`.
  static Optional<String> fieldOf(Record record) {
    return fieldsOf(record).findFirst();
  }

  private static Stream<String> fieldsOf(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .flatMap(component -> fieldsOf(component, value(component, record)));
  }

  private static Stream<String> fieldsOf(RecordComponent component, @Nullable Object value) {
    return switch (value) {
      case null ->
          component.getAnnotatedType().isAnnotationPresent(Nullable.class)
              ? Stream.empty()
              : Stream.of(component.getName());
      case Record part -> within(component, part);
      case Collection<?> parts ->
          parts.stream()
              .filter(Record.class::isInstance)
              .map(Record.class::cast)
              .flatMap(part -> within(component, part));
      default -> Stream.empty();
    };
  }

  private static Stream<String> within(RecordComponent component, Record part) {
    return fieldsOf(part).map(field -> component.getName() + "." + field);
  }

  private static @Nullable Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

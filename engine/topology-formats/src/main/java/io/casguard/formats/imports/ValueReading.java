package io.casguard.formats.imports;

import io.casguard.formats.NearestName;
import io.casguard.formats.Position;
import io.casguard.formats.shell.ShellProperty;
import io.casguard.formats.shell.ShellValue;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Parsed;
import io.casguard.topology.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads the value of a property as its key's type says.
final class ValueReading {
  private static final String LOST_CHARACTERS =
      "characters were lost: export with -Encoding Unicode, or with Export-Clixml";

  private ValueReading() {}

  /// What a property says of a key.
  static Answer of(Key<?> key, ShellProperty property) {
    return of(key, property.value(), property.at());
  }

  private static Answer of(Key<?> key, ShellValue value, Position at) {
    return switch (value) {
      case ShellValue.Nothing _ ->
          mayBeEmpty(key)
              ? new Answer.Said(new Known.Absent<>(), at)
              : new Answer.Left("the shell printed nothing", at);
      case ShellValue.Unreadable(String why) -> new Answer.Left(why, at);
      case ShellValue.Wrapped(List<ShellValue> readings, boolean cut) ->
          wrapped(key, readings, cut, at);
      case ShellValue.Text _, ShellValue.Listed _ -> said(key, value, at);
    };
  }

  /// A switch that prints nothing was not read; an address or a list that prints nothing is empty.
  private static boolean mayBeEmpty(Key<?> key) {
    return switch (key.type()) {
      case Type.SetOf<?> _ -> true;
      case Type.Scalar<?> scalar ->
          switch (scalar.name()) {
            case "URL", "name", "text" -> true;
            default -> false;
          };
      case Type.Table<?> _, Type.Part _, Type.Parts _ -> false;
    };
  }

  /// The one reading that makes sense; of several the one without blanks, where no blank can stand
  /// or where the console cut at its width.
  private static Answer wrapped(
      Key<?> key, List<ShellValue> readings, boolean cutAtWidth, Position at) {
    Map<String, Answer> sensible = new LinkedHashMap<>();
    for (ShellValue reading : readings) {
      if (of(key, reading, at) instanceof Answer.Said said) {
        sensible.putIfAbsent(said.known().toString(), said);
      }
    }
    if (sensible.isEmpty()) {
      return of(key, readings.getFirst(), at);
    }
    boolean certain =
        sensible.size() == 1 || cutAtWidth || isWithoutBlanks(key, readings.getFirst());
    return certain
        ? sensible.values().iterator().next()
        : new Answer.Left("the console wrapped it where a blank may have stood", at);
  }

  private static boolean isWithoutBlanks(Key<?> key, ShellValue first) {
    boolean isAddress =
        key.type() instanceof Type.Scalar<?> scalar
            && (scalar.name().equals("URL") || scalar.name().equals("name"));
    return isAddress && first instanceof ShellValue.Text(String text) && !text.contains(" ");
  }

  private static Answer said(Key<?> key, ShellValue value, Position at) {
    return switch (key.type()) {
      case Type.Scalar<?> scalar ->
          value instanceof ShellValue.Text(String text)
              ? scalar(scalar, text, at)
              : new Answer.Left("a list where one value belongs", at);
      case Type.SetOf<?>(Type.Scalar<?> element) -> set(element, value, at);
      case Type.Table<?> _, Type.Part _, Type.Parts _ ->
          throw new IllegalArgumentException("no property of the shell is a " + key);
    };
  }

  private static <T> Answer scalar(Type.Scalar<T> type, String text, Position at) {
    return switch (type.read(spelling(type, text))) {
      case Parsed.Understood<T>(T read) -> new Answer.Said(new Known.Value<>(read), at);
      case Parsed.Refused<T>(String why) -> new Answer.Left(refusal(type, text, why), at);
    };
  }

  private static String refusal(Type.Scalar<?> type, String text, String why) {
    if (text.matches("-?[0-9]{1,9}") && !type.words().isEmpty()) {
      return "\"" + text + "\" is a number where a word belongs: use -EnumsAsStrings";
    }
    if (type.name().equals("time")) {
      return "the shell printed a local time, and not of which place";
    }
    return "\"" + shortened(text) + "\" is " + why + NearestName.hint(text, type.words());
  }

  /// Booleans as the shell prints them begin with a capital.
  private static String spelling(Type.Scalar<?> type, String text) {
    return type.name().equals("boolean") ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static <T> Answer set(Type.Scalar<T> element, ShellValue value, Position at) {
    List<String> items = items(value);
    if (value instanceof ShellValue.Listed(_, boolean whole) && !whole) {
      return new Answer.Left(
          "the list was cut after "
              + items.stream()
                  .limit(4)
                  .map(ValueReading::shortened)
                  .collect(Collectors.joining(", "))
              + ": set $FormatEnumerationLimit, or export with Export-Clixml",
          at);
    }
    SortedSet<T> read = emptySet();
    for (String item : items) {
      switch (element.read(item)) {
        case Parsed.Understood<T>(T understood) -> read.add(understood);
        case Parsed.Refused<T>(String why) -> {
          return new Answer.Left(refusal(element, item, why), at);
        }
      }
    }
    return new Answer.Said(read.isEmpty() ? new Known.Absent<>() : new Known.Value<>(read), at);
  }

  /// The items of a list, or of a text that joins them: `Basic;Fba`, `Mailbox, ClientAccess`.
  static List<String> items(ShellValue value) {
    return switch (value) {
      case ShellValue.Listed(List<String> items, _) -> items;
      case ShellValue.Text(String text) ->
          Arrays.stream(text.split("[;,\\n]"))
              .map(String::strip)
              .filter(item -> !item.isEmpty())
              .toList();
      case ShellValue.Wrapped(List<ShellValue> readings, _) -> items(readings.getFirst());
      case ShellValue.Nothing _, ShellValue.Unreadable _ -> List.of();
    };
  }

  /// The texts that a value may be, the likeliest first.
  static List<String> texts(ShellValue value) {
    return switch (value) {
      case ShellValue.Text(String text) -> List.of(text);
      case ShellValue.Wrapped(List<ShellValue> readings, _) ->
          readings.stream().flatMap(reading -> texts(reading).stream()).toList();
      case ShellValue.Listed(List<String> items, _) -> items.size() == 1 ? items : List.of();
      case ShellValue.Nothing _, ShellValue.Unreadable _ -> List.of();
    };
  }

  /// Why a text can be no name; empty where it can.
  static Optional<String> nameError(String name) {
    if (name.contains("?") || name.contains("\uFFFD")) {
      return Optional.of(LOST_CHARACTERS);
    }
    boolean hasControl =
        name.codePoints().anyMatch(point -> Character.isISOControl(point) || isHalf(point));
    boolean isMergeKey = name.equals("<<"); // which a manifest never takes for a name
    return name.isBlank() || hasControl || isMergeKey ? Optional.of("no name") : Optional.empty();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /// Names compare without case, constants by their order.
  @SuppressWarnings("unchecked") // every element that is no name is comparable to its like
  static <T> SortedSet<T> emptySet() {
    return new TreeSet<>(
        (T one, T other) ->
            one instanceof String left && other instanceof String right
                ? String.CASE_INSENSITIVE_ORDER.compare(left, right)
                : ((Comparable<T>) one).compareTo(other));
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}

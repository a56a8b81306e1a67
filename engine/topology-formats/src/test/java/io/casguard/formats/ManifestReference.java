package io.casguard.formats;

import io.casguard.topology.Key;
import io.casguard.topology.SetupDefaults;
import io.casguard.topology.Shape;
import io.casguard.topology.Type;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/// The reference page of the manifest, rendered from the table of keys.
final class ManifestReference {
  private ManifestReference() {}

  static String text() {
    StringBuilder page =
        new StringBuilder(
            """
            # The topology manifest: every key

            This page is made from the table of keys. A document begins with `apiVersion: casguard.io/v1`, `kind: Topology` and
            `metadata: {name: <organization>}`; what stands below `spec` is listed here. A key may have a value, be `null` (stated to be empty)
            or be left out; the last column says what Exchange Setup leaves in that case (`defaults: setup`), for which versions, and how certain that is.
            """);
    Vocabulary.shapes().forEach(shape -> section(shape, page));
    return page.toString();
  }

  private static void section(Shape shape, StringBuilder page) {
    page.append("\n## ")
        .append(shape.name())
        .append("\n\n| key | value | meaning | left by Setup |\n|---|---|---|---|\n");
    for (Key<?> key : shape.keys()) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(key.name(), type(key.type()), key.says(), setup(shape, key)));
    }
  }

  static String type(Type<?> type) {
    return switch (type) {
      case Type.Scalar<?> scalar -> scalar(scalar);
      case Type.SetOf<?>(Type.Scalar<?> element) -> "list of: " + scalar(element);
      case Type.Table<?> table -> table(table);
      case Type.Part(Shape shape) -> link(shape);
      case Type.Parts(Shape shape, Type.Parts.Form form) ->
          switch (form) {
            case BY_NAME -> "map from name to " + link(shape);
            case LIST -> "list of " + link(shape);
            case DIRECTORY -> link(shape) + ", or a list of them with `name`";
          };
    };
  }

  private static String table(Type.Table<?> table) {
    String words = table.words().isEmpty() ? "any word" : words(table);
    return "map from "
        + words
        + " to "
        + scalar(table.value())
        + (table.shorthand() ? ", or one for all" : "");
  }

  private static String words(Type.Table<?> table) {
    return table.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String scalar(Type.Scalar<?> scalar) {
    return scalar.words().isEmpty()
        ? scalar.name()
        : scalar.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String link(Shape shape) {
    return "["
        + shape.name()
        + "](#"
        + shape.name().toLowerCase(Locale.ROOT).replace(' ', '-')
        + ")";
  }

  private static String setup(Shape shape, Key<?> key) {
    return SetupDefaults.all().stream()
        .filter(row -> row.shape().equals(shape) && row.key().equals(key))
        .map(ManifestReference::row)
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String row(SetupDefaults.Row<?> row) {
    String versions =
        row.products().size() == Version.Product.values().length
            ? ""
            : " ("
                + row.products().stream()
                    .sorted(Comparator.naturalOrder())
                    .map(Version.Product::year)
                    .collect(Collectors.joining(", "))
                + (row.from() == 0 ? "" : " SP" + row.from() + " and later")
                + ")";
    return "`" + row.says() + "`" + versions + ", " + row.certainty().word();
  }
}

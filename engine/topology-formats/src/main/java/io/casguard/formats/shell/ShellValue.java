package io.casguard.formats.shell;

import java.util.List;

/// What an export says of one property. A property that is not in the export at all has no value of
/// any kind.
public sealed interface ShellValue {
  /// One value, as the shell printed it.
  record Text(String text) implements ShellValue {}

  /// Several values.
  ///
  /// @param whole false where the shell cut the list after these (`$FormatEnumerationLimit`), so
  ///   that others may follow
  record Listed(List<String> items, boolean whole) implements ShellValue {
    public Listed {
      items = List.copyOf(items);
    }
  }

  /// Printed as empty: the property is said to have no value.
  record Nothing() implements ShellValue {}

  /// A value that the console wrapped where a blank may have stood.
  ///
  /// @param readings at least two, the one without blanks at the cuts first
  /// @param cutAtWidth true where all cuts lie at one width, as a console of PowerShell 1 and 2
  ///   cuts in the middle of a word: then the first reading is the likely one
  record Wrapped(List<ShellValue> readings, boolean cutAtWidth) implements ShellValue {
    public Wrapped {
      readings = List.copyOf(readings);
    }
  }

  /// There was a value, and the export lost it.
  ///
  /// @param why in words that end a sentence
  record Unreadable(String why) implements ShellValue {}

  /// The value of a text that may be empty.
  static ShellValue of(String text) {
    return text.isBlank() ? new Nothing() : new Text(text);
  }
}

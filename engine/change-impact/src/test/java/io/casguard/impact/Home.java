package io.casguard.impact;

import java.util.List;

/// Where a statement of a text lives in the product.
sealed interface Home {
  /// It is a guideline.
  record OfGuideline(String number) implements Home {}

  /// It is the reason that a guideline gives, printed with it.
  record Explanation(String number) implements Home {}

  /// It is a check that needs no guideline of its own: whichever forbids the cause is named.
  ///
  /// @param spec a topology that shows it
  /// @param named the guideline that is named there
  record Goal(String says, String spec, String named) implements Home {}

  /// It is said of an outcome, in the trail of each access path.
  record Clause(String id, String says) implements Home {}

  /// It is how a remedy is verified, printed with guidelines.
  ///
  /// @param words what the text after the remedy must contain
  record Verification(List<String> numbers, String words, String says) implements Home {}

  /// It silences guidelines.
  ///
  /// @param why what is said instead of the violation
  /// @param spec a topology that shows it
  /// @param silenced the guidelines
  record Silence(String why, String spec, List<String> silenced) implements Home {}
}

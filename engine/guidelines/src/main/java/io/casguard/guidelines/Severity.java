package io.casguard.guidelines;

import io.casguard.topology.Word;

/// How bad a violation is; it belongs to the violation, not to the guideline.
public enum Severity implements Word {
  /// Something worth knowing, or a question.
  INFO("info"),
  /// It works for some, inefficiently, or only until the next change.
  WARNING("warning"),
  /// Somebody is refused.
  ERROR("error");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}

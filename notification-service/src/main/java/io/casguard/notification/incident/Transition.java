package io.casguard.notification.incident;

import java.util.Locale;

/// What people are told about an incident.
public enum Transition {
  OPENED,
  CHANGED,
  RESOLVED;

  /// The transition in tables and answers.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The type of its CloudEvent.
  public String type() {
    return "casguard.incident." + word() + ".v1";
  }
}

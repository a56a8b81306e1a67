package io.casguard.reports;

import io.casguard.accesspaths.Dependence;
import io.casguard.accesspaths.MatrixDifference.PeopleChange;

/// Which people's outcome depends on something assumed: the answer of `casguard paths
/// --assumptions`.
public final class DependenceReport {
  private final String organization;
  private final Dependence dependence;

  /// The report of what an organization's outcomes depend on.
  public DependenceReport(String organization, Dependence dependence) {
    this.organization = organization;
    this.dependence = dependence;
  }

  /// Text for people: first the open questions, then the assumed clauses.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(organization)).append('\n');
    text.append('\n').append(style.bold("open questions")).append('\n');
    if (dependence.answers().isEmpty()) {
      text.append("  no other answer turns anybody's outcome\n");
    }
    for (Dependence.Turned turned : dependence.answers()) {
      String words =
          turned.answer().question().name()
              + "="
              + turned.answer().word()
              + "  "
              + turned.answer().question().sentence();
      Prose.paragraph(text, "  ", words);
      for (PeopleChange change : turned.difference().people()) {
        text.append(
            "      %-16s  %-8s  %s\n"
                .formatted(change.protocol().word(), change.network().word(), turn(change)));
      }
    }
    text.append('\n').append(style.bold("assumed clauses that decide")).append('\n');
    if (dependence.clauses().isEmpty()) {
      text.append("  none decides anybody's outcome\n");
    }
    for (Dependence.Assumed assumed : dependence.clauses()) {
      String label =
          "  %-16s  %-8s  %12s  %-5s "
              .formatted(
                  assumed.protocol().word(),
                  assumed.from().word(),
                  people(assumed.users(), assumed.uncountedClasses()),
                  assumed.clause().id());
      Prose.paragraph(text, label, assumed.clause().sentence());
    }
    return text.toString();
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", organization);
          json.writeArrayFieldStart("questions");
          for (Dependence.Turned turned : dependence.answers()) {
            json.writeStartObject();
            json.writeStringField("question", turned.answer().question().name());
            json.writeStringField("text", turned.answer().question().sentence());
            json.writeStringField("answer", turned.answer().word());
            json.writeArrayFieldStart("people");
            for (PeopleChange change : turned.difference().people()) {
              json.writeStartObject();
              json.writeStringField("protocol", change.protocol().word());
              json.writeStringField("network", change.network().word());
              Json.text(json, "from", change.from());
              Json.text(json, "to", change.to());
              json.writeNumberField("users", change.users());
              json.writeNumberField("uncountedClasses", change.uncountedClasses());
              json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("clauses");
          for (Dependence.Assumed assumed : dependence.clauses()) {
            json.writeStartObject();
            json.writeStringField("clause", assumed.clause().id());
            json.writeStringField("text", assumed.clause().sentence());
            json.writeStringField("protocol", assumed.protocol().word());
            json.writeStringField("from", assumed.from().word());
            json.writeNumberField("users", assumed.users());
            json.writeNumberField("uncountedClasses", assumed.uncountedClasses());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private static String turn(PeopleChange change) {
    return change.from().orElse("new")
        + " -> "
        + change.to().orElse("gone")
        + "  "
        + people(change.users(), change.uncountedClasses());
  }

  private static String people(int users, int uncountedClasses) {
    return users == 0 && uncountedClasses > 0 ? "uncounted" : Prose.number(users);
  }
}

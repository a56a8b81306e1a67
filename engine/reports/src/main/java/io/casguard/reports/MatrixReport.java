package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.Simulation;
import io.casguard.accesspaths.UserClass;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The access path of every user class: the answer of `casguard paths` and of `GET
/// /organizations/{org}/access-paths`.
public final class MatrixReport {
  private static final int COLUMNS_OF_THE_TABLE = 5;
  private static final int OUTCOME = 2;
  private static final int USERS = 4;

  private final Matrix matrix;

  /// The report of a matrix.
  public MatrixReport(Matrix matrix) {
    this.matrix = matrix;
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", matrix.organization());
          json.writeArrayFieldStart("people");
          for (Matrix.PeopleCount count : matrix.peopleByOutcome()) {
            people(json, count);
          }
          json.writeEndArray();
          Json.objects(json, "paths", matrix.rows(), MatrixReport::row);
          json.writeArrayFieldStart("outside");
          for (Simulation.UnsupportedEntry entry : matrix.outside()) {
            json.writeStartObject();
            Json.text(json, "entry", entry.request().entry().map(Door::name));
            json.writeStringField("why", entry.why());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /// Text for people: a table for each population, then people by outcome.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(matrix.organization())).append('\n');
    int[] widths = widths();
    populations()
        .forEach(
            (population, rows) -> {
              text.append('\n').append(style.bold(population)).append('\n');
              rows.forEach(row -> line(text, style, row, widths));
            });
    peopleByOutcome(text, style);
    matrix.outside().stream()
        .map(Simulation.UnsupportedEntry::why)
        .distinct()
        .forEach(why -> Prose.paragraph(text, "outside the model: ", why));
    return text.toString();
  }

  private Map<String, List<Matrix.Row>> populations() {
    return matrix.rows().stream()
        .collect(
            Collectors.groupingBy(
                row -> title(row.userClass()), LinkedHashMap::new, Collectors.toList()));
  }

  private static String title(UserClass users) {
    return users.mailbox().name()
        + mailboxSite(users).map(site -> " in " + site).orElse("")
        + ", "
        + users.protocol().title();
  }

  private int[] widths() {
    int[] widths = new int[COLUMNS_OF_THE_TABLE];
    for (Matrix.Row row : matrix.rows()) {
      List<String> cells = cells(row);
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], cells.get(column).length());
      }
    }
    return widths;
  }

  private static void line(StringBuilder text, Style style, Matrix.Row row, int[] widths) {
    List<String> cells = cells(row);
    text.append(' ');
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - cells.get(column).length());
      text.append(' ');
      switch (column) {
        case OUTCOME -> text.append(outcome(style, row.path(), cells.get(column))).append(padding);
        case USERS -> text.append(padding).append(cells.get(column));
        default -> text.append(cells.get(column)).append(padding);
      }
      text.append(' ');
    }
    text.setLength(text.length() - 1);
    text.append('\n');
  }

  private static List<String> cells(Matrix.Row row) {
    UserClass users = row.userClass();
    AccessPath path = row.path();
    return List.of(
        users.from().word() + users.clientSite().map(site -> " (" + site.name() + ")").orElse(""),
        users.door().map(Door::name).orElse("no door"),
        path.outcome().word() + path.reason().map(reason -> " " + reason).orElse(""),
        path.reached().map(MatrixReport::words).orElse("?"),
        users
            .users()
            .toOptional()
            .map(count -> Prose.counted(count, "user", "users"))
            .orElse("uncounted"));
  }

  private static String words(Reached reached) {
    return switch (reached) {
      case YES -> "reached";
      case OWN_ACTION -> "own action";
      case NO -> "not reached";
    };
  }

  private static String outcome(Style style, AccessPath path, String words) {
    return switch (path.reached().orElse(null)) {
      case null -> style.doubtful(words);
      case YES -> style.good(words);
      case OWN_ACTION -> style.doubtful(words);
      case NO -> style.bad(words);
    };
  }

  private void peopleByOutcome(StringBuilder text, Style style) {
    text.append('\n').append(style.bold("people by outcome, each at the first of their doors"));
    text.append('\n');
    for (Matrix.PeopleCount count : matrix.peopleByOutcome()) {
      String uncounted =
          count.uncountedClasses() == 0
              ? ""
              : "  and "
                  + Prose.counted(count.uncountedClasses(), "class", "classes")
                  + " that nobody counted";
      text.append(
          "  %-16s  %-8s  %-20s  %9s%s\n"
              .formatted(
                  count.protocol().word(),
                  count.from().word(),
                  count.outcome(),
                  Prose.number(count.users()),
                  uncounted));
    }
  }

  private static void people(JsonGenerator json, Matrix.PeopleCount count) throws IOException {
    json.writeStartObject();
    json.writeStringField("protocol", count.protocol().word());
    json.writeStringField("from", count.from().word());
    json.writeStringField("outcome", count.outcome());
    json.writeNumberField("users", count.users());
    json.writeNumberField("uncountedClasses", count.uncountedClasses());
    json.writeEndObject();
  }

  /// The fields of a row.
  static void row(JsonGenerator json, Matrix.Row row) throws IOException {
    UserClass users = row.userClass();
    AccessPathReport.question(json, row.path());
    Json.text(json, "clientSite", users.clientSite().map(Site::name));
    Json.text(json, "mailboxSite", mailboxSite(users));
    json.writeBooleanField("first", users.first());
    AccessPathReport.answer(json, row.path());
    json.writeStringField("clause", row.path().trail().decision().clause().id());
    json.writeFieldName("users");
    Json.count(json, users.users());
  }

  private static Optional<String> mailboxSite(UserClass users) {
    return users.mailbox().server().flatMap(Server::site).map(Site::name);
  }
}

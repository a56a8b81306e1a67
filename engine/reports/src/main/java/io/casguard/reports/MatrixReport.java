package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Simulation;
import io.casguard.accesspaths.UserClass;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The access path of every user class: the answer of `casguard paths` and of `GET
/// /organizations/{org}/access-paths`.
public final class MatrixReport {
  private static final List<String> HEADS =
      List.of(
          "protocol", "from", "entry", "mailbox site", "mailbox", "outcome", "reached", "users");

  private final Matrix matrix;

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
          json.writeArrayFieldStart("paths");
          for (Matrix.Row row : matrix.rows()) {
            row(json, row);
          }
          json.writeEndArray();
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

  /// A table for people, then people by outcome.
  public String text(Style style) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADS);
    matrix.rows().forEach(row -> rows.add(cells(row)));
    StringBuilder text = new StringBuilder();
    text.append(style.bold(matrix.organization())).append("\n\n");
    table(text, style, rows);
    text.append('\n').append(style.bold("people by outcome")).append('\n');
    for (Matrix.PeopleCount count : matrix.peopleByOutcome()) {
      text.append(
          "  %-12s %-9s %-18s %10s%s\n"
              .formatted(
                  count.protocol().word(),
                  count.from().word(),
                  count.outcome(),
                  number(count.users()),
                  count.uncountedClasses() == 0
                      ? ""
                      : "  and " + count.uncountedClasses() + " classes that nobody counted"));
    }
    for (Simulation.UnsupportedEntry entry : matrix.outside()) {
      text.append(style.dim("outside the model: " + entry.why())).append('\n');
    }
    return text.toString();
  }

  private static void table(StringBuilder text, Style style, List<List<String>> rows) {
    int[] widths = new int[HEADS.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (int line = 0; line < rows.size(); line++) {
      StringBuilder cells = new StringBuilder("  ");
      for (int column = 0; column < widths.length; column++) {
        String cell = rows.get(line).get(column);
        boolean last = column == widths.length - 1;
        String padding = " ".repeat(widths[column] - cell.length());
        cells.append(last ? padding + cell : cell + padding + "  ");
      }
      text.append(line == 0 ? style.dim(cells.toString()) : cells.toString()).append('\n');
    }
  }

  private static List<String> cells(Matrix.Row row) {
    UserClass users = row.userClass();
    AccessPath path = row.path();
    return List.of(
        users.protocol().word(),
        users.from().word() + users.clientSite().map(site -> " (" + site.name() + ")").orElse(""),
        users.door().map(Door::name).orElse("-"),
        mailboxSite(users).orElse("-"),
        users.mailbox().name(),
        path.outcome().word() + path.reason().map(reason -> " " + reason).orElse(""),
        path.reached().map(reached -> reached.word()).orElse("?"),
        users.users().toOptional().map(MatrixReport::number).orElse("?"));
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

  private static void row(JsonGenerator json, Matrix.Row row) throws IOException {
    UserClass users = row.userClass();
    json.writeStartObject();
    AccessPathReport.question(json, row.path());
    Json.text(json, "clientSite", users.clientSite().map(Site::name));
    Json.text(json, "mailboxSite", mailboxSite(users));
    json.writeBooleanField("first", users.first());
    AccessPathReport.answer(json, row.path());
    json.writeStringField("clause", row.path().trail().decision().clause().id());
    json.writeFieldName("users");
    Json.count(json, users.users());
    json.writeEndObject();
  }

  private static Optional<String> mailboxSite(UserClass users) {
    return users.mailbox().server().flatMap(Server::site).map(Site::name);
  }

  private static String number(int count) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
  }
}

package io.casguard.reports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.casguard.accesspaths.DeviceVersion;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Matrix;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.UserClass;
import io.casguard.topology.Known;
import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The access path of every user class: the answer of `casguard paths` and of `GET
/// /organizations/{org}/access-paths`.
public final class MatrixReport {
  private static final List<String> COLUMNS =
      List.of("from", "entry", "mailboxes in", "outcome", "", "people");
  private static final int OUTCOME = 3;
  private static final int PEOPLE = 5;

  private final Matrix matrix;
  private final List<MatrixLine> lines;

  /// The report of a matrix.
  public MatrixReport(Matrix matrix) {
    this.matrix = matrix;
    this.lines = MatrixLine.of(matrix);
  }

  /// One line of JSON.
  public String json() {
    return Json.line(
        json -> {
          json.writeStringField("organization", matrix.organization());
          fields(json);
        });
  }

  /// Everything but the organization's name.
  void fields(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("people");
    for (Matrix.PeopleCount count : matrix.peopleByOutcome()) {
      people(json, count);
    }
    json.writeEndArray();
    Json.objects(json, "paths", matrix.rows(), MatrixReport::row);
    Json.texts(json, "notOffered", matrix.notOffered().stream().map(Protocol::word).toList());
    json.writeArrayFieldStart("outside");
    for (Matrix.Outside outside : matrix.outside()) {
      UserClass users = outside.userClass();
      json.writeStartObject();
      json.writeStringField("protocol", users.protocol().word());
      Json.text(json, "entry", users.door().map(Door::name));
      json.writeStringField("mailbox", users.mailbox().name());
      json.writeStringField("from", users.from().word());
      Json.text(json, "deviceVersion", users.device().map(DeviceVersion::toString));
      json.writeBooleanField("first", users.first());
      json.writeStringField("why", outside.why());
      json.writeFieldName("users");
      Json.count(json, users.users());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!matrix.contradictions().isEmpty()) {
      Json.texts(json, "contradictions", matrix.contradictions());
    }
  }

  /// Text for people: for each protocol, who comes through which door to mailboxes of which site,
  /// and meets what; then people by outcome.
  public String text(Style style) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(matrix.organization())).append('\n');
    int[] widths = widths();
    byProtocol()
        .forEach(
            (protocol, group) -> {
              text.append('\n').append(style.bold(protocol.title())).append('\n');
              line(text, style, COLUMNS, Optional.empty(), widths);
              group.forEach(
                  line ->
                      line(text, style, cells(line), Optional.of(line.cell().reached()), widths));
            });
    peopleByOutcome(text, style);
    if (lines.stream().anyMatch(line -> line.elsewhere() + line.uncountedElsewhere() > 0)) {
      Prose.paragraph(text, "", "People in parentheses have an earlier door, and count there.");
    }
    notOffered().ifPresent(words -> Prose.paragraph(text, "not offered by any server: ", words));
    outside().forEach(why -> Prose.paragraph(text, "outside the model: ", why));
    matrix.contradictions().forEach(why -> Prose.paragraph(text, "contradiction: ", why));
    return text.toString();
  }

  /// The lines of the matrix as comma-separated values (RFC 4180), with a header.
  public String csv() {
    StringBuilder csv = new StringBuilder();
    csv.append(
        "organization,protocol,from,clientSite,deviceVersion,entry,mailboxSite,outcome,reason,reached,"
            + "people,peopleCountedElsewhere,uncountedClasses\r\n");
    for (MatrixLine line : lines) {
      MatrixLine.Cell cell = line.cell();
      csv.append(
              List.of(
                      matrix.organization(),
                      cell.protocol().word(),
                      cell.from().word(),
                      cell.clientSite().orElse(""),
                      cell.device().orElse(""),
                      cell.entry().orElse(""),
                      cell.mailboxSite().orElse(""),
                      cell.outcome(),
                      cell.reason().orElse(""),
                      cell.reached().map(Reached::word).orElse(""),
                      Integer.toString(line.here()),
                      Integer.toString(line.elsewhere()),
                      Integer.toString(line.uncounted()))
                  .stream()
                  .map(MatrixReport::quoted)
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return csv.toString();
  }

  /// A page of Markdown: a table for each protocol.
  public String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("## Access paths of ")
        .append(MarkdownText.code(matrix.organization()))
        .append("\n");
    byProtocol()
        .forEach(
            (protocol, group) -> {
              page.append("\n### ").append(protocol.title()).append("\n\n");
              page.append("| from | entry | mailboxes in | outcome | reached | people |\n");
              page.append("|---|---|---|---|---|---:|\n");
              for (MatrixLine line : group) {
                MatrixLine.Cell cell = line.cell();
                page.append("| ")
                    .append(MarkdownText.escaped(cell.clients()))
                    .append(" | ")
                    .append(MarkdownText.code(cell.door()))
                    .append(" | ")
                    .append(cell.mailboxSite().map(MarkdownText::escaped).orElse(""))
                    .append(" | ")
                    .append(cell.outcome())
                    .append(cell.reason().map(word -> " " + MarkdownText.code(word)).orElse(""))
                    .append(" | ")
                    .append(cell.reached().map(MatrixReport::words).orElse("?"))
                    .append(" | ")
                    .append(line.people())
                    .append(" |\n");
              }
            });
    page.append("\nPeople in parentheses have an earlier door, and count there.\n");
    notOffered()
        .ifPresent(
            words -> page.append("\nNot offered by any server: ").append(words).append(".\n"));
    outside()
        .forEach(
            why ->
                page.append("\nOutside the model: ")
                    .append(MarkdownText.escaped(why))
                    .append("\n"));
    matrix
        .contradictions()
        .forEach(
            why -> page.append("\nContradiction: ").append(MarkdownText.escaped(why)).append("\n"));
    return page.toString();
  }

  private Map<Protocol, List<MatrixLine>> byProtocol() {
    Map<Protocol, List<MatrixLine>> groups = new EnumMap<>(Protocol.class);
    lines.forEach(
        line -> groups.computeIfAbsent(line.cell().protocol(), _ -> new ArrayList<>()).add(line));
    return groups;
  }

  private Optional<String> notOffered() {
    return matrix.notOffered().isEmpty()
        ? Optional.empty()
        : Optional.of(
            matrix.notOffered().stream().map(Protocol::title).collect(Collectors.joining(", ")));
  }

  /// Why people are outside the model, with how many of them are counted at that very door.
  private List<String> outside() {
    Map<String, List<UserClass>> classes = new LinkedHashMap<>();
    matrix
        .outside()
        .forEach(
            one -> classes.computeIfAbsent(one.why(), _ -> new ArrayList<>()).add(one.userClass()));
    return classes.entrySet().stream().map(one -> one.getKey() + counted(one.getValue())).toList();
  }

  private static String counted(List<UserClass> classes) {
    int people = 0;
    int uncounted = 0;
    for (UserClass users : classes) {
      if (users.first()) {
        switch (users.users()) {
          case Known.Value<Integer>(Integer count) -> people += count;
          case Known.Absent<Integer>(), Known.Unsaid<Integer> _ -> uncounted++;
        }
      }
    }
    List<String> words = new ArrayList<>();
    if (people > 0) {
      words.add(Prose.counted(people, "user", "users"));
    }
    if (uncounted > 0) {
      words.add(Prose.counted(uncounted, "class", "classes") + " that nobody counted");
    }
    return words.isEmpty() ? "" : ": " + String.join(" and ", words);
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  private int[] widths() {
    int[] widths = new int[COLUMNS.size()];
    widen(widths, COLUMNS);
    lines.forEach(line -> widen(widths, cells(line)));
    return widths;
  }

  private static void widen(int[] widths, List<String> cells) {
    for (int column = 0; column < widths.length; column++) {
      widths[column] = Math.max(widths[column], cells.get(column).length());
    }
  }

  private static void line(
      StringBuilder text,
      Style style,
      List<String> cells,
      Optional<Optional<Reached>> reached,
      int[] widths) {
    StringBuilder line = new StringBuilder(" ");
    for (int column = 0; column < widths.length; column++) {
      String padding = " ".repeat(widths[column] - cells.get(column).length());
      String cell = cells.get(column);
      line.append(' ');
      if (reached.isEmpty()) {
        line.append(column == PEOPLE ? padding + style.dim(cell) : style.dim(cell) + padding);
      } else if (column == OUTCOME) {
        line.append(outcome(style, reached.get(), cell)).append(padding);
      } else {
        line.append(column == PEOPLE ? padding + cell : cell + padding);
      }
      line.append(' ');
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static List<String> cells(MatrixLine line) {
    MatrixLine.Cell cell = line.cell();
    return List.of(
        cell.clients(),
        cell.door(),
        cell.mailboxSite().orElse("-"),
        cell.answer(),
        cell.reached().map(MatrixReport::words).orElse("?"),
        line.people());
  }

  private static String words(Reached reached) {
    return switch (reached) {
      case YES -> "reached";
      case OWN_ACTION -> "own action";
      case NO -> "not reached";
    };
  }

  private static String outcome(Style style, Optional<Reached> reached, String words) {
    return switch (reached.orElse(null)) {
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

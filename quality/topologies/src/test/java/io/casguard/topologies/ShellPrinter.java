package io.casguard.topologies;

import io.casguard.formats.imports.ShellVocabulary;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Role;
import io.casguard.topology.Topology;
import io.casguard.topology.Type;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints a topology as the shell would, in each of its formats. It knows of the readers nothing
/// but the table of properties.
final class ShellPrinter {
  private static final int WIDTH = 79;
  private static final String FOREST = "ad.tideway.example/Configuration/Sites/";

  /// A value as the shell holds it: a text, several, a switch, or null.
  private record Printed(@Nullable Object value) {}

  private final SortedMap<Cmdlet, List<Map<String, Printed>>> objects = new TreeMap<>();

  ShellPrinter(Topology topology, SortedMap<String, Integer> mailboxes) {
    topology
        .spec()
        .parts(Vocabulary.SITES)
        .forEach(
            (name, site) -> {
              add(Cmdlet.AD_SITE, Map.of("Name", text(name), "HubSiteEnabled", new Printed(false)));
              site.parts(Vocabulary.SERVERS)
                  .forEach((server, entity) -> server(server, entity, Optional.of(name)));
            });
    topology
        .spec()
        .parts(Vocabulary.SERVERS_WITHOUT_SITE)
        .forEach((server, entity) -> server(server, entity, Optional.empty()));
    topology.spec().parts(Vocabulary.SITE_LINKS).values().forEach(this::link);
    mailboxes(mailboxes);
  }

  private void add(Cmdlet cmdlet, Map<String, Printed> object) {
    objects.computeIfAbsent(cmdlet, _ -> new ArrayList<>()).add(object);
  }

  private static Printed text(String text) {
    return new Printed(text);
  }

  private void server(String name, Entity server, Optional<String> site) {
    Map<String, Printed> object = new LinkedHashMap<>();
    object.put("Name", text(name));
    columns(object, Cmdlet.EXCHANGE_SERVER, server);
    Version version = server.stated(Vocabulary.VERSION).flatMap(Known::toOptional).orElseThrow();
    object.put(
        "AdminDisplayVersion",
        text(
            "Version %d.%d (Build %d.%d)"
                .formatted(version.major(), version.minor(), version.build(), version.revision())));
    if (version.isLegacy()) {
      boolean isFrontEnd =
          server
              .stated(Vocabulary.ROLES)
              .flatMap(Known::toOptional)
              .filter(roles -> roles.contains(Role.FRONT_END))
              .isPresent();
      object.put("ServerRole", text("None"));
      object.put("ExchangeLegacyServerRole", text(isFrontEnd ? "1" : "0"));
    }
    object.put("Site", new Printed(site.map(it -> FOREST + it.replace("/", "\\/")).orElse(null)));
    add(Cmdlet.EXCHANGE_SERVER, object);
    for (Cmdlet cmdlet : Cmdlet.values()) {
      ShellVocabulary.directory(cmdlet).ifPresent(kind -> directories(name, server, kind, cmdlet));
    }
    outlookAnywhere(name, server);
  }

  private void directories(String name, Entity server, DirectoryKind kind, Cmdlet cmdlet) {
    server
        .parts(Vocabulary.directoriesOf(kind))
        .forEach(
            (identity, directory) -> {
              Map<String, Printed> object = new LinkedHashMap<>();
              object.put("Server", text(name));
              object.put("Name", text(identity.isEmpty() ? kind.defaultName() : identity));
              columns(object, cmdlet, directory);
              add(cmdlet, object);
              if (kind == DirectoryKind.AUTODISCOVER && identity.isEmpty()) {
                Map<String, Printed> discovery = new LinkedHashMap<>();
                discovery.put("Name", text(name));
                columns(discovery, Cmdlet.CLIENT_ACCESS_SERVER, directory);
                if (discovery.size() > 1) {
                  add(Cmdlet.CLIENT_ACCESS_SERVER, discovery);
                }
              }
            });
  }

  private void outlookAnywhere(String name, Entity server) {
    server
        .stated(Vocabulary.OUTLOOK_ANYWHERE_KEY)
        .flatMap(Known::toOptional)
        .ifPresent(
            part -> {
              Map<String, Printed> object = new LinkedHashMap<>();
              object.put("ServerName", text(name));
              object.put("Name", text("Rpc (Default Web Site)"));
              columns(object, Cmdlet.OUTLOOK_ANYWHERE, part);
              add(Cmdlet.OUTLOOK_ANYWHERE, object);
            });
  }

  private void link(Entity link) {
    Map<String, Printed> object = new LinkedHashMap<>();
    object.put("Name", text(link.name()));
    object.put("Cost", text("1"));
    object.put("ADCost", printed(link, Vocabulary.COST).orElseThrow());
    object.put("ExchangeCost", printed(link, Vocabulary.EXCHANGE_COST).orElseThrow());
    object.put(
        "Sites",
        new Printed(
            link.stated(Vocabulary.LINKED_SITES).flatMap(Known::toOptional).stream()
                .flatMap(SortedSet::stream)
                .map(site -> FOREST + site.replace("/", "\\/"))
                .toList()));
    add(Cmdlet.AD_SITE_LINK, object);
  }

  /// A mailbox for each of the counted, with a Guid in both cmdlets.
  private void mailboxes(SortedMap<String, Integer> counts) {
    int[] number = {0};
    counts.forEach(
        (key, count) -> {
          String[] words = key.split(" ", -1);
          for (int at = 0; at < count; at++) {
            Printed guid = text("00000000-0000-4000-8000-%012d".formatted(number[0]++));
            Map<String, Printed> mailbox = new LinkedHashMap<>();
            mailbox.put("Guid", guid);
            mailbox.put("ServerName", text(words[0]));
            mailbox.put("RecipientTypeDetails", text("UserMailbox"));
            add(Cmdlet.MAILBOX, mailbox);
            Map<String, Printed> switches = new LinkedHashMap<>();
            switches.put("Guid", guid);
            switches.put("OWAEnabled", new Printed(words[1].equals("True")));
            switches.put("PopEnabled", new Printed(words[2].equals("True")));
            add(Cmdlet.CAS_MAILBOX, switches);
          }
        });
  }

  private static void columns(Map<String, Printed> object, Cmdlet cmdlet, Entity thing) {
    for (ShellVocabulary.Column column : ShellVocabulary.columns(cmdlet)) {
      printed(thing, column.key()).ifPresent(value -> object.put(column.name(), value));
    }
  }

  private static Optional<Printed> printed(Entity thing, Key<?> key) {
    return Optional.ofNullable(thing.statements().get(key.name()))
        .map(
            known ->
                known instanceof Known.Value<?>(Object value)
                    ? new Printed(shown(key, value))
                    : new Printed(null));
  }

  private static Object shown(Key<?> key, Object value) {
    return switch (key.type()) {
      case Type.Scalar<?> scalar -> value instanceof Boolean ? value : scalar.writeStored(value);
      case Type.SetOf<?>(Type.Scalar<?> element) ->
          ((Collection<?>) value).stream().map(element::writeStored).toList();
      case Type.Table<?> _, Type.Part _, Type.Parts _ ->
          throw new IllegalArgumentException("the shell prints no " + key);
    };
  }

  /// The output of every cmdlet as Format-List, cut at the width of a console of PowerShell 1.
  Map<String, String> formatList() {
    StringBuilder text = new StringBuilder();
    objects.forEach(
        (cmdlet, all) -> {
          text.append("[PS] C:\\>" + cmdlet.command() + " | fl\r\n\r\n");
          all.forEach(
              object -> {
                int pad = object.keySet().stream().mapToInt(String::length).max().orElse(0);
                object.forEach((name, value) -> list(text, name, pad, value));
                text.append("\r\n");
              });
        });
    return Map.of("session.txt", text.toString());
  }

  private static void list(StringBuilder text, String name, int pad, Printed printed) {
    String value =
        switch (printed.value()) {
          case null -> "";
          case Boolean on -> on ? "True" : "False";
          case List<?> list ->
              list.stream().map(Object::toString).collect(Collectors.joining(", ", "{", "}"));
          default -> printed.value().toString();
        };
    String line = name + " ".repeat(pad - name.length()) + " : " + value;
    while (line.length() > WIDTH) {
      text.append(line, 0, WIDTH).append("\r\n");
      line = " ".repeat(pad + 3) + line.substring(WIDTH);
    }
    text.append(line).append("\r\n");
  }

  /// A file of Export-Csv for each cmdlet, with every property that one of its objects has, and
  /// lists joined as the hint says. What an object does not have is not in the table of its own.
  Map<String, String> csv() {
    Map<String, String> files = new LinkedHashMap<>();
    objects.forEach(
        (cmdlet, all) -> {
          StringBuilder text = new StringBuilder();
          for (Map<String, Printed> object : all) {
            text.append("#TYPE Selected." + cmdlet.type() + "\r\n");
            text.append(
                object.keySet().stream()
                    .map(ShellPrinter::quoted)
                    .collect(Collectors.joining(",")));
            text.append("\r\n");
            text.append(
                object.values().stream().map(ShellPrinter::cell).collect(Collectors.joining(",")));
            text.append("\r\n");
          }
          files.put(cmdlet.command() + ".csv", text.toString());
        });
    return files;
  }

  private static String cell(Printed printed) {
    return switch (printed.value()) {
      case null -> "";
      case Boolean on -> on ? "\"True\"" : "\"False\"";
      case List<?> list ->
          quoted(list.stream().map(Object::toString).collect(Collectors.joining(";")));
      default -> quoted(printed.value().toString());
    };
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  /// A file of Export-Clixml for each cmdlet.
  Map<String, String> clixml() {
    Map<String, String> files = new LinkedHashMap<>();
    objects.forEach(
        (cmdlet, all) -> {
          StringBuilder text =
              new StringBuilder(
                  "<Objs Version=\"1.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">\n");
          int[] reference = {0};
          boolean first = true;
          for (Map<String, Printed> object : all) {
            text.append("<Obj RefId=\"RefId-" + reference[0]++ + "\">");
            text.append(
                first
                    ? "<TN RefId=\"RefId-0\"><T>Deserialized.Microsoft.Exchange."
                        + cmdlet.type()
                        + "</T><T>System.Object</T></TN>"
                    : "<TNRef RefId=\"RefId-0\" />");
            first = false;
            text.append("<Props>");
            object.forEach((name, value) -> property(text, name, value, reference));
            text.append("</Props></Obj>\n");
          }
          files.put(cmdlet.command() + ".xml", text.append("</Objs>\n").toString());
        });
    return files;
  }

  private static void property(StringBuilder text, String name, Printed printed, int[] reference) {
    switch (printed.value()) {
      case null -> text.append("<Nil N=\"" + name + "\" />");
      case Boolean on -> text.append("<B N=\"" + name + "\">" + on + "</B>");
      case List<?> list -> {
        text.append("<Obj N=\"" + name + "\" RefId=\"RefId-" + reference[0]++ + "\"><LST>");
        list.forEach(
            item ->
                text.append(
                    "<Obj RefId=\"RefId-"
                        + reference[0]++
                        + "\"><ToString>"
                        + escaped(item.toString())
                        + "</ToString><I32>7</I32></Obj>"));
        text.append("</LST></Obj>");
      }
      default ->
          text.append("<S N=\"" + name + "\">" + escaped(printed.value().toString()) + "</S>");
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /// A file of ConvertTo-Json for each cmdlet.
  Map<String, String> json() {
    Map<String, String> files = new LinkedHashMap<>();
    objects.forEach(
        (cmdlet, all) ->
            files.put(
                cmdlet.command() + ".json",
                all.stream()
                    .map(
                        object ->
                            object.entrySet().stream()
                                .map(
                                    entry ->
                                        "\"%s\":  %s"
                                            .formatted(entry.getKey(), jsonOf(entry.getValue())))
                                .collect(Collectors.joining(",\r\n", "{\r\n", "}")))
                    .collect(Collectors.joining(",\r\n", "[\r\n", "]\r\n"))));
    return files;
  }

  private static String jsonOf(Printed printed) {
    return switch (printed.value()) {
      case null -> "null";
      case Boolean on -> on.toString();
      case List<?> list ->
          list.stream()
              .map(item -> jsonText(item.toString()))
              .collect(Collectors.joining(", ", "[", "]"));
      default -> jsonText(printed.value().toString());
    };
  }

  private static String jsonText(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}

package io.casguard.formats.imports;

import io.casguard.formats.Position;
import io.casguard.formats.shell.Cmdlet;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Role;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What exports leave unsaid of Exchange 2007 servers, put together where one reason holds for
/// several.
final class NotSaidList {
  /// The cmdlets that tell of a Client Access server, in the order of the report.
  private static final List<Cmdlet> OF_CLIENT_ACCESS =
      List.of(
          Cmdlet.CLIENT_ACCESS_SERVER,
          Cmdlet.OWA,
          Cmdlet.ACTIVE_SYNC,
          Cmdlet.WEB_SERVICES,
          Cmdlet.AUTODISCOVER,
          Cmdlet.OAB,
          Cmdlet.UNIFIED_MESSAGING,
          Cmdlet.OUTLOOK_ANYWHERE,
          Cmdlet.POP_SETTINGS,
          Cmdlet.IMAP_SETTINGS);

  private static final String NO_OUTPUT = "not exported: ";

  private record Reason(String of, String key, String why) {}

  private static final class Places {
    final SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    Optional<Position> first = Optional.empty();
  }

  private final Map<Reason, Places> reasons = new LinkedHashMap<>();

  void add(GatheredServer server, String of, String key, String why, Optional<Position> at) {
    Places places = reasons.computeIfAbsent(new Reason(of, key, why), _ -> new Places());
    places.names.add(server.name());
    places.first = places.first.or(() -> at);
  }

  /// Notes that nothing was exported of a part of the organization.
  void addMissing(Key<?> key, Cmdlet... cmdlets) {
    for (Cmdlet cmdlet : cmdlets) {
      reasons
          .computeIfAbsent(
              new Reason("", key.name(), NO_OUTPUT + cmdlet.command()), _ -> new Places())
          .names
          .add("the organization");
    }
  }

  /// Looks for what a server's exports should have said.
  void of(GatheredServer server) {
    Optional<Position> printed = server.seenIn(Cmdlet.EXCHANGE_SERVER);
    if (printed.isEmpty()) {
      add(
          server,
          "",
          "",
          "no output of Get-ExchangeServer has it; without site, roles and version little can be"
              + " checked",
          Optional.of(server.first()));
    } else {
      columns(server, Cmdlet.EXCHANGE_SERVER, server.gathered(), "", printed);
      if (server.sites().isEmpty()) {
        add(
            server,
            "",
            "site",
            server.siteLeft().map(Answer.Left::why).orElse("Get-ExchangeServer printed none"),
            server.siteLeft().map(Answer.Left::at).or(() -> printed));
      }
    }
    boolean isClientAccess =
        server
                .gathered()
                .answer(Vocabulary.ROLES)
                .filter(Answer.Said.class::isInstance)
                .map(answer -> ((Answer.Said) answer).known() instanceof Known.Value<?>)
                .isPresent()
            ? server
                .gathered()
                .value(Vocabulary.ROLES)
                .filter(roles -> roles.contains(Role.CLIENT_ACCESS))
                .isPresent()
            : OF_CLIENT_ACCESS.stream().anyMatch(cmdlet -> server.seenIn(cmdlet).isPresent());
    if (isClientAccess) {
      OF_CLIENT_ACCESS.forEach(cmdlet -> clientAccess(server, cmdlet));
    }
  }

  private void clientAccess(GatheredServer server, Cmdlet cmdlet) {
    Optional<Position> printed = server.seenIn(cmdlet);
    Optional<DirectoryKind> kind = ShellVocabulary.directory(cmdlet);
    if (kind.isPresent()) {
      Map<String, Gathered> directories =
          server.gathered().items(Vocabulary.directoriesOf(kind.get()));
      if (printed.isEmpty()) {
        missing(server, cmdlet, kind.get().key());
      } else {
        directories
            .values()
            .forEach(
                directory ->
                    columns(server, cmdlet, directory, of(kind.get(), directory), printed));
      }
      return;
    }
    switch (cmdlet) {
      case CLIENT_ACCESS_SERVER -> {
        if (printed.isEmpty() && server.seenIn(Cmdlet.URL_REPORT).isEmpty()) {
          missing(server, cmdlet, "autodiscover.serviceInternalUri");
        } else {
          columns(server, cmdlet, server.discovery(), "autodiscover", printed);
        }
      }
      case OUTLOOK_ANYWHERE -> outlookAnywhere(server, printed);
      case POP_SETTINGS -> mailService(server, cmdlet, Vocabulary.POP3, printed);
      case IMAP_SETTINGS -> mailService(server, cmdlet, Vocabulary.IMAP4, printed);
      default -> throw new IllegalArgumentException(cmdlet + " tells of no Client Access server");
    }
  }

  /// A server without Outlook Anywhere prints nothing, and so does one that was not asked.
  private void outlookAnywhere(GatheredServer server, Optional<Position> printed) {
    Optional<Gathered> part = server.gathered().foundPart(Vocabulary.OUTLOOK_ANYWHERE_KEY);
    boolean isOff =
        part.flatMap(it -> it.value(Vocabulary.OUTLOOK_ANYWHERE_ENABLED))
            .filter(on -> !on)
            .isPresent();
    if (printed.isPresent()) {
      columns(server, Cmdlet.OUTLOOK_ANYWHERE, part.orElseThrow(), "outlookAnywhere", printed);
    } else if (!isOff) {
      missing(server, Cmdlet.OUTLOOK_ANYWHERE, "outlookAnywhere");
    }
  }

  private void mailService(
      GatheredServer server, Cmdlet cmdlet, Key<Entity> key, Optional<Position> printed) {
    if (printed.isEmpty()) {
      missing(server, cmdlet, key.name());
    } else {
      columns(server, cmdlet, server.gathered().part(key), key.name(), printed);
    }
  }

  private void missing(GatheredServer server, Cmdlet cmdlet, String of) {
    add(server, "", of, NO_OUTPUT + cmdlet.command(), Optional.empty());
  }

  private void columns(
      GatheredServer server, Cmdlet cmdlet, Gathered thing, String of, Optional<Position> printed) {
    for (ShellVocabulary.Column column : ShellVocabulary.columns(cmdlet)) {
      Optional<Answer> answer = thing.answer(column.key());
      if (answer.isEmpty()) {
        if (!isLegacyRoles(server, column)) {
          add(
              server,
              of,
              column.key().name(),
              "the output of " + cmdlet.command() + " has no " + column.name(),
              printed);
        }
      } else if (answer.get() instanceof Answer.Left(String why, Position at)) {
        add(server, of, column.key().name(), why, Optional.of(at));
      }
    }
  }

  private static boolean isLegacyRoles(GatheredServer server, ShellVocabulary.Column column) {
    return column.key().equals(Vocabulary.ROLES) && !server.mayBe2007();
  }

  private static String of(DirectoryKind kind, Gathered directory) {
    return directory.name().isEmpty() ? kind.key() : kind.key() + "[" + directory.name() + "]";
  }

  /// One entry for all keys of the same things that share a reason and their places; the properties
  /// that a cmdlet's output lacks are named by their keys alone, and cmdlets that were not exported
  /// stand together.
  List<NotSaid> grouped() {
    Map<String, List<Reason>> together = new LinkedHashMap<>();
    reasons.forEach(
        (reason, places) ->
            together
                .computeIfAbsent(
                    reason.of() + "\n" + general(reason) + "\n" + places.names,
                    _ -> new ArrayList<>())
                .add(reason));
    return together.values().stream().map(this::entry).toList();
  }

  private NotSaid entry(List<Reason> alike) {
    Reason first = alike.getFirst();
    Places places = reasons.getOrDefault(first, new Places());
    String why =
        first.why().startsWith(NO_OUTPUT)
            ? NO_OUTPUT
                + alike.stream()
                    .map(reason -> reason.why().substring(NO_OUTPUT.length()))
                    .distinct()
                    .collect(Collectors.joining(", "))
            : general(first);
    return new NotSaid(
        alike.stream().map(Reason::key).filter(key -> !key.isEmpty()).distinct().toList(),
        first.of(),
        List.copyOf(places.names),
        why,
        places.first);
  }

  /// A reason without what is different for each key.
  private static String general(Reason reason) {
    if (reason.why().startsWith(NO_OUTPUT)) {
      return NO_OUTPUT;
    }
    return reason.why().startsWith("the output of ")
        ? reason.why().replaceFirst(" has no \\S+$", " does not have it")
        : reason.why();
  }
}

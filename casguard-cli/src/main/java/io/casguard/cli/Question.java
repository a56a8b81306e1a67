package io.casguard.cli;

import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Request;
import io.casguard.formats.NearestName;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// One request as people put it on the command line.
final class Question {
  @Option(
      names = "--protocol",
      required = true,
      paramLabel = "PROTOCOL",
      description = "How the client comes: owa.")
  String protocol = "";

  @Option(
      names = "--entry",
      paramLabel = "NAME",
      description = "Where it arrives: a server or a published name.")
  String entry = "";

  @Option(
      names = "--mailbox",
      required = true,
      paramLabel = "NAME",
      description = "Whose mailbox: a mailbox server or a user population.")
  String mailbox = "";

  @Option(
      names = "--from",
      paramLabel = "NETWORK",
      description = "Where the client is: internet or intranet (default: internet).")
  String from = Network.INTERNET.word();

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description = "The path of the request: /owa, /exchange, /public (default: /owa).")
  String path = Request.OWA;

  /// The request, with its names looked up.
  ///
  /// @throws WrongInput where a name is unknown, with the nearest right one
  Request in(Organization organization) {
    Optional<Door> door =
        entry.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Door.named(organization, entry)
                    .orElseThrow(
                        () -> unknown("--entry: no server or published name", entry, doors(organization))));
    Mailbox whose =
        Mailbox.named(organization, mailbox)
            .orElseThrow(
                () -> unknown("--mailbox: no server or user population", mailbox, mailboxes(organization)));
    return new Request(
        word("--protocol", protocol, Protocol.values()),
        door,
        whose,
        word("--from", from, Network.values()),
        path);
  }

  private static <W extends Word> W word(String option, String word, W[] words) {
    return Arrays.stream(words)
        .filter(one -> one.word().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> all = Arrays.stream(words).map(Word::word).toList();
              return new WrongInput(
                  option + ": " + word + " is not one of " + String.join(", ", all)
                      + NearestName.hint(word, all));
            });
  }

  private static WrongInput unknown(String what, String name, List<String> names) {
    return new WrongInput(what + " " + name + " is declared" + NearestName.hint(name, names));
  }

  private static List<String> doors(Organization organization) {
    return Stream.concat(
            organization.servers().stream().map(Server::name),
            organization.publishedNames().stream().map(PublishedName::name))
        .toList();
  }

  private static List<String> mailboxes(Organization organization) {
    return Stream.concat(
            organization.servers().stream().map(Server::name),
            organization.populations().stream().map(Population::name))
        .toList();
  }
}

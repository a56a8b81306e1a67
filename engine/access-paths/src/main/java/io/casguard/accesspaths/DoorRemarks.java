package io.casguard.accesspaths;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What an administrator should know of the door that a simulated request is presumed to have
/// passed.
final class DoorRemarks {
  private final Names names;

  DoorRemarks(Names names) {
    this.names = names;
  }

  List<String> of(Request request, Server first) {
    List<String> remarks = new ArrayList<>();
    request
        .entry()
        .ifPresent(
            door -> {
              switch (door) {
                case Door.OfServer(Server server) -> server(server, request, remarks);
                case Door.OfName(PublishedName published) ->
                    name(published, request, first, remarks);
              }
            });
    if (first.is2007() == Holds.UNSAID) {
      remarks.add(
          "the version of " + first.name() + " is unsaid; it is taken for an Exchange 2007 server");
    }
    return remarks;
  }

  private void server(Server server, Request request, List<String> remarks) {
    if (request.from() == Network.INTRANET) {
      return;
    }
    boolean open =
        names.saysWhatTheInternetReaches()
            ? names.openTo(Network.INTERNET, request.protocol()).stream()
                .anyMatch(name -> name.servers().contains(server))
            : Doors.isInferredToBeOpen(server, request.protocol()) != Holds.NO;
    if (!open) {
      remarks.add(server.name() + " is not published to the internet");
    }
  }

  private static void name(
      PublishedName published, Request request, Server first, List<String> remarks) {
    switch (published.isOpenTo(request.from())) {
      case YES -> {}
      case NO ->
          remarks.add(published.name() + " is not published to the " + request.from().word());
      case UNSAID ->
          remarks.add(
              "whether "
                  + published.name()
                  + " is published to the "
                  + request.from().word()
                  + " is unsaid");
    }
    if (!published.passes(request.protocol())) {
      remarks.add(published.name() + " does not pass " + request.protocol().title());
    }
    published
        .get(Vocabulary.PATHS)
        .toOptional()
        .filter(
            paths ->
                paths.stream()
                    .map(path -> path.toLowerCase(Locale.ROOT).replace("/*", ""))
                    .noneMatch(path -> new Url(request.path()).path().startsWith(path)))
        .ifPresent(_ -> remarks.add(published.name() + " does not pass " + request.path()));
    boolean formsTwice =
        Holds.of(published.get(Vocabulary.FORMS_AT_PUBLISHER), on -> on) == Holds.YES
            && request.protocol() == Protocol.OWA
            && SiteDirectories.at(first, DirectoryKind.OWA)
                .filter(owa -> owa.showsForm() == Holds.YES)
                .isPresent();
    if (formsTwice) {
      remarks.add(
          "forms stand both at the publisher of "
              + published.name()
              + " and at "
              + first.name()
              + ": users log on twice, or delegation fails (O-1)");
    }
  }
}

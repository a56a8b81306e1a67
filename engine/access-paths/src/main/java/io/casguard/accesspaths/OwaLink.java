package io.casguard.accesspaths;

import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Version;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows a link that Outlook Web Access offers, and the links behind it, until the mailbox, a
/// failure, or a server already visited.
final class OwaLink {
  /// Where following ends.
  ///
  /// @param reason why the user does not get to the mailbox
  record Followed(Reached reached, Optional<String> reason, List<String> remarks) {
    private static Followed no(String reason, String remark) {
      return new Followed(Reached.NO, Optional.of(reason), List.of(remark));
    }

    private static Followed own(String... remarks) {
      return new Followed(Reached.OWN_ACTION, Optional.empty(), List.of(remarks));
    }
  }

  private final OwaProcedure procedure;
  private final Names names;
  private final Request request;
  private final List<Server> visited = new ArrayList<>();

  OwaLink(OwaProcedure procedure, Names names, Request request) {
    this.procedure = procedure;
    this.names = names;
    this.request = request;
  }

  /// What becomes of a user who follows a link that a server offers.
  Followed follow(Outcome.RedirectLink link, Server from) {
    visited.add(from);
    Optional<String> host = link.url().host();
    if (host.isEmpty()) {
      return Followed.no("link_unusable", link.url() + " is no address that a browser can follow");
    }
    Optional<PublishedName> published = names.published(host.get());
    Network network = request.from();
    if (published.isPresent() && published.get().isOpenTo(network) == Holds.NO) {
      return Followed.no(
          "link_unreachable", host.get() + " is not published to the " + network.word());
    }
    if (published.isEmpty() && network == Network.INTERNET && names.saysWhatTheInternetReaches()) {
      return Followed.no(
          "link_unreachable",
          host.get() + " is not among the names that are published to the internet");
    }
    Optional<Server> behind = behind(host.get(), published, link);
    if (behind.isEmpty()) {
      return Followed.no("link_unreachable", "no server answers behind " + host.get());
    }
    return arrive(behind.get(), host.get());
  }

  private Followed arrive(Server next, String host) {
    if (visited.contains(next)) {
      return Followed.no(
          "redirect_loop",
          "the link to " + host + " leads back to " + next.name() + ", which offers a link again");
    }
    if (Holds.of(next.version(), Version::is2007) == Holds.NO) {
      return Followed.own();
    }
    Ending ending = procedure.answer(next, request);
    return switch (ending.outcome()) {
      case Outcome.RedirectLink further -> follow(further, next);
      case Outcome.Fail(Failure failure) ->
          Followed.no(
              failure.reason(), "behind the link, at " + next.name() + ", the request fails");
      case Outcome.Blocked(String reason) ->
          Followed.no(reason, "behind the link, at " + next.name() + ", the request is refused");
      case Outcome.Undetermined _ ->
          Followed.own("what happens behind the link, at " + next.name() + ", is undetermined");
      case Outcome.Local _,
          Outcome.Proxy _,
          Outcome.LegacyProxy _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _ ->
          Followed.own();
    };
  }

  /// The server behind a host: as published, else the computer of that name, else the first server
  /// itself where its own ExternalURL has this host, else whoever publishes it.
  private Optional<Server> behind(
      String host, Optional<PublishedName> published, Outcome.RedirectLink link) {
    if (published.isPresent() && !published.get().servers().isEmpty()) {
      return published.get().servers().stream().filter(OwaLink::answers).findFirst();
    }
    Optional<Server> computer = names.computer(host);
    if (computer.isPresent()) {
      return computer;
    }
    List<Server> claiming = names.withExternalHost(host);
    return claiming.stream()
        .filter(visited::contains)
        .findFirst()
        .or(
            () ->
                claiming.stream().filter(server -> server.name().equals(link.server())).findFirst())
        .or(() -> claiming.stream().findFirst());
  }

  private static boolean answers(Server server) {
    return Holds.of(server.get(Vocabulary.AVAILABLE), up -> up) != Holds.NO;
  }
}

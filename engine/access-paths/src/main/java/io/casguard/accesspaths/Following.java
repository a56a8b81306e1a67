package io.casguard.accesspaths;

import io.casguard.topology.Holds;
import io.casguard.topology.Network;
import io.casguard.topology.Protocol;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.Url;
import io.casguard.topology.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Follows the address that an answer gives to the client, and those behind it, until the mailbox,
/// a failure, or a server already visited.
final class Following {
  /// Where following ends.
  ///
  /// @param reason why the user does not get to the mailbox
  record Followed(Reached reached, Optional<String> reason, List<String> remarks) {
    Followed {
      remarks = List.copyOf(remarks);
    }

    static Followed no(String reason, String remark) {
      return new Followed(Reached.NO, Optional.of(reason), List.of(remark));
    }

    static Followed own(String... remarks) {
      return new Followed(Reached.OWN_ACTION, Optional.empty(), List.of(remarks));
    }

    /// A client that goes there by itself, and one that has arrived.
    static Followed byItself(String... remarks) {
      return new Followed(Reached.YES, Optional.empty(), List.of(remarks));
    }

    /// Both steps of a way: nobody gets further by it than by the worse one.
    private Followed after(Followed obeyed) {
      SequencedSet<String> all = new LinkedHashSet<>(obeyed.remarks);
      all.addAll(remarks);
      boolean byItself = reached == Reached.YES && obeyed.reached == Reached.YES;
      return new Followed(
          reached == Reached.NO || byItself ? reached : Reached.OWN_ACTION,
          reason,
          List.copyOf(all));
    }
  }

  private final Reception reception;
  private final Names names;
  private final Request request;
  private final String address;
  private final List<Server> visited = new ArrayList<>();

  Following(Reception reception, Names names, Request request) {
    this.reception = reception;
    this.names = names;
    this.request = request;
    this.address = request.protocol() == Protocol.OWA ? "link" : "redirect";
  }

  /// What becomes of a client whom a server sends to another address.
  Followed follow(Outcome sending, Server from) {
    Followed obeyed =
        sending instanceof Outcome.RedirectSilent ? Followed.byItself() : reception.obeys(request);
    return obeyed.reached() == Reached.NO ? obeyed : leads(sending, from).after(obeyed);
  }

  private Followed leads(Outcome sending, Server from) {
    visited.add(from);
    Url url =
        sending
            .namedUrl()
            .orElseThrow(() -> new IllegalArgumentException("an answer without an address"));
    Optional<String> host = url.host();
    if (host.isEmpty()) {
      return Followed.no(address + "_unusable", url + " is no address that a client can follow");
    }
    Optional<PublishedName> published = names.published(host.get());
    Network network = request.from();
    if (published.isPresent() && published.get().isOpenTo(network) == Holds.NO) {
      return Followed.no(
          address + "_unreachable", host.get() + " is not published to the " + network.word());
    }
    if (published.isEmpty() && network == Network.INTERNET && names.saysWhatTheInternetReaches()) {
      return Followed.no(
          address + "_unreachable",
          host.get() + " is not among the names that are published to the internet");
    }
    Optional<Server> behind = behind(host.get(), published, sending);
    if (behind.isEmpty()) {
      return Followed.no(address + "_unreachable", "no server answers behind " + host.get());
    }
    if (published.isEmpty()
        && network == Network.INTERNET
        && Doors.isInferredToBeOpen(behind.get(), request.protocol()) == Holds.NO) {
      return Followed.no(
          address + "_unreachable",
          behind.get().name()
              + ", which "
              + host.get()
              + " leads to, is no door from the internet");
    }
    return arrive(behind.get(), host.get());
  }

  private Followed arrive(Server next, String host) {
    if (visited.contains(next)) {
      return Followed.no(
          "redirect_loop",
          "the "
              + address
              + " to "
              + host
              + " leads back to "
              + next.name()
              + ", which offers a "
              + address
              + " again");
    }
    if (Holds.of(next.version(), Version::is2007) == Holds.NO) {
      return Followed.byItself();
    }
    Outcome outcome = reception.answer(next, request).outcome();
    return switch (outcome) {
      case Outcome.RedirectLink _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _ ->
          follow(outcome, next);
      case Outcome.Fail(Failure failure) ->
          Followed.no(
              failure.reason(),
              "behind the " + address + ", at " + next.name() + ", the request fails");
      case Outcome.Blocked(Failure failure) ->
          Followed.no(
              failure.reason(),
              "behind the " + address + ", at " + next.name() + ", the request is refused");
      case Outcome.Undetermined _ ->
          Followed.byItself(
              "what happens behind the " + address + ", at " + next.name() + ", is undetermined");
      case Outcome.Local _,
          Outcome.Proxy _,
          Outcome.LegacyProxy _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _ ->
          Followed.byItself();
    };
  }

  /// The server behind a host: as published, else the computer of that name, else the first server
  /// itself where its own ExternalURL has this host, else whoever publishes it.
  private Optional<Server> behind(String host, Optional<PublishedName> published, Outcome sending) {
    if (published.isPresent() && !published.get().servers().isEmpty()) {
      return published.get().servers().stream().filter(server -> !server.isDown()).findFirst();
    }
    Optional<Server> computer = names.computer(host);
    if (computer.isPresent()) {
      return computer.filter(server -> !server.isDown());
    }
    List<Server> claiming =
        request.protocol().directory().stream()
            .flatMap(kind -> names.withExternalHost(kind, host).stream())
            .filter(server -> !server.isDown())
            .toList();
    return claiming.stream()
        .filter(visited::contains)
        .findFirst()
        .or(
            () ->
                claiming.stream()
                    .filter(
                        server -> sending.namedServer().filter(server.name()::equals).isPresent())
                    .findFirst())
        .or(() -> claiming.stream().findFirst());
  }
}

package io.casguard.accesslogs;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Assumptions;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.accesspaths.Outcome;
import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulation;
import io.casguard.accesspaths.Simulator;
import io.casguard.topology.Network;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import io.casguard.topology.Server;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an About page says of a session, beside what the simulator says of it.
///
/// @param door what the user connected to
/// @param first the server that the page names as the proxying one, or the only one behind the door
/// @param second the server that serves the session
/// @param mailboxServer the server that holds the mailbox
/// @param isProxied whether the session is proxied; empty where the first server is unknown
/// @param path what the simulator says
/// @param verdict whether the page confirms it
/// @param reading a sentence
public record AboutReading(
    Door door,
    Optional<Server> first,
    Server second,
    Server mailboxServer,
    Optional<Boolean> isProxied,
    AccessPath path,
    Verdict verdict,
    String reading) {
  /// Reads a page.
  ///
  /// @param entry what the address bar showed; empty where the page names the proxying server
  public static Parsed<AboutReading> of(
      Organization organization, AboutPage page, Optional<String> entry, Assumptions assumptions) {
    if (page.clientAccessServer().isEmpty() || page.mailboxServer().isEmpty()) {
      return new Parsed.Refused<>(
          "no `Client Access server name` and `Mailbox server name` among these lines: paste the"
              + " whole page of Options, About");
    }
    Optional<Server> second = server(organization, page.clientAccessServer().get());
    Optional<Server> mailboxServer = server(organization, page.mailboxServer().get());
    Optional<Server> proxying = page.proxyingServer().flatMap(name -> server(organization, name));
    if (second.isEmpty() || mailboxServer.isEmpty()) {
      return new Parsed.Refused<>(
          "the topology has no server "
              + (second.isEmpty() ? page.clientAccessServer().get() : page.mailboxServer().get())
              + ", which the page names");
    }
    Optional<Door> door =
        entry
            .map(name -> Door.named(organization, name))
            .orElseGet(() -> proxying.or(() -> second).map(Door.OfServer::new));
    if (door.isEmpty()) {
      return new Parsed.Refused<>(
          "entry " + entry.orElse("") + " is no server and no published name of the topology");
    }
    return judged(
        organization, assumptions, door.get(), proxying, second.get(), mailboxServer.get());
  }

  private static Parsed<AboutReading> judged(
      Organization organization,
      Assumptions assumptions,
      Door door,
      Optional<Server> proxying,
      Server second,
      Server mailboxServer) {
    Simulation answer =
        Simulator.of(organization, assumptions)
            .simulate(Request.owa(door, new Mailbox.At(mailboxServer), Network.INTERNET));
    if (!(answer instanceof AccessPath path)) {
      return new Parsed.Refused<>("no procedure describes " + door.name() + " as a first server");
    }
    List<Server> behind = door.servers();
    Optional<Server> first =
        proxying.or(() -> behind.size() == 1 ? Optional.of(behind.getFirst()) : Optional.empty());
    Optional<Boolean> isProxied =
        first
            .map(it -> !it.equals(second))
            .or(() -> behind.contains(second) ? Optional.of(false) : Optional.of(true));
    boolean proxied = isProxied.orElse(false);
    return new Parsed.Understood<>(
        new AboutReading(
            door,
            first,
            second,
            mailboxServer,
            isProxied,
            path,
            verdict(path, proxied, second),
            sentence(door, first, second, mailboxServer, proxied)));
  }

  private static Verdict verdict(AccessPath path, boolean proxied, Server second) {
    return switch (path.outcome()) {
      case Outcome.Undetermined _ -> Verdict.UNEXPLAINED;
      case Outcome.Local _ -> proxied ? Verdict.CONTRADICTED : Verdict.CONFIRMED;
      case Outcome.Proxy _, Outcome.LegacyProxy _ ->
          proxied && names(path, second) ? Verdict.CONFIRMED : Verdict.CONTRADICTED;
      case Outcome.RedirectLink _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _,
          Outcome.Blocked _,
          Outcome.Fail _ ->
          Verdict.CONTRADICTED;
    };
  }

  private static boolean names(AccessPath path, Server second) {
    return Stream.concat(path.server().stream(), path.oneOf().stream())
        .anyMatch(second.name()::equalsIgnoreCase);
  }

  private static String sentence(
      Door door, Optional<Server> first, Server second, Server mailboxServer, boolean proxied) {
    if (proxied) {
      return first.map(Server::name).orElse(door.name())
          + " proxies this session to "
          + second.name()
          + ", for a mailbox at "
          + mailboxServer.name();
    }
    boolean otherSite = second.site().isPresent() && !second.site().equals(mailboxServer.site());
    return second.name()
        + " serves this session itself, for a mailbox at "
        + mailboxServer.name()
        + (otherSite ? " of another site, which Exchange 2007 never does" : "");
  }

  private static Optional<Server> server(Organization organization, String name) {
    return organization.serversAtHost(name).stream()
        .findFirst()
        .or(() -> organization.serverNamed(name.split("\\.", 2)[0]));
  }
}

package io.casguard.accesslogs;

import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/// The servers of an organization by their addresses and names, as logs write them.
///
/// Addresses are those that the topology states, and those that a log of a known server is written
/// under. An address that two servers write under belongs to neither: it is their array's.
final class Computers {
  private static final int NOBODY = -1;

  private final Organization organization;
  private final List<Server> servers;
  private final Map<Server, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> byAddress = new HashMap<>();
  private final Map<String, Integer> learned = new HashMap<>();
  private final Map<Integer, Integer> byIpv4 = new HashMap<>();

  Computers(Organization organization) {
    this.organization = organization;
    this.servers = organization.servers();
    for (Server server : servers) {
      numbers.put(server, numbers.size());
      if (server.get(Vocabulary.ADDRESSES)
          instanceof Known.Value<SortedSet<String>>(SortedSet<String> all)) {
        all.stream()
            .flatMap(address -> Addresses.canonical(address).stream())
            .forEach(address -> byAddress.put(address, number(server)));
      }
    }
  }

  /// Whose logs these are; the addresses they are written under are learned.
  List<LogOwner> owners(Map<LogFile, LogHead> heads) {
    List<LogOwner> owners = new ArrayList<>();
    heads.forEach((file, head) -> owners.add(owner(file, head)));
    for (LogOwner owner : owners) {
      Set<String> own = Objects.requireNonNull(heads.get(owner.file())).serverAddresses();
      owner.server().ifPresent(server -> own.forEach(address -> learn(address, number(server))));
    }
    learned.forEach(byAddress::putIfAbsent);
    byAddress.forEach(
        (address, number) -> {
          byte[] text = address.getBytes(StandardCharsets.ISO_8859_1);
          long ipv4 = Addresses.ipv4(text, 0, text.length);
          if (ipv4 >= 0 && number >= 0) {
            byIpv4.put((int) ipv4, number);
          }
        });
    return owners;
  }

  List<Server> servers() {
    return servers;
  }

  Server server(int number) {
    return servers.get(number);
  }

  int number(Server server) {
    return numbers.getOrDefault(server, NOBODY);
  }

  /// The server at an IPv4 address; -1 where it is none of ours.
  int at(int ipv4) {
    return byIpv4.getOrDefault(ipv4, NOBODY);
  }

  /// The server that an address or a name stands for; -1 where it is none of ours.
  int named(String text) {
    Optional<String> address = Addresses.canonical(text);
    if (address.isPresent()) {
      return byAddress.getOrDefault(address.get(), NOBODY);
    }
    return of(text).map(this::number).orElse(NOBODY);
  }

  private Optional<Server> of(String name) {
    List<Server> atHost = organization.serversAtHost(name);
    return atHost.size() == 1
        ? Optional.of(atHost.getFirst())
        : organization
            .serverNamed(name.split("\\.", 2)[0])
            .filter(server -> atHost.isEmpty() && !name.contains("."));
  }

  private void learn(String address, int number) {
    learned.merge(address, number, (one, other) -> one.equals(other) ? one : NOBODY);
  }

  private LogOwner owner(LogFile file, LogHead head) {
    for (String address : head.serverAddresses()) {
      int number = byAddress.getOrDefault(address, NOBODY);
      if (number >= 0) {
        Server server = server(number);
        return new LogOwner(
            file, Optional.of(server), "s-ip " + address + " is an address of " + server.name());
      }
    }
    for (String computer : head.computers()) {
      Optional<Server> server = of(computer);
      if (server.isPresent()) {
        return new LogOwner(file, server, "s-computername is " + computer);
      }
    }
    Optional<LogOwner> byPath = byPath(file);
    if (byPath.isPresent()) {
      return byPath.get();
    }
    for (String host : head.hosts()) {
      Optional<Server> server = of(host);
      if (server.isPresent()) {
        return new LogOwner(file, server, "cs-host is " + host);
      }
    }
    return new LogOwner(file, Optional.empty(), "neither s-ip nor a name nor its folder tells");
  }

  /// The innermost folder that has a server's name, or the file whose name begins with one.
  private Optional<LogOwner> byPath(LogFile file) {
    List<String> parts = file.parts().reversed();
    for (int at = 0; at < parts.size(); at++) {
      String part = parts.get(at);
      Stream<String> names =
          at == 0
              ? Stream.of(
                  beginning(part, "[_ ]"), beginning(part, "\\."), beginning(part, "-(?=u_ex|ex)"))
              : Stream.of(part);
      for (String name : names.toList()) {
        Optional<Server> server = name.length() < 2 ? Optional.empty() : of(name);
        if (server.isPresent()) {
          String how = at == 0 ? "its name begins with " + name : "its folder is called " + name;
          return Optional.of(new LogOwner(file, server, how));
        }
      }
    }
    return Optional.empty();
  }

  private static String beginning(String part, String separator) {
    return part.split(separator, 2)[0].toUpperCase(Locale.ROOT);
  }
}

package io.casguard.guidelines;

import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Known;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Walks the places that guidelines speak of. Where it is unsaid whether there is such a place, the
/// walk itself answers "not checked".
final class Each {
  private static final int FEW = 10;

  private Each() {}

  /// Every Exchange 2007 Client Access server, wherever it is.
  static Stream<Verdict> server(
      Guideline guideline, Organization organization, Function<Server, Stream<Verdict>> tell) {
    return organization.servers().stream()
        .flatMap(
            server ->
                switch (server.is2007ClientAccess()) {
                  case NO -> Stream.of();
                  case UNSAID -> Stream.of(kindUnsaid(guideline, server, Role.CLIENT_ACCESS));
                  case YES -> tell.apply(server);
                });
  }

  /// Every Exchange 2007 Client Access server whose site is known.
  static Stream<Verdict> serverInSite(
      Guideline guideline,
      Organization organization,
      BiFunction<Site, Server, Stream<Verdict>> tell) {
    return server(
        guideline,
        organization,
        server ->
            switch (server.location()) {
              case Known.Value<Site>(Site site) -> tell.apply(site, server);
              case Known.Absent<Site>() -> Stream.of();
              case Known.Unsaid<Site>(Path what) ->
                  Stream.of(
                      guideline.notChecked(server, "the site of " + server + " is unsaid", what));
            });
  }

  /// Every virtual directory of some kinds at the Exchange 2007 Client Access servers, wherever
  /// they are.
  static Stream<Verdict> directory(
      Guideline guideline,
      Organization organization,
      List<DirectoryKind> kinds,
      Function<Directory, Verdict> tell) {
    return server(
        guideline,
        organization,
        server ->
            kinds.stream()
                .flatMap(
                    kind -> directories(guideline, server, kind, all -> all.stream().map(tell))));
  }

  /// What a guideline says of a place of an Internet-facing site, stated or inferred; of other
  /// sites it does not speak.
  static Verdict atInternetSite(
      Guideline guideline, Site site, Place place, Supplier<Verdict> tell) {
    return switch (site.facing().holds()) {
      case NO -> guideline.notApplicable(place, site + " is not Internet-facing");
      case UNSAID ->
          guideline.notChecked(
              place,
              "it is unsaid whether " + site + " is Internet-facing",
              site.path().key(Vocabulary.INTERNET_FACING.name()));
      case YES -> tell.get();
    };
  }

  /// Every virtual directory of a kind at the Exchange 2007 Client Access servers whose site is
  /// known.
  static Stream<Verdict> directoryInSite(
      Guideline guideline,
      Organization organization,
      DirectoryKind kind,
      BiFunction<Site, Directory, Verdict> tell) {
    return serverInSite(
        guideline,
        organization,
        (site, server) ->
            directories(
                guideline, server, kind, all -> all.stream().map(it -> tell.apply(site, it))));
  }

  /// The virtual directories of a kind at a server.
  static Stream<Verdict> directories(
      Guideline guideline,
      Server server,
      DirectoryKind kind,
      Function<List<Directory>, Stream<Verdict>> tell) {
    return switch (server.directories(kind)) {
      case Known.Value<List<Directory>>(List<Directory> all) -> tell.apply(all);
      case Known.Absent<List<Directory>>() -> Stream.of();
      case Known.Unsaid<List<Directory>>(Path what) ->
          Stream.of(
              guideline.notChecked(
                  server, "the " + kind.key() + " directory of " + server + " is unsaid", what));
    };
  }

  /// It is unsaid whether a server is an Exchange 2007 server with a role.
  static Verdict kindUnsaid(Guideline guideline, Server server, Role role) {
    return guideline.notChecked(
        server,
        "whether " + server + " is a 2007 server with the " + role.word() + " role is unsaid",
        unsaidKind(server, role));
  }

  /// The first of many paths: a list of thousands, at each of thousands of places, helps nobody.
  static List<Path> few(Stream<Path> paths) {
    return paths.limit(FEW).toList();
  }

  /// What would have to be stated to know whether a server is an Exchange 2007 server with a role.
  static List<Path> unsaidKind(Server server, Role role) {
    List<Path> unsaid = new ArrayList<>();
    if (server.is2007() == Holds.UNSAID) {
      unsaid.add(server.path().key(Vocabulary.VERSION.name()));
    }
    if (server.is(role) == Holds.UNSAID) {
      unsaid.add(server.path().key(Vocabulary.ROLES.name()));
    }
    return unsaid;
  }
}

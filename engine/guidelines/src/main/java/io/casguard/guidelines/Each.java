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
import java.util.Comparator;
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
    return walk(guideline, organization, (server, told) -> tell.apply(server).forEach(told::add));
  }

  /// Every Exchange 2007 Client Access server whose site is known.
  static Stream<Verdict> serverInSite(
      Guideline guideline,
      Organization organization,
      BiFunction<Site, Server, Stream<Verdict>> tell) {
    return walkInSite(
        guideline,
        organization,
        (site, server, told) -> tell.apply(site, server).forEach(told::add));
  }

  /// Every virtual directory of some kinds at the Exchange 2007 Client Access servers, wherever
  /// they are.
  static Stream<Verdict> directory(
      Guideline guideline,
      Organization organization,
      List<DirectoryKind> kinds,
      Function<Directory, Verdict> tell) {
    List<DirectoryKind> all = inOrderOfPaths(kinds);
    return walk(
        guideline,
        organization,
        (server, told) -> {
          for (DirectoryKind kind : all) {
            for (Directory directory : known(guideline, server, kind, told)) {
              told.add(tell.apply(directory));
            }
          }
        });
  }

  /// The same, where a guideline has more than one thing to say of a directory.
  static Stream<Verdict> directoryInDetail(
      Guideline guideline,
      Organization organization,
      List<DirectoryKind> kinds,
      Function<Directory, List<Verdict>> tell) {
    List<DirectoryKind> all = inOrderOfPaths(kinds);
    return walk(
        guideline,
        organization,
        (server, told) -> {
          for (DirectoryKind kind : all) {
            for (Directory directory : known(guideline, server, kind, told)) {
              told.addAll(tell.apply(directory));
            }
          }
        });
  }

  /// Every virtual directory of a kind at the Exchange 2007 Client Access servers whose site is
  /// known.
  static Stream<Verdict> directoryInSite(
      Guideline guideline,
      Organization organization,
      DirectoryKind kind,
      BiFunction<Site, Directory, Verdict> tell) {
    return directoryInSite(guideline, organization, List.of(kind), tell);
  }

  /// Every virtual directory of some kinds at the Exchange 2007 Client Access servers whose site is
  /// known.
  static Stream<Verdict> directoryInSite(
      Guideline guideline,
      Organization organization,
      List<DirectoryKind> kinds,
      BiFunction<Site, Directory, Verdict> tell) {
    List<DirectoryKind> all = inOrderOfPaths(kinds);
    return walkInSite(
        guideline,
        organization,
        (site, server, told) -> {
          for (DirectoryKind kind : all) {
            for (Directory directory : known(guideline, server, kind, told)) {
              told.add(tell.apply(site, directory));
            }
          }
        });
  }

  /// The same, where a guideline has more than one thing to say of a directory.
  static Stream<Verdict> directoryInSiteInDetail(
      Guideline guideline,
      Organization organization,
      List<DirectoryKind> kinds,
      BiFunction<Site, Directory, List<Verdict>> tell) {
    List<DirectoryKind> all = inOrderOfPaths(kinds);
    return walkInSite(
        guideline,
        organization,
        (site, server, told) -> {
          for (DirectoryKind kind : all) {
            for (Directory directory : known(guideline, server, kind, told)) {
              told.addAll(tell.apply(site, directory));
            }
          }
        });
  }

  /// All virtual directories of a kind at each Exchange 2007 Client Access server, taken together.
  static Stream<Verdict> directoriesTogether(
      Guideline guideline,
      Organization organization,
      DirectoryKind kind,
      BiFunction<Server, List<Directory>, Verdict> tell) {
    return walk(
        guideline,
        organization,
        (server, told) -> {
          List<Directory> all = known(guideline, server, kind, told);
          if (!all.isEmpty()) {
            told.add(tell.apply(server, all));
          }
        });
  }

  /// All virtual directories of a kind at each Exchange 2007 Client Access server whose site is
  /// known, taken together.
  static Stream<Verdict> directoriesTogetherInSite(
      Guideline guideline,
      Organization organization,
      DirectoryKind kind,
      BiFunction<Site, List<Directory>, Verdict> tell) {
    return walkInSite(
        guideline,
        organization,
        (site, server, told) -> {
          List<Directory> all = known(guideline, server, kind, told);
          if (!all.isEmpty()) {
            told.add(tell.apply(site, all));
          }
        });
  }

  /// What a guideline says of a place of an Internet-facing site, stated or inferred; of other
  /// sites it does not speak.
  static Verdict atInternetSite(
      Guideline guideline, Site site, Place place, Supplier<Verdict> tell) {
    return switch (site.facing().holds()) {
      case NO -> guideline.notApplicable(place, () -> site + " is not Internet-facing");
      case UNSAID ->
          guideline.notChecked(
              place,
              "it is unsaid whether " + site + " is Internet-facing",
              site.path().key(Vocabulary.INTERNET_FACING.name()));
      case YES -> tell.get();
    };
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
          Stream.of(directoryUnsaid(guideline, server, kind, what));
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

  /// Says something of a server.
  @FunctionalInterface
  private interface OfServer {
    void tell(Server server, List<Verdict> told);
  }

  /// Says something of a server whose site is known.
  @FunctionalInterface
  private interface OfServerInSite {
    void tell(Site site, Server server, List<Verdict> told);
  }

  /// A loop, and one list for all that is told: of tens of thousands of places most have one
  /// verdict.
  private static Stream<Verdict> walk(
      Guideline guideline, Organization organization, OfServer tell) {
    List<Verdict> told = new ArrayList<>();
    for (Server server : organization.servers()) {
      switch (server.is2007ClientAccess()) {
        case NO -> {}
        case UNSAID -> told.add(kindUnsaid(guideline, server, Role.CLIENT_ACCESS));
        case YES -> tell.tell(server, told);
      }
    }
    return told.stream();
  }

  private static Stream<Verdict> walkInSite(
      Guideline guideline, Organization organization, OfServerInSite tell) {
    return walk(
        guideline,
        organization,
        (server, told) -> {
          switch (server.location()) {
            case Known.Value<Site>(Site site) -> tell.tell(site, server, told);
            case Known.Absent<Site>() -> {}
            case Known.Unsaid<Site>(Path what) ->
                told.add(
                    guideline.notChecked(server, "the site of " + server + " is unsaid", what));
          }
        });
  }

  /// The directories of a kind at a server; where they are unsaid, that is told.
  private static List<Directory> known(
      Guideline guideline, Server server, DirectoryKind kind, List<Verdict> told) {
    return switch (server.directories(kind)) {
      case Known.Value<List<Directory>>(List<Directory> all) -> all;
      case Known.Absent<List<Directory>>() -> List.of();
      case Known.Unsaid<List<Directory>>(Path what) -> {
        told.add(directoryUnsaid(guideline, server, kind, what));
        yield List.of();
      }
    };
  }

  private static Verdict directoryUnsaid(
      Guideline guideline, Server server, DirectoryKind kind, Path what) {
    return guideline.notChecked(
        server, "the " + kind.key() + " directory of " + server + " is unsaid", what);
  }

  /// Findings are sorted by path; what is told in that order need not be moved.
  private static List<DirectoryKind> inOrderOfPaths(List<DirectoryKind> kinds) {
    return kinds.stream().sorted(Comparator.comparing(DirectoryKind::key)).toList();
  }
}

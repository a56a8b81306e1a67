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
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
      Guideline guideline, Organization organization, Function<Server, Verdict> tell) {
    List<Verdict> told = new ArrayList<>();
    unclear(guideline, organization, server -> told.add(tell.apply(server)), told);
    for (Server server : organization.clientAccess().servers()) {
      told.add(tell.apply(server));
    }
    return told.stream();
  }

  /// Every Exchange 2007 Client Access server whose site is known.
  static Stream<Verdict> serverInSite(
      Guideline guideline, Organization organization, BiFunction<Site, Server, Verdict> tell) {
    return serverInSiteInDetail(
        guideline, organization, (site, server) -> List.of(tell.apply(site, server)));
  }

  /// The same, where a guideline may have more than one thing to say of a server.
  static Stream<Verdict> serverInSiteInDetail(
      Guideline guideline,
      Organization organization,
      BiFunction<Site, Server, List<Verdict>> tell) {
    List<Verdict> told = new ArrayList<>();
    unclearInSite(
        guideline, organization, (site, server) -> told.addAll(tell.apply(site, server)), told);
    for (Server server : organization.clientAccess().servers()) {
      told.addAll(tell.apply(server.site().orElseThrow(), server));
    }
    return told.stream();
  }

  /// The servers that are, or may be, Exchange 2007 Client Access servers and cannot be counted to
  /// a site, for guidelines that speak of sites.
  static Stream<Verdict> serverOfNoKnownSite(Guideline guideline, Organization organization) {
    List<Verdict> told = new ArrayList<>();
    unclearInSite(guideline, organization, (_, _) -> {}, told);
    return told.stream();
  }

  /// Every virtual directory of some kinds at the Exchange 2007 Client Access servers, wherever
  /// they are.
  static Stream<Verdict> directory(
      Guideline guideline,
      Organization organization,
      Set<DirectoryKind> kinds,
      Function<Directory, Verdict> tell) {
    List<Verdict> told = new ArrayList<>();
    walk(guideline, organization, kinds, at -> told.add(tell.apply(at)), told);
    return told.stream();
  }

  /// The same, where a guideline may have more than one thing to say of a directory.
  static Stream<Verdict> directoryInDetail(
      Guideline guideline,
      Organization organization,
      Set<DirectoryKind> kinds,
      Function<Directory, List<Verdict>> tell) {
    List<Verdict> told = new ArrayList<>();
    walk(guideline, organization, kinds, at -> told.addAll(tell.apply(at)), told);
    return told.stream();
  }

  /// Every virtual directory of a kind at the Exchange 2007 Client Access servers whose site is
  /// known.
  static Stream<Verdict> directoryInSite(
      Guideline guideline,
      Organization organization,
      DirectoryKind kind,
      BiFunction<Site, Directory, Verdict> tell) {
    return directoryInSite(guideline, organization, Set.of(kind), tell);
  }

  /// Every virtual directory of some kinds at the Exchange 2007 Client Access servers whose site is
  /// known.
  static Stream<Verdict> directoryInSite(
      Guideline guideline,
      Organization organization,
      Set<DirectoryKind> kinds,
      BiFunction<Site, Directory, Verdict> tell) {
    List<Verdict> told = new ArrayList<>();
    walkInSite(guideline, organization, kinds, (site, at) -> told.add(tell.apply(site, at)), told);
    return told.stream();
  }

  /// The same, where a guideline may have more than one thing to say of a directory.
  static Stream<Verdict> directoryInSiteInDetail(
      Guideline guideline,
      Organization organization,
      Set<DirectoryKind> kinds,
      BiFunction<Site, Directory, List<Verdict>> tell) {
    List<Verdict> told = new ArrayList<>();
    walkInSite(
        guideline, organization, kinds, (site, at) -> told.addAll(tell.apply(site, at)), told);
    return told.stream();
  }

  /// All virtual directories of a kind at each Exchange 2007 Client Access server, taken together.
  static Stream<Verdict> directoriesTogether(
      Guideline guideline,
      Organization organization,
      DirectoryKind kind,
      Function<List<Directory>, Verdict> tell) {
    List<Verdict> told = new ArrayList<>();
    unclear(guideline, organization, server -> together(guideline, server, kind, tell, told), told);
    together(organization.clientAccess().directories(Set.of(kind)), tell, told);
    return told.stream();
  }

  /// All virtual directories of a kind at each Exchange 2007 Client Access server whose site is
  /// known, taken together.
  static Stream<Verdict> directoriesTogetherInSite(
      Guideline guideline,
      Organization organization,
      DirectoryKind kind,
      BiFunction<Site, List<Directory>, Verdict> tell) {
    List<Verdict> told = new ArrayList<>();
    Function<List<Directory>, Verdict> ofServer =
        all -> tell.apply(all.getFirst().site().orElseThrow(), all);
    unclearInSite(
        guideline,
        organization,
        (_, server) -> together(guideline, server, kind, ofServer, told),
        told);
    together(organization.clientAccess().directories(Set.of(kind)), ofServer, told);
    return told.stream();
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

  private static void walk(
      Guideline guideline,
      Organization organization,
      Set<DirectoryKind> kinds,
      Consumer<Directory> tell,
      List<Verdict> told) {
    unclear(
        guideline,
        organization,
        server -> known(guideline, server, kinds, told).forEach(tell),
        told);
    organization.clientAccess().directories(kinds).forEach(tell);
  }

  private static void walkInSite(
      Guideline guideline,
      Organization organization,
      Set<DirectoryKind> kinds,
      BiConsumer<Site, Directory> tell,
      List<Verdict> told) {
    unclearInSite(
        guideline,
        organization,
        (site, server) ->
            known(guideline, server, kinds, told).forEach(at -> tell.accept(site, at)),
        told);
    for (Directory at : organization.clientAccess().directories(kinds)) {
      tell.accept(at.site().orElseThrow(), at);
    }
  }

  /// The servers of which it is unsaid whether they are of the right kind, in which site, or which
  /// directories they have: what cannot be told is told, and the rest is left to the guideline.
  private static void unclear(
      Guideline guideline, Organization organization, Consumer<Server> tell, List<Verdict> told) {
    for (Server server : organization.clientAccess().unclear()) {
      if (server.is2007ClientAccess() == Holds.UNSAID) {
        told.add(kindUnsaid(guideline, server, Role.CLIENT_ACCESS));
      } else {
        tell.accept(server);
      }
    }
  }

  private static void unclearInSite(
      Guideline guideline,
      Organization organization,
      BiConsumer<Site, Server> tell,
      List<Verdict> told) {
    unclear(
        guideline,
        organization,
        server -> {
          switch (server.location()) {
            case Known.Value<Site>(Site site) -> tell.accept(site, server);
            case Known.Absent<Site>() -> {}
            case Known.Unsaid<Site>(Path what) ->
                told.add(
                    guideline.notChecked(server, "the site of " + server + " is unsaid", what));
          }
        },
        told);
  }

  /// The directories of some kinds at a server; where they are unsaid, that is told.
  private static List<Directory> known(
      Guideline guideline, Server server, Set<DirectoryKind> kinds, List<Verdict> told) {
    List<Directory> known = new ArrayList<>();
    for (DirectoryKind kind : kinds) {
      switch (server.directories(kind)) {
        case Known.Value<List<Directory>>(List<Directory> all) -> known.addAll(all);
        case Known.Absent<List<Directory>>() -> {}
        case Known.Unsaid<List<Directory>>(Path what) ->
            told.add(directoryUnsaid(guideline, server, kind, what));
      }
    }
    return known;
  }

  private static void together(
      Guideline guideline,
      Server server,
      DirectoryKind kind,
      Function<List<Directory>, Verdict> tell,
      List<Verdict> told) {
    together(known(guideline, server, Set.of(kind), told), tell, told);
  }

  /// Those of one server stand beside each other.
  private static void together(
      List<Directory> all, Function<List<Directory>, Verdict> tell, List<Verdict> told) {
    int from = 0;
    for (int to = 1; to <= all.size(); to++) {
      if (to == all.size() || all.get(to).host() != all.get(from).host()) {
        told.add(tell.apply(all.subList(from, to)));
        from = to;
      }
    }
  }

  private static Verdict directoryUnsaid(
      Guideline guideline, Server server, DirectoryKind kind, Path what) {
    return guideline.notChecked(
        server, "the " + kind.key() + " directory of " + server + " is unsaid", what);
  }
}

package io.casguard.benchmarks.guidelines;

import io.casguard.topology.DirectoryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes organizations of any size, always the same one of a size: sites of five servers, three of
/// them Client Access servers; one site in ten is Internet-facing; about a third of the sites has
/// one mistake, and the mistakes grow with the organization.
public final class Estates {
  private static final int SERVERS_OF_A_SITE = 5;
  private static final int CLIENT_ACCESS_SERVERS = 3;
  private static final int EXCHANGE_2007 = 8;
  private static final int ONE_FACING_IN = 10;
  private static final int PEOPLE = 200;

  /// A mistake in every so many sites that can have it.
  private static final int FACING_MISTAKES = 8;

  private static final int PROXIED_MISTAKES = 20;

  /// What is wrong in a site: the guideline that says so, and what was done.
  private enum Mistake {
    NONE,
    NO_CLIENT_ACCESS_SERVER_101,
    INSIDE_NAME_OUTSIDE_102,
    FORM_IN_A_CHILD_103,
    FORGOTTEN_URL_104,
    ALIAS_106,
    HTTP_106,
    NO_REDIRECTION_107,
    SECOND_FORM_109,
    DEVICES_SENT_AWAY_202,
    NO_ADDRESS_204,
    CLOSED_WEB_SERVICES_210
  }

  private Estates() {}

  /// The organization with about this many servers, whole sites at least two.
  public static Estate of(int servers) {
    List<Estate.Site> sites = new ArrayList<>();
    List<Estate.Name> names = new ArrayList<>();
    List<Estate.People> people = new ArrayList<>();
    for (int id = 0; id < Math.max(2, servers / SERVERS_OF_A_SITE); id++) {
      Estate.Site site = site(id);
      sites.add(site);
      if (site.internetFacing() && mistake(id) != Mistake.NO_ADDRESS_204) {
        names.add(name(site));
      }
      for (Estate.Server server : site.servers()) {
        if (server.mailbox()) {
          people.add(new Estate.People("staff-" + server.id(), server.name(), PEOPLE));
        }
      }
    }
    return new Estate(List.copyOf(sites), List.copyOf(names), List.copyOf(people));
  }

  private static boolean isFacing(int site) {
    return site % ONE_FACING_IN == 0;
  }

  private static Mistake mistake(int site) {
    return isFacing(site)
        ? switch (site / ONE_FACING_IN % FACING_MISTAKES) {
          case 1 -> Mistake.INSIDE_NAME_OUTSIDE_102;
          case 3 -> Mistake.SECOND_FORM_109;
          case 5 -> Mistake.NO_ADDRESS_204;
          case 7 -> Mistake.CLOSED_WEB_SERVICES_210;
          default -> Mistake.NONE;
        }
        : switch (site % PROXIED_MISTAKES) {
          case 1 -> Mistake.FORM_IN_A_CHILD_103;
          case 3 -> Mistake.NO_CLIENT_ACCESS_SERVER_101;
          case 5 -> Mistake.FORGOTTEN_URL_104;
          case 7 -> Mistake.ALIAS_106;
          case 9 -> Mistake.HTTP_106;
          case 13 -> Mistake.NO_REDIRECTION_107;
          case 15 -> Mistake.DEVICES_SENT_AWAY_202;
          default -> Mistake.NONE;
        };
  }

  private static Estate.Site site(int id) {
    List<Estate.Server> servers = new ArrayList<>();
    for (int at = 0; at < SERVERS_OF_A_SITE; at++) {
      boolean clientAccess =
          at < CLIENT_ACCESS_SERVERS && mistake(id) != Mistake.NO_CLIENT_ACCESS_SERVER_101;
      int number = id * SERVERS_OF_A_SITE + at;
      String name = "S%04d-EX%d".formatted(id, at);
      String fqdn = (name + ".corp.example.com").toLowerCase(Locale.ROOT);
      List<Estate.Directory> directories = new ArrayList<>();
      if (clientAccess) {
        for (DirectoryKind kind : DirectoryKind.values()) {
          if (kind != DirectoryKind.AUTODISCOVER) {
            Mistake mistake = at == 1 ? mistake(id) : Mistake.NONE;
            directories.add(directory(number, id, name, fqdn, kind, mistake));
          }
        }
      }
      servers.add(
          new Estate.Server(
              number,
              id,
              name,
              fqdn,
              EXCHANGE_2007,
              clientAccess,
              !clientAccess,
              List.copyOf(directories)));
    }
    return new Estate.Site(id, "site-%04d".formatted(id), isFacing(id), List.copyOf(servers));
  }

  private static Estate.Directory directory(
      int server, int site, String name, String fqdn, DirectoryKind kind, Mistake mistake) {
    boolean owa = kind == DirectoryKind.OWA;
    boolean webServices = kind == DirectoryKind.WEB_SERVICES;
    boolean form =
        owa && (mistake == Mistake.FORM_IN_A_CHILD_103 || mistake == Mistake.SECOND_FORM_109);
    return new Estate.Directory(
        server,
        site,
        name,
        kind,
        internalUrl(fqdn, kind, owa ? mistake : Mistake.NONE),
        externalUrl(site, kind, mistake),
        !form && !(webServices && mistake == Mistake.CLOSED_WEB_SERVICES_210),
        form,
        true,
        !(owa && mistake == Mistake.NO_REDIRECTION_107));
  }

  private static String internalUrl(String fqdn, DirectoryKind kind, Mistake mistake) {
    String scheme =
        kind == DirectoryKind.OAB || mistake == Mistake.HTTP_106 ? "http://" : "https://";
    return scheme + (mistake == Mistake.ALIAS_106 ? "owa-" + fqdn : fqdn) + kind.urlPath();
  }

  private static @Nullable String externalUrl(int site, DirectoryKind kind, Mistake mistake) {
    String path = kind.urlPath();
    if (isFacing(site)) {
      return mistake(site) == Mistake.NO_ADDRESS_204
          ? null
          : mistake == Mistake.INSIDE_NAME_OUTSIDE_102 && kind == DirectoryKind.OWA
              ? "https://mail.local" + path
              : "https://" + address(site) + path;
    }
    boolean forgotten =
        (kind == DirectoryKind.OWA && mistake == Mistake.FORGOTTEN_URL_104)
            || (kind == DirectoryKind.ACTIVE_SYNC && mistake == Mistake.DEVICES_SENT_AWAY_202);
    return forgotten ? "https://" + address(site) + path : null;
  }

  private static Estate.Name name(Estate.Site site) {
    List<Integer> behind =
        site.servers().stream().filter(Estate.Server::clientAccess).map(Estate.Server::id).toList();
    return new Estate.Name(
        address(site.id()), behind, true, Set.of(address(site.id()), "autodiscover.example.com"));
  }

  private static String address(int site) {
    return "mail%04d.example.com".formatted(site);
  }
}

package io.casguard.benchmarks.guidelines;

import io.casguard.topology.DirectoryKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An Exchange organization with no more than the ten guidelines read: what the floor loops over,
/// and what the rule engine takes as facts.
///
/// @param names those that are published to the Internet
public record Estate(List<Site> sites, List<Name> names, List<People> people) {
  /// An Active Directory site. Whether it is Internet-facing is always stated.
  public record Site(int id, String name, boolean internetFacing, List<Server> servers) {}

  /// An Exchange server.
  ///
  /// @param major 8 for Exchange 2007
  public record Server(
      int id,
      int site,
      String name,
      String fqdn,
      int major,
      boolean clientAccess,
      boolean mailbox,
      List<Directory> directories) {
    /// Whether it is a Client Access server of Exchange 2007.
    public boolean clientAccess2007() {
      return clientAccess && major == 8;
    }

    /// Whether it is a Mailbox server of Exchange 2007.
    public boolean mailbox2007() {
      return mailbox && major == 8;
    }
  }

  /// A virtual directory; a server has one of each kind.
  ///
  /// @param redirects `RedirectToOptimalOWAServer`
  public record Directory(
      int server,
      int site,
      String host,
      DirectoryKind kind,
      String internalUrl,
      @Nullable String externalUrl,
      boolean windows,
      boolean forms,
      boolean basic,
      boolean redirects) {
    /// Names it as the guidelines do.
    public String identity() {
      return host + "\\" + kind.defaultName();
    }
  }

  /// A published name.
  ///
  /// @param formsAtPublisher whether what stands in front shows the form; it then delegates Basic
  /// @param certificate the names in the certificate that clients see
  public record Name(
      String host, List<Integer> servers, boolean formsAtPublisher, Set<String> certificate) {}

  /// A population of users at a Mailbox server.
  public record People(String name, String server, int count) {}

  /// A guideline broken at a place.
  public record Found(String guideline, String at) {}
}

package io.casguard.topology;

import static io.casguard.topology.AuthenticationMethod.KERBEROS;
import static io.casguard.topology.AuthenticationMethod.NEGOTIATE;
import static io.casguard.topology.AuthenticationMethod.NTLM;
import static io.casguard.topology.AuthenticationMethod.WINDOWS_INTEGRATED;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A virtual directory of a Client Access server.
public final class Directory implements Place {
  private final Server server;
  private final Optional<Site> site;
  private final DirectoryKind kind;
  private final InForce inForce;
  private final Path path;

  Directory(Server server, DirectoryKind kind, Entity stated, Path path) {
    this.server = server;
    this.site = server.site();
    this.kind = kind;
    this.inForce = InForce.of(stated, path, server.defaults());
    this.path = path;
  }

  /// What it serves.
  public DirectoryKind kind() {
    return kind;
  }

  /// The server it is on.
  public Server host() {
    return server;
  }

  /// The name as the shell prints it: `owa (Default Web Site)`.
  public String name() {
    return get(Vocabulary.NAME).toOptional().orElseGet(kind::defaultName);
  }

  /// What the shell's cmdlets call it: `LEE-CAS1\owa (Default Web Site)`.
  public String identity() {
    return server.name() + "\\" + name();
  }

  /// What the directory states under a key, else what Setup leaves there.
  public <T> Known<T> get(Key<T> key) {
    return inForce.get(key);
  }

  /// What one of the directory's parts states under a key, else what Setup leaves there.
  public <T> Known<T> get(Key<Entity> part, Key<T> key) {
    return inForce.part(part).get(key);
  }

  /// Whether it accepts Integrated Windows authentication, the condition for being a proxy target.
  ///
  /// The switch decides; where it is unsaid, the list of methods that the shell printed does.
  /// Source: specification 4.6.
  public Holds acceptsIntegrated() {
    return authenticates(
        Vocabulary.WINDOWS_AUTHENTICATION, List.of(WINDOWS_INTEGRATED, NTLM, KERBEROS, NEGOTIATE));
  }

  /// Whether it shows a logon form.
  public Holds showsForm() {
    return authenticates(Vocabulary.FORMS_AUTHENTICATION, List.of(AuthenticationMethod.FBA));
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Optional<Site> site() {
    return site;
  }

  @Override
  public Optional<Server> server() {
    return Optional.of(server);
  }

  @Override
  public String toString() {
    return identity();
  }

  private Holds authenticates(Key<Boolean> by, List<AuthenticationMethod> methods) {
    Holds switched = Holds.of(get(by), on -> on);
    return switched != Holds.UNSAID
        ? switched
        : Holds.of(
            get(Vocabulary.INTERNAL_AUTHENTICATION_METHODS),
            listed -> !Collections.disjoint(listed, methods));
  }
}

package io.casguard.formats.imports;

import io.casguard.formats.Problem;
import io.casguard.formats.shell.ShellObject;
import io.casguard.topology.AuthenticationMethod;
import io.casguard.topology.Key;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares the switches of a directory with the list of methods that the shell printed beside
/// them. The switch is what counts. Source: specification 4.6.
final class Switches {
  private static final Set<String> INTEGRATED =
      Set.of("WindowsIntegrated", "Ntlm", "Kerberos", "Negotiate");
  private static final Set<String> FORMS = Set.of("Fba");

  private Switches() {}

  /// Where a switch and the list disagree.
  static List<Problem> compare(GatheredServer server, Gathered directory, ShellObject object) {
    return directory.value(Vocabulary.INTERNAL_AUTHENTICATION_METHODS).stream()
        .map(
            methods -> methods.stream().map(AuthenticationMethod::word).collect(Collectors.toSet()))
        .flatMap(
            listed ->
                Stream.of(
                        compare(
                            server,
                            directory,
                            object,
                            Vocabulary.WINDOWS_AUTHENTICATION,
                            listed,
                            INTEGRATED),
                        compare(
                            server,
                            directory,
                            object,
                            Vocabulary.FORMS_AUTHENTICATION,
                            listed,
                            FORMS))
                    .flatMap(Optional::stream))
        .toList();
  }

  private static Optional<Problem> compare(
      GatheredServer server,
      Gathered directory,
      ShellObject object,
      Key<Boolean> key,
      Set<String> listed,
      Set<String> meaning) {
    Set<String> common = new TreeSet<>(meaning);
    common.retainAll(listed);
    boolean isListed = !common.isEmpty();
    return directory
        .value(key)
        .filter(on -> on != isListed)
        .map(
            on ->
                new Problem(
                    object.at(),
                    "",
                    server.name()
                        + ": "
                        + key
                        + " is "
                        + on
                        + ", but InternalAuthenticationMethods "
                        + (isListed ? "has " : "has no ")
                        + String.join(" or ", isListed ? common : new TreeSet<>(meaning))
                        + "; the switch is taken"));
  }
}

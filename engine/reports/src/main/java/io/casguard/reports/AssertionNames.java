package io.casguard.reports;

import io.casguard.accesspaths.Clause;
import io.casguard.accesspaths.Door;
import io.casguard.accesspaths.Mailbox;
import io.casguard.formats.NearestName;
import io.casguard.formats.Position;
import io.casguard.formats.Problem;
import io.casguard.formats.SourceMap;
import io.casguard.topology.AssertionKeys;
import io.casguard.topology.Key;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.PathAssertion;
import io.casguard.topology.Population;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Finds names in assertions that nothing declares: such an assertion could never hold.
public final class AssertionNames {
  private final Organization organization;
  private final SourceMap sources;
  private final List<Problem> problems = new ArrayList<>();

  private AssertionNames(Organization organization, SourceMap sources) {
    this.organization = organization;
    this.sources = sources;
  }

  /// Every such name, with its place and the nearest right one.
  public static List<Problem> problems(
      Organization organization, List<PathAssertion> assertions, SourceMap sources) {
    AssertionNames names = new AssertionNames(organization, sources);
    assertions.forEach(names::check);
    return List.copyOf(names.problems);
  }

  private void check(PathAssertion assertion) {
    List<String> servers = organization.servers().stream().map(Server::name).toList();
    assertion
        .entry()
        .filter(name -> Door.named(organization, name).isEmpty())
        .ifPresent(
            name ->
                add(
                    assertion,
                    AssertionKeys.ENTRY,
                    "no server or published name " + name + " is declared",
                    name,
                    Stream.concat(
                            servers.stream(),
                            organization.publishedNames().stream().map(PublishedName::name))
                        .toList()));
    assertion
        .mailbox()
        .filter(name -> Mailbox.named(organization, name).isEmpty())
        .ifPresent(
            name ->
                add(
                    assertion,
                    AssertionKeys.MAILBOX,
                    "no server or user population " + name + " is declared",
                    name,
                    Stream.concat(
                            servers.stream(),
                            organization.populations().stream().map(Population::name))
                        .toList()));
    assertion
        .server()
        .filter(name -> organization.serverNamed(name).isEmpty())
        .ifPresent(
            name ->
                add(
                    assertion,
                    AssertionKeys.SERVER,
                    "no server " + name + " is declared",
                    name,
                    servers));
    List<String> clauses = Arrays.stream(Clause.values()).map(Clause::id).toList();
    assertion
        .clause()
        .filter(id -> clauses.stream().noneMatch(id::equalsIgnoreCase))
        .ifPresent(
            id -> add(assertion, AssertionKeys.CLAUSE, "there is no clause " + id, id, clauses));
  }

  private void add(
      PathAssertion assertion, Key<?> key, String message, String wrong, List<String> right) {
    Path path = assertion.path().key(key.name());
    Position at = sources.find(path).orElseGet(() -> new Position("-", 1, 1));
    problems.add(new Problem(at, path.toString(), message + NearestName.hint(wrong, right)));
  }
}

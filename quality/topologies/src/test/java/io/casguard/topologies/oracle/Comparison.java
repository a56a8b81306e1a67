package io.casguard.topologies.oracle;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulation;
import io.casguard.accesspaths.Simulator;
import io.casguard.formats.ManifestWriter;
import io.casguard.topology.Organization;
import io.casguard.topology.Topology;
import io.casguard.topology.Url;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One request decided twice.
///
/// @param expected what the specification says
/// @param simulated what the simulator says
record Comparison(
    Organization organization, Request request, Verdict expected, Simulation simulated) {
  static Comparison of(Organization organization, Simulator simulator, Request request) {
    return new Comparison(
        organization, request, Oracle.decide(organization, request), simulator.simulate(request));
  }

  /// What the two do not agree in; empty where they do.
  List<String> differences() {
    if (expected.isOpen() || !(simulated instanceof AccessPath path)) {
      return List.of();
    }
    List<String> differences = new ArrayList<>();
    note(differences, "outcome", expected.outcome(), Optional.of(path.outcome().word()));
    if (differences.isEmpty()) {
      note(differences, "reached", expected.reached(), path.reached().map(Reached::word));
      note(differences, "server", expected.server(), path.server());
      note(differences, "host", expected.host(), path.url().flatMap(Url::host));
      noteWhy(differences, expected.why().orElse(""), path);
    }
    return differences;
  }

  /// The known disagreement that alone makes the two agree, else two that do it together; empty
  /// where none do.
  Set<KnownDisagreement> known() {
    for (KnownDisagreement one : KnownDisagreement.values()) {
      if (agreesReading(EnumSet.of(one))) {
        return EnumSet.of(one);
      }
    }
    for (KnownDisagreement one : KnownDisagreement.values()) {
      for (KnownDisagreement other : KnownDisagreement.values()) {
        if (agreesReading(EnumSet.of(one, other))) {
          return EnumSet.of(one, other);
        }
      }
    }
    return EnumSet.noneOf(KnownDisagreement.class);
  }

  private boolean agreesReading(Set<KnownDisagreement> asTheSimulator) {
    Verdict other = Oracle.decide(organization, request, asTheSimulator);
    return new Comparison(organization, request, other, simulated).differences().isEmpty();
  }

  /// What decided, as far as the reading names it: the protocol, the outcome, the step.
  String step() {
    return String.join(
            " ",
            request.protocol().word(),
            expected.outcome().orElse("OPEN"),
            expected.why().orElse(""))
        .strip();
  }

  /// What tells one kind of disagreement from another.
  String kind() {
    return step()
        + ": "
        + String.join("; ", differences()).replaceAll("S\\d-\\w+|[\\w-]+\\.example\\.\\w+", "*");
  }

  /// The smallest topology that shows the same kind of disagreement, as a manifest, with both
  /// answers.
  String smallest(Topology topology) {
    Topology smallest =
        new Shrinking(
                less ->
                    again(less)
                        .filter(it -> it.kind().equals(kind()))
                        .map(it -> it.known().isEmpty())
                        .orElse(false))
            .smallest(topology);
    Comparison small = again(smallest).orElseThrow();
    return String.join(
        "\n",
        small.kind(),
        request.protocol().word()
            + " at "
            + request.entry().map(door -> door.name()).orElse("no door")
            + " for "
            + request.mailbox().name(),
        "" + request.way() + request.clientSite(),
        "by the specification: " + small.expected(),
        "by the simulator: " + small.simulated(),
        ManifestWriter.write(smallest));
  }

  private Optional<Comparison> again(Topology topology) {
    Organization other = Organization.of(topology);
    return Oracle.possible(other, request).map(there -> of(other, Simulator.of(other), there));
  }

  private static void note(
      List<String> differences, String what, Optional<String> said, Optional<String> simulated) {
    if (said.isPresent() && !said.equals(simulated)) {
      differences.add(
          "%s: %s by the specification, %s by the simulator"
              .formatted(what, said.get(), simulated.orElse("none")));
    }
  }

  /// Events, codes and statuses are the specification's; other words for reasons are not.
  private static void noteWhy(List<String> differences, String why, AccessPath path) {
    Optional<String> number = Optional.of(why.replaceAll("^(event|status) ", ""));
    if (why.startsWith("event ")) {
      note(differences, "event", number, path.event().map(event -> String.valueOf(event.id())));
    } else if (why.startsWith("status ")) {
      note(differences, "status", number, path.status().map(String::valueOf));
    } else if (why.startsWith("Error")) {
      note(differences, "code", number, path.code());
    }
  }
}

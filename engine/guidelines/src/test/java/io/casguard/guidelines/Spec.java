package io.casguard.guidelines;

import io.casguard.formats.Manifest;
import io.casguard.formats.Position;
import io.casguard.formats.SourceFile;
import io.casguard.formats.SourceMap;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Topology;
import java.util.List;

/// The body of a `spec`, read.
record Spec(Topology topology, SourceMap sources) {
  static Spec of(String body) {
    return switch (Manifest.readSpec("example", new SourceFile("example.yaml", body))) {
      case Manifest.Reading.Accepted(var declared, _) ->
          new Spec(declared.getFirst().topology(), declared.getFirst().sources());
      case Manifest.Reading.Rejected(var problems) ->
          throw new IllegalArgumentException(problems + "\n" + body);
    };
  }

  Organization organization() {
    return Organization.of(topology);
  }

  Findings findings() {
    return Catalog.check(organization());
  }

  /// What one guideline says, whatever others come to say of the same topology.
  Findings findingsOf(String guideline) {
    return new Findings(
        findings().verdicts().stream().filter(it -> it.guideline().equals(guideline)).toList());
  }

  List<Violation> violations(String guideline) {
    return findingsOf(guideline).violations();
  }

  int line(Path path) {
    return sources.find(path).map(Position::line).orElse(0);
  }
}

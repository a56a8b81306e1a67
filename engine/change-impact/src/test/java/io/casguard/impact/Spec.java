package io.casguard.impact;

import io.casguard.formats.Manifest;
import io.casguard.formats.Position;
import io.casguard.formats.SourceFile;
import io.casguard.formats.SourceMap;
import io.casguard.guidelines.Findings;
import io.casguard.guidelines.Violation;
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
    return Check.of(organization());
  }

  List<Violation> violations(String guideline) {
    return findings().violations().stream().filter(it -> it.guideline().equals(guideline)).toList();
  }

  int line(Path path) {
    return sources.find(path).map(Position::line).orElse(0);
  }
}

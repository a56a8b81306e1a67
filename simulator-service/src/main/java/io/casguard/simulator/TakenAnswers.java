package io.casguard.simulator;

import io.casguard.accesspaths.Assumptions;
import io.casguard.topology.Parsed;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The answers to the open questions that this service takes for right: `casguard.assume` in its
/// configuration, as in `Q5=direct,Q11=fail`. It does not start with one that is none.
@Startup
@Singleton
public class TakenAnswers {
  private final Assumptions assumptions;

  TakenAnswers(@ConfigProperty(name = "casguard.assume") Optional<List<String>> answers) {
    this.assumptions =
        switch (Assumptions.parse(answers.orElse(List.of()))) {
          case Parsed.Understood<Assumptions>(Assumptions understood) -> understood;
          case Parsed.Refused<Assumptions>(String why) ->
              throw new IllegalArgumentException("casguard.assume: " + why);
        };
  }

  /// The answers.
  public Assumptions assumptions() {
    return assumptions;
  }
}

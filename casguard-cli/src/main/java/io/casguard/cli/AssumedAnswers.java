package io.casguard.cli;

import io.casguard.accesspaths.Assumptions;
import io.casguard.topology.Parsed;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The option that answers open questions otherwise.
final class AssumedAnswers {
  @Option(
      names = "--assume",
      paramLabel = "Qn=ANSWER",
      description =
          "Take another answer to an open question, such as Q11=fail; may be given several times"
              + " (docs/reference/assumptions.md lists them).")
  private List<String> answers = new ArrayList<>();

  Assumptions assumptions() {
    return switch (Assumptions.parse(answers)) {
      case Parsed.Understood<Assumptions>(Assumptions understood) -> understood;
      case Parsed.Refused<Assumptions>(String why) -> throw new WrongInput("--assume: " + why);
    };
  }
}

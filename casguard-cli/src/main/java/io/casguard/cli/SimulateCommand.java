package io.casguard.cli;

import io.casguard.accesspaths.Reached;
import io.casguard.reports.Question;
import io.casguard.topology.Parsed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `casguard simulate`: one access path with its trail.
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "What happens to one request: served, proxied, redirected or refused, and why.",
    footer = {
      "",
      "Examples:",
      "  casguard simulate topology/ --protocol owa --entry mail.contoso.com --mailbox LEE-MBX1",
      "  casguard simulate topology/ --protocol owa --entry SEA-CAS1 --mailbox leeds-staff --from intranet -o json"
    })
final class SimulateCommand implements Callable<Integer> {
  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private RequestWords words = new RequestWords();
  @Mixin private AssumedAnswers assumed = new AssumedAnswers();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    return switch (words.question().ask(input.readOne(), assumed.assumptions())) {
      case Parsed.Refused<Question.Answer>(String why) -> throw new WrongInput("--" + why);
      case Parsed.Understood<Question.Answer>(Question.Answer answer) -> {
        output.print(
            switch (output.format) {
              case TEXT -> answer.report().text(output.style());
              case JSON -> answer.report().json();
            });
        yield answer.path().reached().filter(Reached.NO::equals).isPresent()
            ? ExitCode.NO
            : ExitCode.FINE;
      }
    };
  }
}

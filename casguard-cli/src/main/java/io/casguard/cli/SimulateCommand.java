package io.casguard.cli;

import io.casguard.accesspaths.AccessPath;
import io.casguard.accesspaths.Reached;
import io.casguard.accesspaths.Request;
import io.casguard.accesspaths.Simulation;
import io.casguard.accesspaths.Simulator;
import io.casguard.formats.Manifest;
import io.casguard.reports.AccessPathReport;
import io.casguard.topology.Organization;
import io.casguard.topology.Protocol;
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
      "  casguard simulate examples/contoso --protocol owa --entry mail.contoso.example --mailbox LEE-MBX1",
      "  casguard simulate topology/ --protocol owa --entry SEA-CAS1 --mailbox leeds-staff --from intranet -o json"
    })
final class SimulateCommand implements Callable<Integer> {
  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private Question question = new Question();
  @Mixin private Output output = new Output();

  @Override
  public Integer call() {
    Manifest.Declared declared = input.readOne();
    Organization organization = Organization.of(declared.topology());
    Request request = question.in(organization);
    if (request.entry().isEmpty() && request.protocol() != Protocol.MAPI) {
      throw new WrongInput("--entry is missing: where does the request arrive?");
    }
    return switch (Simulator.simulate(organization, request)) {
      case AccessPath path -> {
        AccessPathReport report =
            new AccessPathReport(organization.name(), path, declared.sources());
        output.print(
            switch (output.format) {
              case TEXT -> report.text(output.style());
              case JSON -> report.json();
            });
        yield path.reached().filter(Reached.NO::equals).isPresent() ? ExitCode.NO : ExitCode.FINE;
      }
      case Simulation.UnsupportedProtocol unsupported ->
          throw new WrongInput("--protocol: " + unsupported.message());
      case Simulation.UnsupportedEntry(_, String why) -> throw new WrongInput("--entry: " + why);
    };
  }
}

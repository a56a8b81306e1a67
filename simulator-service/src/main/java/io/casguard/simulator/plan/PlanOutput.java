package io.casguard.simulator.plan;

import io.casguard.reports.PlanReport;
import io.casguard.simulator.SimulatorRefusal.UnfitPlan;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;

/// How a plan is answered, in the words of the command line.
enum PlanOutput {
  JSON(MediaType.APPLICATION_JSON) {
    @Override
    String of(List<PlanReport> reports) {
      return reports.stream().map(PlanReport::json).collect(Collectors.joining());
    }
  },
  MARKDOWN(PlanOutput.MARKDOWN_TYPE) {
    @Override
    String of(List<PlanReport> reports) {
      return PlanReport.markdown(reports);
    }
  };

  static final String MARKDOWN_TYPE = "text/markdown;charset=UTF-8";

  private final String type;

  PlanOutput(String type) {
    this.type = type;
  }

  /// Refused where there is none of this name.
  static PlanOutput named(String word) {
    return switch (word) {
      case "json" -> JSON;
      case "markdown" -> MARKDOWN;
      default ->
          throw new UnfitPlan("output: it is json or markdown, not " + word + ".").asException();
    };
  }

  abstract String of(List<PlanReport> reports);

  Response answer(String plan) {
    return Response.ok(plan).type(type).build();
  }
}

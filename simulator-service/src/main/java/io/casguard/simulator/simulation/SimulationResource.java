package io.casguard.simulator.simulation;

import io.casguard.accesspaths.Assumptions;
import io.casguard.formats.Manifest;
import io.casguard.manifestbody.ManifestBody;
import io.casguard.reports.Question;
import io.casguard.servicekit.work.Workbench;
import io.casguard.simulator.SimulatorRefusal.UnfitQuestion;
import io.casguard.simulator.TakenAnswers;
import io.casguard.topology.Parsed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;

/// Simulates one request in a manifest that is sent along with it; nothing is kept.
@Path("/simulations")
@Produces(MediaType.APPLICATION_JSON)
class SimulationResource {
  private final Workbench workbench;
  private final Assumptions assumptions;

  SimulationResource(Workbench workbench, TakenAnswers answers) {
    this.workbench = workbench;
    this.assumptions = answers.assumptions();
  }

  /// The request, in the words of the command line.
  @NullUnmarked
  static class Words {
    @RestQuery
    @DefaultValue("owa")
    String protocol;

    @RestQuery
    @DefaultValue("")
    String entry;

    @RestQuery
    @DefaultValue("")
    String mailbox;

    @RestQuery
    @DefaultValue("internet")
    String from;

    @RestQuery
    @DefaultValue("")
    String path;

    @RestQuery
    @DefaultValue("")
    String deviceVersion;

    @RestQuery
    @DefaultValue("")
    String provider;

    @RestQuery
    @DefaultValue("")
    String clientSite;

    Question question() {
      return new Question(
          protocol, entry, mailbox, from, path, deviceVersion, provider, clientSite);
    }
  }

  /// What `casguard simulate -o json` prints for the same file and words, to the byte.
  @POST
  @Consumes({"application/yaml", "text/yaml", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  public Uni<String> simulate(
      byte[] manifest,
      @BeanParam Words words,
      @RestQuery @DefaultValue("topology.yaml") String file) {
    Question question = words.question();
    return workbench.compute(() -> answer(question, ManifestBody.read(file, manifest)));
  }

  private String answer(Question question, List<Manifest.Declared> declared) {
    if (declared.size() > 1) {
      throw new UnfitQuestion("The manifest declares several organizations: send one.")
          .asException();
    }
    return switch (question.ask(declared.getFirst(), assumptions)) {
      case Parsed.Understood<Question.Answer>(Question.Answer answer) -> answer.report().json();
      case Parsed.Refused<Question.Answer>(String why) ->
          throw new UnfitQuestion(why).asException();
    };
  }
}

package io.casguard.rules.check;

import io.casguard.formats.Manifest;
import io.casguard.formats.SourceFile;
import io.casguard.rules.RulesRefusal;
import io.casguard.servicekit.work.Workbench;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/// Checks a manifest that is sent along with the question; nothing is kept.
@Path("/checks")
@Produces(MediaType.APPLICATION_JSON)
class CheckResource {
  private final Workbench workbench;

  CheckResource(Workbench workbench) {
    this.workbench = workbench;
  }

  /// What `casguard check -o json` prints for the same file, to the byte: a line for each organization.
  @POST
  @Consumes({"application/yaml", "text/yaml", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  public Uni<String> check(byte[] manifest, @RestQuery @DefaultValue("topology.yaml") String file) {
    return workbench.compute(() -> answer(file, manifest));
  }

  private static String answer(String file, byte[] manifest) {
    return switch (Manifest.read(List.of(decoded(file, manifest)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          declared.stream().map(one -> Answer.of(one).line()).collect(Collectors.joining());
      case Manifest.Reading.Rejected(var problems) ->
          throw new RulesRefusal.UnreadableManifest(problems).asException();
    };
  }

  private static SourceFile decoded(String file, byte[] manifest) {
    return switch (SourceFile.decode(file, manifest)) {
      case io.casguard.topology.Parsed.Understood<SourceFile>(SourceFile source) -> source;
      case io.casguard.topology.Parsed.Refused<SourceFile>(String why) ->
          throw new RulesRefusal.UnreadableManifest(
                  List.of(
                      new io.casguard.formats.Problem(
                          new io.casguard.formats.Position(file, 1, 1), "", why)))
              .asException();
    };
  }
}

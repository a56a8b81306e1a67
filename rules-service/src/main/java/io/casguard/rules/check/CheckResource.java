package io.casguard.rules.check;

import io.casguard.manifestbody.ManifestBody;
import io.casguard.rules.UtcClock;
import io.casguard.servicekit.work.Workbench;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/// Checks a manifest that is sent along with the question; nothing is kept.
@Path("/checks")
@Produces(MediaType.APPLICATION_JSON)
class CheckResource {
  private final Workbench workbench;
  private final Clock clock;

  CheckResource(Workbench workbench, Clock clock) {
    this.workbench = workbench;
    this.clock = clock;
  }

  /// What `casguard check -o json` prints for the same file, to the byte: a line for each
  /// organization.
  @POST
  @Consumes({"application/yaml", "text/yaml", MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN})
  public Uni<String> check(byte[] manifest, @RestQuery @DefaultValue("topology.yaml") String file) {
    return workbench.compute(() -> answer(file, manifest));
  }

  private String answer(String file, byte[] manifest) {
    return ManifestBody.read(file, manifest).stream()
        .map(declared -> Answer.of(declared, UtcClock.today(clock), Optional.empty()).line())
        .collect(Collectors.joining());
  }
}

package io.casguard.inventory.capture;

import io.casguard.contracts.Provenance;
import io.casguard.inventory.InventoryRefusal.UnknownParameter;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;

/// What a caller may say about a change of an organization: what he presumes, and what it is made
/// for.
@NullUnmarked
class ChangeOptions {
  private static final Set<String> PARAMETERS = Set.of("file", "commit", "message");
  private static final Set<String> TRUTHS = Set.of("true", "false");

  @Context UriInfo uri;

  @RestQuery
  @Pattern(
      regexp = "[0-9a-f]{40}([0-9a-f]{24})?",
      message = "a commit is its full hash in lower-case hex")
  String commit;

  @RestQuery
  @Pattern(
      regexp = "[^\\p{Cntrl}]{1,500}",
      message = "a message is one line of at most 500 characters")
  String message;

  @RestHeader(HttpHeaders.IF_MATCH)
  String ifMatch;

  @RestHeader(HttpHeaders.IF_NONE_MATCH)
  String ifNoneMatch;

  /// Whether it is only to be tried. A misspelled word is refused, so that it is never taken for
  /// the real thing.
  boolean isTrial() {
    for (var parameter : uri.getQueryParameters().entrySet()) {
      var known =
          parameter.getKey().equals("dryRun")
              ? TRUTHS.containsAll(parameter.getValue())
              : PARAMETERS.contains(parameter.getKey());
      if (!known) {
        throw new UnknownParameter(
                parameter.getKey() + "=" + String.join(",", parameter.getValue()))
            .asException();
      }
    }
    return "true".equals(uri.getQueryParameters().getFirst("dryRun"));
  }

  Precondition precondition() {
    return Precondition.of(ifMatch, ifNoneMatch);
  }

  /// Who it was is unknown as long as nobody logs in; a header that names somebody would prove
  /// nothing.
  Provenance provenance() {
    return new Provenance("api", null, commit, message);
  }
}

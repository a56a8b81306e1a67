package io.casguard.inventory.capture;

import io.casguard.contracts.Provenance;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;

/// What a caller may say about a change of an organization: what he presumes, and what it is made for.
@NullUnmarked
class ChangeOptions {
  private static final Set<String> PARAMETERS = Set.of("file", "dryRun", "commit", "message");

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

  /// So that a misspelled dryRun is never taken for the real thing.
  @AssertTrue(message = "the parameters are file, commit, message, and dryRun, which is true or false")
  boolean isUnderstood() {
    return PARAMETERS.containsAll(uri.getQueryParameters().keySet())
        && Stream.of("true", "false", null).anyMatch(word -> Objects.equals(word, dryRun()));
  }

  boolean isTrial() {
    return "true".equals(dryRun());
  }

  private String dryRun() {
    return uri.getQueryParameters().getFirst("dryRun");
  }

  Precondition precondition() {
    return Precondition.of(ifMatch, ifNoneMatch);
  }

  /// Who it was is unknown as long as nobody logs in; a header that names somebody would prove nothing.
  Provenance provenance() {
    return new Provenance("api", null, commit, message);
  }
}

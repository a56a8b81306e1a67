package io.casguard.inventory.capture;

import io.casguard.contracts.Provenance;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.NullUnmarked;

/// What a caller may say about a change of an organization: what he presumes, and what it is made for.
@NullUnmarked
class ChangeOptions {
  @RestQuery
  @Pattern(regexp = "true|false", message = "dryRun is true or false")
  String dryRun;

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

  boolean isDryRun() {
    return "true".equals(dryRun);
  }

  Precondition precondition() {
    return Precondition.of(ifMatch, ifNoneMatch);
  }

  /// Who it was is unknown as long as nobody logs in; a header that names somebody would prove nothing.
  Provenance provenance() {
    return new Provenance("api", null, commit, message);
  }
}

package io.casguard.simulator.plan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.casguard.formats.Limits;
import io.casguard.simulator.SimulatorRefusal.UnfitPlan;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body of a question for a plan: both ends of the change, each as files or as a revision.
///
/// @param organization the only one to look at; needed where an end is a revision
record ProposedChange(@Nullable String organization, @Nullable End before, @Nullable End after) {
  /// Files of a manifest, or the number of a revision, never both.
  record End(@Nullable Long revision, @Nullable List<SentFile> files) {}

  /// A file of a manifest.
  record SentFile(@Nullable String name, @Nullable String text) {}

  /// A manifest is one text of up to 64 MiB; an unknown field is an error.
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Math.toIntExact(Limits.DEFAULT.bytes()))
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /// Reads a body. Costs CPU time: call it off the event loop.
  static ProposedChange read(byte[] body) {
    try {
      ProposedChange change = JSON.readValue(body, ProposedChange.class);
      if (change == null) {
        throw new UnfitPlan("The body is null: it says what is before and what is after.")
            .asException();
      }
      change.check("before", change.before());
      change.check("after", change.after());
      return change;
    } catch (JacksonException unreadable) {
      throw new WebApplicationException(unreadable, Response.Status.BAD_REQUEST);
    } catch (IOException impossible) {
      throw new IllegalStateException("bytes in memory are read", impossible);
    }
  }

  /// The organization's name, empty where all are looked at.
  String only() {
    return Objects.requireNonNullElse(organization, "");
  }

  private void check(String name, @Nullable End end) {
    boolean isRevision = end != null && end.revision() != null;
    boolean isFiles = end != null && end.files() != null;
    if (isRevision == isFiles) {
      throw new UnfitPlan("%s: it is either a revision or files.".formatted(name)).asException();
    }
    if (isRevision && only().isEmpty()) {
      throw new UnfitPlan("%s: a revision needs its organization.".formatted(name)).asException();
    }
  }
}

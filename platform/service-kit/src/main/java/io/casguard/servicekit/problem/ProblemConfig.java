package io.casguard.servicekit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/// What the refusals need to know.
@ConfigMapping(prefix = "casguard.problems")
interface ProblemConfig {
  /// How large a body may be; it follows `quarkus.http.limits.max-body-size`, and is not set by
  /// itself.
  MemorySize largestBody();
}

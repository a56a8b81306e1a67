package io.casguard.guidelines;

import io.casguard.topology.Organization;
import java.util.stream.Stream;

/// A guideline, and how to tell where an organization departs from it.
public interface Rule {
  /// The sentence with its number, reason, sources and examples.
  Guideline guideline();

  /// One verdict or more for each place that the guideline speaks of. What is unsaid never
  /// conforms.
  Stream<Verdict> check(Organization organization);
}

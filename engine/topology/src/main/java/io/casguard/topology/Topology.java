package io.casguard.topology;

import java.util.List;

/// Sites, servers, virtual directories, published names and users of one organization, as stated
/// and before any default.
///
/// Two topologies are equal where they state the same, whatever the order, the spelling of names'
/// case, or the files they were spread over.
///
/// @param organization the organization's name, a DNS-1123 label
/// @param spec everything that stands below `spec`
public record Topology(String organization, Entity spec) {
  /// The stated facts, one a line, in canonical order: what digests are made of and differences are
  /// read from.
  public List<String> canonicalLines() {
    return CanonicalForm.lines(this);
  }

  /// SHA-256 of the canonical lines in lower-case hex. Equal digests mean equal topologies.
  public String digest() {
    return CanonicalForm.digest(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Topology topology && canonicalLines().equals(topology.canonicalLines());
  }

  @Override
  public int hashCode() {
    return digest().hashCode();
  }
}

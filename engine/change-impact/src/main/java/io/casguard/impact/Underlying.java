package io.casguard.impact;

import io.casguard.accesspaths.Outcome;
import java.util.List;
import java.util.Map;

/// Which guidelines are broken where a request that should be proxied is not, the likeliest first.
final class Underlying {
  /// The guideline that makes a server a proxy target.
  static final String OF_PROXY_TARGETS = "CAP-103";

  private static final List<String> REDIRECTED = List.of("CAP-104", "CAP-301");

  /// By the reason of a failure. A server that does not answer breaks no guideline, nor does a
  /// mailbox that nobody has.
  private static final Map<String, List<String>> BY_REASON =
      Map.ofEntries(
          Map.entry("no_server_in_site", List.of("CAP-101")),
          Map.entry("no_fit_server", List.of("CAP-103", "CAP-106", "CAP-104")),
          Map.entry("proxy_without_ssl", List.of("CAP-106", "CAP-331")),
          Map.entry("version_mismatch", List.of("CAP-304", "CAP-351")),
          Map.entry("older_than_mailbox_server", List.of("CAP-304")),
          Map.entry("untrusted_certificate", List.of("CAP-328")),
          Map.entry("ssl_required", List.of("CAP-306", "CAP-331", "CAP-106")),
          Map.entry("kerberos_refused", List.of("CAP-106", "CAP-103", "CAP-107")),
          Map.entry("second_hop", List.of("CAP-106", "CAP-107")),
          Map.entry("external_url_unreachable", List.of("CAP-107", "CAP-104")));

  private Underlying() {}

  /// The guidelines that an outcome other than PROXY points to; none where nothing is to be said.
  static List<String> of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.RedirectLink _,
          Outcome.RedirectSilent _,
          Outcome.Redirect451 _,
          Outcome.Redirect302 _ ->
          REDIRECTED;
      case Outcome.Fail(var failure) -> BY_REASON.getOrDefault(failure.reason(), List.of());
      case Outcome.Proxy _,
          Outcome.Local _,
          Outcome.LegacyProxy _,
          Outcome.DirectRpc _,
          Outcome.PublicFolderLookup _,
          Outcome.Blocked _,
          Outcome.Undetermined _ ->
          List.of();
    };
  }
}

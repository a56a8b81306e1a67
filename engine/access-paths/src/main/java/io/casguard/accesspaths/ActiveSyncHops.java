package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.accesspaths.Hop.Check;
import io.casguard.accesspaths.Hop.Finding;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.List;

/// The checks of Exchange ActiveSync between two Client Access servers, in the order of Outlook Web
/// Access; the first that refuses decides.
///
/// ActiveSync has no switch for plain HTTP and none for untrusted certificates, which are taken,
/// and it needs no resource folders.
final class ActiveSyncHops {
  private ActiveSyncHops() {}

  /// The way to an InternalURL.
  ///
  /// @param arrived the clause by which a device that passed all is served
  static Proxying.Leg leg(ActiveSyncFailures failures, Assumptions assumptions, Clause arrived) {
    return new Proxying.Leg(
        DirectoryKind.ACTIVE_SYNC,
        Vocabulary.INTERNAL_URL,
        List.of(
            new Check(
                Clause.A_4H, failures.proxying("proxy_without_ssl"), ActiveSyncHops::goesOverSsl),
            new Check(
                Clause.A_4I, failures.proxying("version_mismatch"), ActiveSyncHops::isNotNewer),
            new Check(Clause.A_4J, failures.proxying(Hop.NO_ANSWER), Hop::answers),
            new Check(
                Clause.A_4K,
                failures.proxying("kerberos_refused"),
                hop -> authenticates(hop, assumptions)),
            new Check(Clause.A_4L, failures.proxying("second_hop"), Hop::staysInSite)),
        arrived);
  }

  private static Finding goesOverSsl(Hop hop) {
    Evidence address = at(hop.urlPath(), hop.url().text());
    return hop.url().scheme().equals("http")
        ? Finding.refused(hop.url() + " is http", address)
        : Finding.passed(hop.url() + " is not http", address);
  }

  private static Finding isNotNewer(Hop hop) {
    Server first = hop.first();
    Server target = hop.target();
    boolean fits = Candidates.isNotOlder(first, target, hop.supposition());
    Evidence[] evidence = {Wordings.release(first), Wordings.release(target)};
    String versions =
        first.name()
            + " runs "
            + Wordings.version(first)
            + ", "
            + target.name()
            + " runs "
            + Wordings.version(target);
    return fits ? Finding.passed(versions, evidence) : Finding.refused(versions, evidence);
  }

  private static Finding authenticates(Hop hop, Assumptions assumptions) {
    Finding name = hop.isNamedByPrincipal();
    if (!name.passed()) {
      return name;
    }
    ActiveSyncLanding.Finding landing =
        new ActiveSyncLanding(hop.supposition(), assumptions).at(hop.target());
    return landing.integrated()
        ? Finding.passed(
            hop.first().name() + " authenticates to " + hop.target().name() + " by Kerberos",
            landing.because())
        : Finding.refused(landing.text(), landing.because());
  }
}

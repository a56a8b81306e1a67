package io.casguard.accesspaths;

import io.casguard.accesspaths.Hop.Check;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Vocabulary;
import java.util.List;

/// The ways on which a first server asks for a person's free/busy times: at a Client Access server
/// of another site, and at `/public` of a 2003 server.
final class AvailabilityHop {
  /// Which servers may be asked.
  static final List<Sieve<AvailabilityFacts.Servers>> CHOICE =
      List.of(
          new Sieve<>(Clause.W_4, new AvailabilityFacts.Servers.Unfit(), SecondServer::hasAddress),
          new Sieve<>(
              Clause.V_2B, new AvailabilityFacts.Servers.Unfit(), SecondServer::acceptsIntegrated));

  /// The checks in their order; the first that refuses decides.
  static final Proxying.Leg LEG =
      new Proxying.Leg(
          DirectoryKind.WEB_SERVICES,
          Vocabulary.INTERNAL_URL,
          List.of(
              new Check(Clause.V_2C, AvailabilityFailures.PROXY_WITHOUT_SSL, Hop::goesOverSsl),
              new Check(Clause.V_2D, AvailabilityFailures.NO_ANSWER, Hop::answers),
              new Check(
                  Clause.V_2E, AvailabilityFailures.UNTRUSTED_CERTIFICATE, Hop::certificateIsTaken),
              new Check(Clause.V_2F, AvailabilityFailures.SSL_REQUIRED, Hop::takesPlainHttp),
              new Check(Clause.V_2G, AvailabilityFailures.KERBEROS_REFUSED, Hop::authenticates),
              new Check(Clause.V_2H, AvailabilityFailures.SECOND_HOP, Hop::staysInSite)),
          Clause.V_1B);

  /// The one check at a public folder.
  static final List<LegacyHop.LegacyCheck> PUBLIC_FOLDER_CHECKS =
      List.of(LegacyHop.requiringSsl(Clause.V_4, AvailabilityFailures.PUBLIC_FOLDERS_REQUIRE_SSL));

  private AvailabilityHop() {}
}

package io.casguard.accesspaths;

import io.casguard.accesspaths.Hop.Check;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Vocabulary;
import java.util.List;

/// The checks of Outlook Web Access between two Client Access servers (O-9), in their order; the
/// first that refuses decides.
final class OwaHops {
  /// To an InternalURL.
  static final Proxying.Leg INSIDE =
      new Proxying.Leg(
          DirectoryKind.OWA,
          Vocabulary.INTERNAL_URL,
          List.of(
              new Check(Clause.O_9A, OwaFailures.PROXY_WITHOUT_SSL, Hop::goesOverSsl),
              new Check(Clause.O_9B, OwaFailures.VERSION_MISMATCH, Hop::versionsFit),
              new Check(Clause.O_9C, OwaFailures.NO_ANSWER, Hop::answers),
              new Check(Clause.O_9D, OwaFailures.UNTRUSTED_CERTIFICATE, Hop::certificateIsTaken),
              new Check(Clause.O_9E, OwaFailures.SSL_REQUIRED, Hop::takesPlainHttp),
              new Check(Clause.O_9F, OwaFailures.KERBEROS_REFUSED, Hop::authenticates),
              new Check(Clause.O_9G, OwaFailures.SECOND_HOP, Hop::staysAmong2007InSite)),
          Clause.O_9H);

  /// To an ExternalURL, which must be reachable before anything else (O-7b).
  static final Proxying.Leg OUTSIDE =
      new Proxying.Leg(
          DirectoryKind.OWA,
          Vocabulary.EXTERNAL_URL,
          List.of(
              new Check(Clause.O_7B, OwaFailures.EXTERNAL_URL_UNREACHABLE, Hop::answers),
              new Check(Clause.O_9A, OwaFailures.PROXY_WITHOUT_SSL, Hop::goesOverSsl),
              new Check(Clause.O_9B, OwaFailures.VERSION_MISMATCH, Hop::versionsFit),
              new Check(Clause.O_9D, OwaFailures.UNTRUSTED_CERTIFICATE, Hop::certificateIsTaken),
              new Check(Clause.O_9E, OwaFailures.SSL_REQUIRED, Hop::takesPlainHttp),
              new Check(Clause.O_9F, OwaFailures.KERBEROS_REFUSED, Hop::authenticates),
              new Check(Clause.O_9G, OwaFailures.SECOND_HOP, Hop::staysAmong2007InSite)),
          Clause.O_9H);

  /// From an Exchange 2010 server to an InternalURL. That 2010 takes certificates and holds the
  /// resources of 2007 is taken for granted.
  static final Proxying.Leg FROM_2010 =
      new Proxying.Leg(
          DirectoryKind.OWA,
          Vocabulary.INTERNAL_URL,
          List.of(
              new Check(Clause.O_9A, OwaFailures.PROXY_WITHOUT_SSL, Hop::goesOverSsl),
              new Check(Clause.O_9C, OwaFailures.NO_ANSWER, Hop::answers),
              new Check(Clause.O_9E, OwaFailures.SSL_REQUIRED, Hop::takesPlainHttp),
              new Check(Clause.O_9F, OwaFailures.KERBEROS_REFUSED, Hop::authenticates),
              new Check(Clause.O_9G, OwaFailures.SECOND_HOP, Hop::staysAmong2007InSite)),
          Clause.X_3);

  private OwaHops() {}
}

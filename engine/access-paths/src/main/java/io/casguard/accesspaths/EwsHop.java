package io.casguard.accesspaths;

import io.casguard.accesspaths.Hop.Check;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Vocabulary;
import java.util.List;

/// The way of a Web Services call from one Client Access server to another: which servers of the
/// mailbox's site may be chosen, and the checks of the call itself.
final class EwsHop {
  /// Which servers may be chosen, in the order of specification 2.3.
  static final List<Sieve<EwsFacts.Servers>> CHOICE =
      List.of(
          new Sieve<>(
              Clause.W_3A, new EwsFacts.Servers.FirstReleased(), SecondServer::isOfServicePack1),
          new Sieve<>(Clause.W_4, new EwsFacts.Servers.WithoutAddress(), SecondServer::hasAddress),
          new Sieve<>(
              Clause.W_3C,
              new EwsFacts.Servers.WithoutIntegrated(),
              SecondServer::acceptsIntegrated),
          new Sieve<>(
              Clause.W_3D, new EwsFacts.Servers.WithoutSsl(), SecondServer::isReachedOverSsl),
          new Sieve<>(
              Clause.W_3E,
              new EwsFacts.Servers.TooOld(),
              SecondServer::isNotOlderThanMailboxServer),
          new Sieve<>(
              Clause.W_3F, new EwsFacts.Servers.TooNew(), SecondServer::isNotNewerThanFirst));

  /// The checks in their order; the first that refuses decides.
  static final Proxying.Leg LEG =
      new Proxying.Leg(
          DirectoryKind.WEB_SERVICES,
          Vocabulary.INTERNAL_URL,
          List.of(
              new Check(Clause.W_3G, EwsFailures.NO_ANSWER, Hop::answers),
              new Check(Clause.W_3L, EwsFailures.UNTRUSTED_CERTIFICATE, Hop::certificateIsTaken),
              new Check(Clause.W_3K, EwsFailures.KERBEROS_REFUSED, Hop::authenticates),
              new Check(Clause.W_3M, EwsFailures.SECOND_HOP, Hop::staysInSite)),
          Clause.W_3N);

  private EwsHop() {}
}

package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Entity;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Population;
import io.casguard.topology.Protocol;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;

/// Step 0 of every procedure: the user's own switches, and whether the server reached serves the
/// protocol at all.
final class StepZero {
  private static final Failure NO_CLIENT_ACCESS =
      Failure.because("entry_is_no_client_access_server");

  /// A switch of the user that refuses a protocol.
  ///
  /// @param refusing the value that refuses
  /// @param shell what the shell calls it
  private record Switch(Key<Boolean> key, boolean refusing, String shell, String reason) {}

  private StepZero() {}

  /// Refuses users whose own switch is off.
  static Optional<Ending> blocked(Request request, Walk walk) {
    if (!(request.mailbox() instanceof Mailbox.Of(Population population))) {
      return Optional.empty();
    }
    for (Switch one : switches(request.protocol())) {
      Path key = population.path().key(one.key().name());
      boolean refused =
          !walk.supposition()
              .holds(Holds.of(population.get(one.key()), on -> on != one.refusing()), key);
      if (refused) {
        return Optional.of(
            walk.trail()
                .end(
                    Decision.by(Clause.S_1, new Outcome.Blocked(Failure.because(one.reason()))),
                    request.protocol().title() + " is switched off for " + population.name(),
                    at(key, one.shell() + (one.refusing() ? " is on" : " is off"))));
      }
    }
    return Optional.empty();
  }

  private static List<Switch> switches(Protocol protocol) {
    return switch (protocol) {
      case OWA -> List.of(new Switch(Vocabulary.OWA_ENABLED, false, "OWAEnabled", "owa_disabled"));
      case ACTIVE_SYNC ->
          List.of(
              new Switch(
                  Vocabulary.ACTIVE_SYNC_ENABLED,
                  false,
                  "ActiveSyncEnabled",
                  "activesync_disabled"));
      case POP3 ->
          List.of(new Switch(Vocabulary.POP_ENABLED, false, "PopEnabled", "pop3_disabled"));
      case IMAP4 ->
          List.of(new Switch(Vocabulary.IMAP_ENABLED, false, "ImapEnabled", "imap4_disabled"));
      case MAPI ->
          List.of(new Switch(Vocabulary.MAPI_ENABLED, false, "MAPIEnabled", "mapi_disabled"));
      case OUTLOOK_ANYWHERE ->
          List.of(
              new Switch(Vocabulary.MAPI_ENABLED, false, "MAPIEnabled", "mapi_disabled"),
              new Switch(
                  Vocabulary.MAPI_BLOCK_OUTLOOK_RPC_HTTP,
                  true,
                  "MAPIBlockOutlookRpcHttp",
                  "outlook_anywhere_blocked"));
      case EWS, AVAILABILITY, AUTODISCOVER, OAB, UM -> List.of();
    };
  }

  /// Refuses where the server reached does not serve the protocol.
  static Optional<Ending> unable(Server first, Protocol protocol, Walk walk) {
    Path roles = first.path().key(Vocabulary.ROLES.name());
    if (!walk.supposition().holds(first.is(Role.CLIENT_ACCESS), roles)) {
      return Optional.of(
          walk.trail()
              .end(
                  Decision.by(Clause.S_3, NO_CLIENT_ACCESS),
                  first.name() + " does not hold the Client Access role",
                  at(roles, "the roles of " + first.name())));
    }
    return switch (protocol) {
      case OWA, ACTIVE_SYNC, EWS, AVAILABILITY, AUTODISCOVER, OAB, UM ->
          withoutDirectory(first, protocol, protocol.directory().orElseThrow(), walk);
      case OUTLOOK_ANYWHERE ->
          switchedOff(
              first,
              protocol,
              Vocabulary.OUTLOOK_ANYWHERE_KEY,
              Vocabulary.OUTLOOK_ANYWHERE_ENABLED,
              Failure.because("service_off").withStatus(404),
              walk);
      case POP3 -> mailServiceOff(first, protocol, Vocabulary.POP3, walk);
      case IMAP4 -> mailServiceOff(first, protocol, Vocabulary.IMAP4, walk);
      case MAPI -> Optional.empty();
    };
  }

  /// An entry without a virtual directory answers 404, as any web server does.
  private static Optional<Ending> withoutDirectory(
      Server first, Protocol protocol, DirectoryKind kind, Walk walk) {
    if (SiteDirectories.at(first, kind).isPresent()
        || first.directories(kind) instanceof Known.Unsaid<?>) {
      return Optional.empty();
    }
    return Optional.of(
        walk.trail()
            .end(
                Decision.by(
                    Clause.S_3,
                    Failure.because("no_" + protocol.word() + "_directory_at_entry")
                        .withStatus(404)),
                first.name() + " has no " + kind.key() + " directory",
                at(first.path().key(kind.key()), "there is none")));
  }

  private static Optional<Ending> mailServiceOff(
      Server first, Protocol protocol, Key<Entity> service, Walk walk) {
    return switchedOff(
        first,
        protocol,
        service,
        Vocabulary.MAIL_SERVICE_ENABLED,
        Failure.because("service_off"),
        walk);
  }

  private static Optional<Ending> switchedOff(
      Server first,
      Protocol protocol,
      Key<Entity> part,
      Key<Boolean> enabled,
      Failure failure,
      Walk walk) {
    return walk.supposition().holds(first.get(part, enabled), on -> on)
        ? Optional.empty()
        : Optional.of(
            walk.trail()
                .end(
                    Decision.by(Clause.S_4, failure),
                    protocol.title() + " is not enabled on " + first.name(),
                    at(
                        first.path().key(part.name()).key(enabled.name()),
                        protocol.title() + " is off")));
  }
}

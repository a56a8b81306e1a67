package io.casguard.accesspaths;

import static io.casguard.accesspaths.TrailDraft.at;

import io.casguard.topology.Entity;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Role;
import io.casguard.topology.Server;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One request from a 2007 Client Access server to the 2003 back end that holds the mailbox.
final class LegacyHop {
  /// One condition of legacy proxying.
  ///
  /// @param refuses what is wrong, in words; empty where the condition holds
  record LegacyCheck(
      Clause clause,
      Failure failure,
      Function<LegacyHop, Optional<String>> refuses,
      Function<LegacyHop, Path> path) {}

  /// The checks of Outlook Web Access in their order; the first that refuses decides.
  static final List<LegacyCheck> OWA_CHECKS =
      List.of(
          new LegacyCheck(
              Clause.O_3C,
              OwaFailures.EXCHANGE_BELONGS_TO_MAILBOX_ROLE,
              LegacyHop::sharesWithMailboxRole,
              hop -> hop.first.path().key(Vocabulary.ROLES.name())),
          new LegacyCheck(
              Clause.O_3D,
              OwaFailures.BACK_END_SHOWS_FORMS,
              LegacyHop::showsForms,
              hop -> hop.path(Vocabulary.FORMS_AUTHENTICATION)),
          requiringSsl(Clause.O_3E, OwaFailures.BACK_END_REQUIRES_SSL),
          new LegacyCheck(
              Clause.O_3F,
              OwaFailures.BACK_END_WITHOUT_INTEGRATED,
              LegacyHop::refusesIntegrated,
              hop -> hop.path(Vocabulary.WINDOWS_AUTHENTICATION)));

  /// The check of Exchange ActiveSync at the back end's own directory for devices.
  static final List<LegacyCheck> ACTIVE_SYNC_CHECKS =
      List.of(
          new LegacyCheck(
              Clause.A_2C,
              ActiveSyncFailures.BACK_END_WITHOUT_INTEGRATED,
              LegacyHop::refusesIntegrated,
              hop -> hop.path(Vocabulary.WINDOWS_AUTHENTICATION)));

  /// The checks of Exchange ActiveSync at the back end's `/Exchange`, which its own directory for
  /// devices goes through.
  static final List<LegacyCheck> ACTIVE_SYNC_CHECKS_OF_EXCHANGE =
      List.of(
          new LegacyCheck(
              Clause.A_2D,
              ActiveSyncFailures.BACK_END_SHOWS_FORMS,
              LegacyHop::showsForms,
              hop -> hop.path(Vocabulary.FORMS_AUTHENTICATION)),
          new LegacyCheck(
              Clause.A_2E,
              ActiveSyncFailures.BACK_END_REQUIRES_SSL,
              LegacyHop::requiresSsl,
              hop -> hop.path(Vocabulary.REQUIRE_SSL)));

  /// A directory that requires SSL is not read over plain HTTP.
  static LegacyCheck requiringSsl(Clause clause, Failure failure) {
    return new LegacyCheck(
        clause, failure, LegacyHop::requiresSsl, hop -> hop.path(Vocabulary.REQUIRE_SSL));
  }

  private final Supposition supposition;
  private final Server first;
  private final Server backEnd;
  private final Key<Entity> directory;

  /// @param directory which of the back end's directories was asked for
  LegacyHop(Supposition supposition, Server first, Server backEnd, Key<Entity> directory) {
    this.supposition = supposition;
    this.first = first;
    this.backEnd = backEnd;
    this.directory = directory;
  }

  /// What refuses a device's request at the back end; empty where legacy proxying works.
  static Optional<Ending> activeSync(Walk walk, Server first, Server backEnd) {
    return new LegacyHop(walk.supposition(), first, backEnd, Vocabulary.LEGACY_ACTIVE_SYNC)
        .refusal(ACTIVE_SYNC_CHECKS, walk.trail())
        .or(
            () ->
                new LegacyHop(walk.supposition(), first, backEnd, Vocabulary.LEGACY_EXCHANGE)
                    .refusal(ACTIVE_SYNC_CHECKS_OF_EXCHANGE, walk.trail()));
  }

  private Optional<String> sharesWithMailboxRole() {
    Known<?> roles = first.roles();
    boolean alone =
        !(roles instanceof Known.Absent<?>)
            && supposition.holds(first.roles(), all -> !all.contains(Role.MAILBOX));
    return alone ? Optional.empty() : Optional.of(first.name() + " holds the Mailbox role too");
  }

  private Optional<String> showsForms() {
    return takes(Vocabulary.FORMS_AUTHENTICATION, false)
        ? Optional.empty()
        : Optional.of(backEnd.name() + " shows forms");
  }

  private Optional<String> requiresSsl() {
    return takes(Vocabulary.REQUIRE_SSL, false)
        ? Optional.empty()
        : Optional.of(backEnd.name() + " requires SSL");
  }

  private Optional<String> refusesIntegrated() {
    return takes(Vocabulary.WINDOWS_AUTHENTICATION, true)
        ? Optional.empty()
        : Optional.of(backEnd.name() + " does not accept Integrated");
  }

  /// Whether a switch stands as legacy proxying needs it. A switch stated to be empty is off.
  private boolean takes(Key<Boolean> key, boolean needed) {
    return switch (backEnd.get(Vocabulary.LEGACY_KEY, directory, key)) {
      case Known.Value<Boolean>(Boolean on) -> on == needed;
      case Known.Absent<Boolean>() -> !needed;
      case Known.Unsaid<Boolean>(Path what) -> supposition.either(what);
    };
  }

  private Path path(Key<?> key) {
    return backEnd.path().key(Vocabulary.LEGACY_KEY.name()).key(directory.name()).key(key.name());
  }

  /// The check that refuses, with what it found; empty where legacy proxying works.
  Optional<Ending> refusal(List<LegacyCheck> checks, TrailDraft trail) {
    for (LegacyCheck check : checks) {
      Optional<String> refusal = check.refuses().apply(this);
      if (refusal.isPresent()) {
        return Optional.of(
            trail.end(
                Decision.by(check.clause(), check.failure()),
                refusal.get(),
                at(check.path().apply(this), refusal.get())));
      }
    }
    return Optional.empty();
  }
}

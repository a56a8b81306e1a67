package io.casguard.notification.incident;

import io.casguard.contracts.CounterExample;
import io.casguard.contracts.ViolationFacts;
import io.casguard.contracts.WaiverFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong, as it was last seen.
public sealed interface Trouble {
  /// A guideline is broken.
  record BrokenGuideline(
      ViolationFacts violation, @Nullable WaiverFacts lapsedWaiver // whose end opened it
      ) implements Trouble {
    BrokenGuideline(ViolationFacts violation) {
      this(violation, null);
    }

    private String told() {
      return lapsedWaiver == null
          ? violation.message()
          : "%s; its waiver by %s lapsed on %s"
              .formatted(violation.message(), lapsedWaiver.owner(), lapsedWaiver.expires());
    }
  }

  /// Users who come in at one door, by one protocol, do not reach their mailboxes in one site.
  record BrokenPath(
      String protocol,
      String entry, // the server or published name they arrive at
      String mailboxSite,
      String network, // "internet" or "intranet"
      long users, // who are not reached; 0 where nobody counted them
      @Nullable CounterExample counterExample)
      implements Trouble {}

  /// What sort of thing it is.
  default Kind kind() {
    return switch (this) {
      case BrokenGuideline _ -> Kind.VIOLATION;
      case BrokenPath _ -> Kind.PATH;
    };
  }

  /// One sentence for people.
  default String title() {
    return switch (this) {
      case BrokenGuideline broken -> broken.told();
      case BrokenPath path ->
          "%s %s users who come in at %s from the %s do not reach their mailboxes in %s"
              .formatted(
                  path.users() == 0 ? "uncounted" : path.users(),
                  path.protocol(),
                  path.entry(),
                  path.network(),
                  path.mailboxSite());
    };
  }

  /// "error", "warning" or "info"; users who do not arrive are an error.
  default String severity() {
    return switch (this) {
      case BrokenGuideline(var violation, _) -> violation.severity();
      case BrokenPath _ -> "error";
    };
  }

  /// How many users it hits, by protocol.
  default Map<String, Long> people() {
    return switch (this) {
      case BrokenGuideline(var violation, _) -> violation.users();
      case BrokenPath path -> Map.of(path.protocol(), path.users());
    };
  }

  /// The commands that repair it, where they are known.
  default List<String> remedy() {
    return switch (this) {
      case BrokenGuideline(var violation, _) -> violation.remedy();
      case BrokenPath _ -> List.of();
    };
  }
}

package io.casguard.accesspaths;

import io.casguard.topology.Known;
import io.casguard.topology.Protocol;
import io.casguard.topology.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the people of one mailbox who use a protocol divide by the version that their devices speak:
/// disjoint, and together all of them.
///
/// One share for each version that their population states, and one for the rest. Only Exchange
/// ActiveSync divides people so.
///
/// @param contradiction what is stated of the devices and cannot be; empty where nothing is
record DeviceShares(List<Share> shares, Optional<String> contradiction) {
  /// People whose devices speak one version.
  ///
  /// @param version empty where nobody said which
  record Share(Optional<DeviceVersion> version, Known<Integer> users) {}

  DeviceShares {
    shares = List.copyOf(shares);
  }

  /// The shares of the people who use a protocol, by version, those of unsaid version last.
  static DeviceShares of(Mailbox mailbox, Protocol protocol) {
    Known<Integer> everybody = mailbox.users(protocol);
    SortedMap<String, Integer> stated = stated(mailbox, protocol);
    if (stated.isEmpty()) {
      return new DeviceShares(List.of(new Share(Optional.empty(), everybody)), Optional.empty());
    }
    SortedMap<DeviceVersion, Integer> byVersion = new TreeMap<>();
    List<String> noVersions = new ArrayList<>();
    stated.forEach(
        (text, count) ->
            DeviceVersion.parse(text)
                .ifPresentOrElse(
                    version -> byVersion.merge(version, count, Integer::sum),
                    () -> noVersions.add(text)));
    List<Share> shares = new ArrayList<>();
    byVersion.forEach(
        (version, count) -> shares.add(new Share(Optional.of(version), new Known.Value<>(count))));
    rest(everybody, sum(byVersion)).ifPresent(shares::add);
    return new DeviceShares(
        shares, contradiction(mailbox, protocol, everybody, sum(stated), noVersions));
  }

  /// How many people of a mailbox have a device of a version; unsaid where nobody said.
  static Known<Integer> people(Mailbox mailbox, Protocol protocol, DeviceVersion version) {
    return of(mailbox, protocol).shares().stream()
        .filter(share -> share.version().filter(version::equals).isPresent())
        .map(Share::users)
        .findFirst()
        .orElseGet(() -> new Known.Unsaid<>(mailbox.path().key(Vocabulary.DEVICES.name())));
  }

  /// What a mailbox's population states of devices; empty where nothing divides it.
  static SortedMap<String, Integer> stated(Mailbox mailbox, Protocol protocol) {
    return protocol == Protocol.ACTIVE_SYNC && mailbox instanceof Mailbox.Of(var population)
        ? population.get(Vocabulary.DEVICES).toOptional().orElseGet(TreeMap::new)
        : new TreeMap<>();
  }

  private static int sum(Map<?, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Optional<Share> rest(Known<Integer> everybody, int spoken) {
    return switch (everybody) {
      case Known.Value<Integer>(Integer people) when people > spoken ->
          Optional.of(new Share(Optional.empty(), new Known.Value<>(people - spoken)));
      case Known.Value<Integer> _, Known.Absent<Integer>() -> Optional.empty();
      case Known.Unsaid<Integer> unsaid -> Optional.of(new Share(Optional.empty(), unsaid));
    };
  }

  private static Optional<String> contradiction(
      Mailbox mailbox,
      Protocol protocol,
      Known<Integer> everybody,
      int devices,
      List<String> noVersions) {
    List<String> found = new ArrayList<>();
    boolean tooMany =
        switch (everybody) {
          case Known.Value<Integer>(Integer people) -> devices > people;
          case Known.Absent<Integer>() -> devices > 0;
          case Known.Unsaid<Integer> _ -> false;
        };
    if (tooMany) {
      found.add(
          mailbox.name()
              + " states "
              + devices
              + " devices for "
              + everybody.toOptional().orElse(0)
              + " people who use "
              + protocol.title()
              + "; they are counted as stated");
    }
    if (!noVersions.isEmpty()) {
      found.add(
          mailbox.name()
              + " states devices of "
              + String.join(", ", noVersions)
              + ", which is no version such as 12.1; they are counted with those of unsaid version");
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
  }
}

package io.casguard.architecture;

import java.util.Arrays;
import java.util.List;

/// A module of the house, and which others its classes may name. Nothing is transitive.
enum Room {
  TOPOLOGY("engine/topology", "topology", Kind.PURE),
  TOPOLOGY_FORMATS("engine/topology-formats", "formats", Kind.ENGINE, TOPOLOGY),
  GUIDELINES("engine/guidelines", "guidelines", Kind.PURE, TOPOLOGY),
  ACCESS_PATHS("engine/access-paths", "accesspaths", Kind.PURE, TOPOLOGY),
  ACCESS_LOGS("engine/access-logs", "accesslogs", Kind.PURE, TOPOLOGY, ACCESS_PATHS),
  CHANGE_IMPACT("engine/change-impact", "impact", Kind.PURE, TOPOLOGY, GUIDELINES, ACCESS_PATHS),
  REPORTS(
      "engine/reports",
      "reports",
      Kind.ENGINE,
      TOPOLOGY,
      TOPOLOGY_FORMATS,
      GUIDELINES,
      ACCESS_PATHS,
      ACCESS_LOGS,
      CHANGE_IMPACT),
  CONTRACTS("platform/contracts", "contracts", Kind.PLATFORM),
  SERVICE_KIT("platform/service-kit", "servicekit", Kind.PLATFORM, CONTRACTS),
  REVISION_FOLLOWER(
      "platform/revision-follower", "follower", Kind.PLATFORM, CONTRACTS, SERVICE_KIT),
  MANIFEST_BODY(
      "platform/manifest-body",
      "manifestbody",
      Kind.PLATFORM,
      TOPOLOGY,
      TOPOLOGY_FORMATS,
      SERVICE_KIT),
  DEMO_RECEIVER("platform/demo-receiver", "demoreceiver", Kind.PLATFORM),
  LOCAL_STACK("platform/local-stack", "localstack", Kind.PLATFORM),
  INVENTORY_SERVICE("inventory-service", "inventory", Kind.SERVICE),
  RULES_SERVICE("rules-service", "rules", Kind.SERVICE),
  SIMULATOR_SERVICE("simulator-service", "simulator", Kind.SERVICE),
  NOTIFICATION_SERVICE("notification-service", "notification", Kind.SERVICE),
  OPS_PORTAL("ops-portal", "portal", Kind.SERVICE),
  CASGUARD_CLI("casguard-cli", "cli", Kind.COMMANDS),
  TOPOLOGIES("quality/topologies", "topologies", Kind.QUALITY),
  TEST_SUPPORT("quality/test-support", "testsupport", Kind.QUALITY),
  ARCHITECTURE_TESTS("quality/architecture-tests", "architecture", Kind.QUALITY),
  DEPLOYMENT_TESTS("quality/deployment-tests", "deployment", Kind.QUALITY),
  END_TO_END_TESTS("quality/end-to-end-tests", "endtoend", Kind.QUALITY),
  BENCHMARKS("quality/benchmarks", "benchmarks", Kind.QUALITY);

  /// What a room is for.
  enum Kind {
    /// An engine of JDK and JSpecify only.
    PURE,
    /// An engine that may use libraries.
    ENGINE,
    PLATFORM,
    SERVICE,
    COMMANDS,
    QUALITY
  }

  final String folder;
  final Kind kind;

  /// Its packages, as ArchUnit writes them.
  final String packages;

  private final List<Room> named;

  Room(String folder, String name, Kind kind, Room... named) {
    this.folder = folder;
    this.kind = kind;
    this.packages = "io.casguard." + name + "..";
    this.named = List.of(named);
  }

  private boolean mayUse(Room other) {
    boolean isEngine = other.kind == Kind.PURE || other.kind == Kind.ENGINE;
    return other == this
        || switch (kind) {
          case PURE, ENGINE, PLATFORM -> named.contains(other);
          case SERVICE ->
              isEngine
                  || (other.kind == Kind.PLATFORM
                      && other != LOCAL_STACK
                      && other != DEMO_RECEIVER);
          case COMMANDS ->
              isEngine || other == CONTRACTS || other == LOCAL_STACK || other == DEMO_RECEIVER;
          case QUALITY -> true;
        };
  }

  /// The packages of ours that its classes must not name.
  String[] strangers() {
    return Arrays.stream(values())
        .filter(other -> !mayUse(other))
        .map(other -> other.packages)
        .toArray(String[]::new);
  }
}

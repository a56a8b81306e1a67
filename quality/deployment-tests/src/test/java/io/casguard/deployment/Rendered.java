package io.casguard.deployment;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What kubectl makes of the base, and of a place that is made from it. Without a kubectl a test is
/// skipped and says so, or fails where one is demanded.
final class Rendered {
  static final Path BASE = Project.folder("deploy/k8s/base");

  private static final Path PLACE = Path.of("src/test/resources/place").toAbsolutePath();
  private static final Optional<Kubectl> KUBECTL = Kubectl.find();
  private static final Map<Path, Manifests> ONCE = new ConcurrentHashMap<>();

  private Rendered() {}

  static Kubectl kubectl() {
    return KUBECTL.orElseGet(Rendered::none);
  }

  static Manifests base() {
    return rendered(BASE);
  }

  /// The base with what an operator adds; nothing is left to be said elsewhere but Secrets.
  static Manifests place() {
    return rendered(PLACE);
  }

  private static Manifests rendered(Path folder) {
    var kubectl = kubectl();
    return ONCE.computeIfAbsent(folder, it -> Manifests.of(kubectl.kustomize(it).manifests()))
        .copy();
  }

  private static Kubectl none() {
    String why = "this machine has no kubectl: none is packed for it, none is on the PATH";
    return "1".equals(System.getenv("CASGUARD_REQUIRE_KUBECTL")) ? fail(why) : abort(why);
  }
}

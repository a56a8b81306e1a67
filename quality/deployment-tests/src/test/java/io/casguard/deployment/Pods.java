package io.casguard.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is asked of each pod.
final class Pods {
  private static final Map<String, String> PROBES =
      Map.of(
          "startupProbe", "/q/health/started",
          "livenessProbe", "/q/health/live",
          "readinessProbe", "/q/health/ready");

  private Pods() {}

  static Stream<String> namespace(Manifests manifests) {
    return manifests
        .all("Namespace")
        .flatMap(
            namespace ->
                Stream.of("enforce", "warn", "audit")
                    .flatMap(
                        mode -> {
                          var labels = namespace.at("/metadata/labels");
                          var key = "pod-security.kubernetes.io/" + mode;
                          return labels.path(key).asText().equals("restricted")
                                  && labels.path(key + "-version").asText().matches("v1\\.\\d+")
                              ? Stream.of()
                              : Stream.of(mode + " is not restricted, of a pinned version");
                        }));
  }

  static Stream<String> restricted(Manifests manifests) {
    return each(
        manifests,
        deployment -> {
          var pod = Manifests.pod(deployment).path("securityContext");
          var container = Manifests.container(deployment).path("securityContext");
          return Stream.of(
              missing(pod.path("runAsNonRoot").asBoolean(), "may run as root"),
              missing(pod.path("runAsUser").asInt() == 10001, "does not run as 10001"),
              missing(
                  pod.at("/seccompProfile/type").asText().equals("RuntimeDefault"),
                  "has no seccomp profile"),
              missing(
                  !container.path("allowPrivilegeEscalation").asBoolean(true),
                  "may gain privileges"),
              missing(
                  container.path("readOnlyRootFilesystem").asBoolean(),
                  "may write where it is installed"),
              missing(
                  container.path("capabilities").toString().equals("{\"drop\":[\"ALL\"]}"),
                  "has capabilities"),
              missing(
                  Stream.of("hostNetwork", "hostPID", "hostIPC")
                      .noneMatch(Manifests.pod(deployment)::has),
                  "shares the node"),
              missing(
                  Manifests.items(Manifests.pod(deployment).path("volumes"))
                      .noneMatch(volume -> volume.has("hostPath")),
                  "mounts the node"),
              missing(
                  Manifests.pod(deployment).path("containers").size() == 1
                      && !Manifests.pod(deployment).has("initContainers"),
                  "has containers that nobody looks at here"));
        });
  }

  static Stream<String> token(Manifests manifests) {
    return Stream.concat(
        each(
            manifests,
            deployment ->
                Stream.of(
                    missing(
                        !Manifests.pod(deployment)
                            .path("automountServiceAccountToken")
                            .asBoolean(true),
                        "mounts a token"),
                    missing(
                        !Manifests.pod(deployment).path("enableServiceLinks").asBoolean(true),
                        "is told of every Service"))),
        manifests
            .all("ServiceAccount")
            .filter(account -> account.path("automountServiceAccountToken").asBoolean(true))
            .map(account -> Manifests.name(account) + " mounts a token"));
  }

  static Stream<String> probes(Manifests manifests) {
    return each(
        manifests,
        deployment ->
            PROBES.entrySet().stream()
                .map(
                    probe -> {
                      var get =
                          Manifests.container(deployment).at("/" + probe.getKey() + "/httpGet");
                      return missing(
                          get.path("path").asText().equals(probe.getValue())
                              && get.path("port").asText().equals("management"),
                          "has no " + probe.getKey() + " at " + probe.getValue());
                    }));
  }

  static Stream<String> resources(Manifests manifests) {
    return each(
        manifests,
        deployment -> {
          var resources = Manifests.container(deployment).path("resources");
          return Stream.of(
              missing(resources.at("/requests").has("cpu"), "asks for no CPU"),
              missing(resources.at("/limits").has("memory"), "has no limit of memory"),
              missing(
                  resources.at("/limits/memory").equals(resources.at("/requests/memory")),
                  "may be given less memory than it uses"),
              missing(!resources.at("/limits").has("cpu"), "is throttled"));
        });
  }

  static Stream<String> spread(Manifests manifests) {
    return each(
        manifests,
        deployment ->
            Map.of(
                    "topology.kubernetes.io/zone", "ScheduleAnyway",
                    "kubernetes.io/hostname", "DoNotSchedule")
                .entrySet()
                .stream()
                .map(
                    wanted ->
                        missing(
                            Manifests.items(
                                    Manifests.pod(deployment).path("topologySpreadConstraints"))
                                .anyMatch(
                                    constraint -> spreads(constraint, wanted, labels(deployment))),
                            "is not spread over " + wanted.getKey())));
  }

  private static boolean spreads(
      JsonNode constraint, Map.Entry<String, String> wanted, JsonNode labels) {
    return constraint.path("topologyKey").asText().equals(wanted.getKey())
        && constraint.path("whenUnsatisfiable").asText().equals(wanted.getValue())
        && constraint.path("matchLabelKeys").toString().equals("[\"pod-template-hash\"]")
        && ServiceObjects.selects(constraint.at("/labelSelector/matchLabels"), labels);
  }

  private static JsonNode labels(JsonNode deployment) {
    return deployment.at("/spec/template/metadata/labels");
  }

  static Stream<String> shutdown(Manifests manifests) {
    return each(
        manifests,
        deployment -> {
          var timeout =
              manifests.environment(deployment).getOrDefault("QUARKUS_SHUTDOWN_TIMEOUT", "60s");
          long needed =
              Manifests.container(deployment).at("/lifecycle/preStop/sleep/seconds").asLong()
                  + Duration.parse("PT" + timeout).toSeconds();
          return Stream.of(
              missing(
                  Manifests.container(deployment).at("/lifecycle/preStop/sleep/seconds").asInt()
                      > 0,
                  "leaves before the endpoints know"),
              missing(
                  Manifests.pod(deployment).path("terminationGracePeriodSeconds").asLong() > needed,
                  "is killed before the " + needed + " s that it needs"));
        });
  }

  static Stream<String> rollout(Manifests manifests) {
    return each(
        manifests,
        deployment ->
            Stream.of(
                missing(deployment.at("/spec/replicas").asInt() >= 2, "has no second replica"),
                missing(
                    deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1) == 0,
                    "goes away before it comes back")));
  }

  static Stream<String> images(Manifests manifests) {
    return each(
        manifests,
        deployment -> {
          var wanted = "casguard/" + Manifests.name(deployment) + ":" + Project.version();
          var image = Manifests.container(deployment).path("image").asText();
          return Stream.of(missing(image.equals(wanted), "runs " + image + ", not " + wanted));
        });
  }

  /// One complaint for each thing that a Deployment lacks, with its name.
  private static Stream<String> each(Manifests manifests, Function<JsonNode, Stream<String>> look) {
    return manifests
        .all("Deployment")
        .flatMap(
            deployment ->
                look.apply(deployment)
                    .filter(Predicate.not(String::isEmpty))
                    .map(what -> Manifests.name(deployment) + " " + what));
  }

  private static String missing(boolean right, String complaint) {
    return right ? "" : complaint;
  }
}

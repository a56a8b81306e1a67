package io.casguard.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/// What is asked of the objects of each service, and of how they find each other.
final class ServiceObjects {
  private static final List<String> FIVE =
      List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy");

  private ServiceObjects() {}

  /// As files and as objects, and as a folder that images are built from.
  static Stream<String> five(Manifests manifests) {
    return Project.services().stream()
        .flatMap(
            service ->
                Stream.concat(
                    FIVE.stream()
                        .filter(kind -> !manifests.has(kind, service))
                        .map(kind -> service + " has no " + kind),
                    Project.text(".dockerignore").contains("!" + service + "/target/quarkus-app\n")
                        ? Stream.of()
                        : Stream.of(service + " cannot become an image: see .dockerignore")));
  }

  static Stream<String> selectors(Manifests manifests) {
    var selectors =
        Stream.of(
                manifests.all("Deployment").map(each -> at(each, "/spec/selector/matchLabels")),
                manifests.all("Service").map(each -> at(each, "/spec/selector")),
                manifests
                    .all("PodDisruptionBudget")
                    .map(each -> at(each, "/spec/selector/matchLabels")),
                manifests
                    .all("NetworkPolicy")
                    .filter(each -> Project.services().contains(Manifests.name(each)))
                    .map(each -> at(each, "/spec/podSelector/matchLabels")))
            .flatMap(each -> each);
    return selectors
        .filter(
            selector ->
                manifests
                        .all("Deployment")
                        .filter(each -> selects(selector.labels(), podLabels(each)))
                        .filter(each -> Manifests.name(each).equals(selector.name()))
                        .count()
                    != 1)
        .map(selector -> selector.kind() + " " + selector.name() + " does not find its own pods");
  }

  private record Selector(String kind, String name, JsonNode labels) {}

  private static Selector at(JsonNode object, String pointer) {
    return new Selector(Manifests.kind(object), Manifests.name(object), object.at(pointer));
  }

  private static JsonNode podLabels(JsonNode deployment) {
    return deployment.at("/spec/template/metadata/labels");
  }

  /// True where the selector says something, and all that it says is among the labels.
  static boolean selects(JsonNode selector, JsonNode labels) {
    return !selector.isEmpty()
        && selector
            .propertyStream()
            .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
  }

  static Stream<String> ports(Manifests manifests) {
    var containers =
        manifests
            .all("Deployment")
            .flatMap(
                deployment -> {
                  var settings = manifests.environment(deployment);
                  return Stream.of(
                          port(deployment, "http", settings.getOrDefault("QUARKUS_HTTP_PORT", "")),
                          port(
                              deployment,
                              "management",
                              settings.getOrDefault("QUARKUS_MANAGEMENT_PORT", "")),
                          settings.getOrDefault("QUARKUS_HTTP_HOST", "").equals("0.0.0.0")
                              ? ""
                              : Manifests.name(deployment) + " hears nobody but itself")
                      .filter(complaint -> !complaint.isEmpty());
                });
    var services =
        manifests
            .all("Service")
            .filter(
                service ->
                    !Manifests.items(service.at("/spec/ports"))
                        .map(port -> port.path("targetPort").asText())
                        .toList()
                        .equals(List.of("http")))
            .map(service -> Manifests.name(service) + " does not lead to the port http");
    return Stream.concat(containers, services);
  }

  private static String port(JsonNode deployment, String name, String configured) {
    return Manifests.items(Manifests.container(deployment).path("ports"))
            .filter(port -> port.path("name").asText().equals(name))
            .anyMatch(port -> port.path("containerPort").asText().equals(configured))
        ? ""
        : Manifests.name(deployment) + " listens at " + configured + ", which is not its " + name;
  }

  static Stream<String> budgets(Manifests manifests) {
    return manifests
        .all("PodDisruptionBudget")
        .filter(
            budget ->
                budget.at("/spec/maxUnavailable").asInt() != 1
                    || !budget
                        .at("/spec/unhealthyPodEvictionPolicy")
                        .asText()
                        .equals("AlwaysAllow"))
        .map(budget -> Manifests.name(budget) + " holds up the drain of a node, or gives up more");
  }
}

package io.casguard.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is asked of configuration: known names, no secret, nothing that is not there.
final class Settings {
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|private).*");

  private Settings() {}

  static Stream<String> secrets(Manifests manifests) {
    var written =
        manifests
            .all("Deployment")
            .flatMap(deployment -> Manifests.items(Manifests.container(deployment).path("env")))
            .filter(variable -> SECRET.matcher(variable.path("name").asText()).matches())
            .filter(variable -> variable.at("/valueFrom/secretKeyRef").isMissingNode())
            .map(variable -> variable.path("name").asText() + " stands in a manifest");
    var mapped =
        manifests
            .all("ConfigMap")
            .flatMap(map -> map.path("data").propertyStream())
            .map(entry -> entry.getKey())
            .filter(key -> SECRET.matcher(key).matches())
            .map(key -> key + " stands in a ConfigMap");
    var objects =
        manifests
            .all("Secret")
            .map(secret -> "Secret " + Manifests.name(secret) + " is in the tree");
    return Stream.of(written, mapped, objects).flatMap(complaints -> complaints);
  }

  static Stream<String> known(Manifests manifests) {
    Set<String> known = Project.settings();
    return manifests
        .all("Deployment")
        .flatMap(deployment -> manifests.environment(deployment).keySet().stream())
        .distinct()
        .filter(name -> !known.contains(name))
        .map(name -> name + " is no setting of the product");
  }

  static Stream<String> databases(Manifests manifests) {
    var seen = new HashSet<String>();
    return manifests
        .all("Deployment")
        .map(deployment -> manifests.environment(deployment).getOrDefault("CASGUARD_DATABASE", ""))
        .filter(database -> database.isEmpty() || !seen.add(database))
        .map(database -> "two services use the database '" + database + "'");
  }

  /// ConfigMaps with their keys, Services in URLs, and accounts are among the objects; Secrets are
  /// named in the paper for operators, since none is in the tree.
  static Stream<String> references(Manifests manifests) {
    return manifests
        .all("Deployment")
        .flatMap(
            deployment ->
                Stream.of(
                        maps(manifests, deployment),
                        keys(manifests, deployment),
                        secrets(deployment),
                        addresses(manifests, deployment),
                        account(manifests, deployment))
                    .flatMap(names -> names)
                    .map(what -> Manifests.name(deployment) + " needs " + what));
  }

  private static Stream<String> maps(Manifests manifests, JsonNode deployment) {
    return Stream.concat(
            texts(Manifests.container(deployment).path("envFrom"), "/configMapRef/name"),
            texts(Manifests.pod(deployment).path("volumes"), "/configMap/name"))
        .filter(name -> !manifests.has("ConfigMap", name))
        .map(name -> "ConfigMap " + name);
  }

  private static Stream<String> keys(Manifests manifests, JsonNode deployment) {
    return Manifests.items(Manifests.container(deployment).path("env"))
        .map(variable -> variable.at("/valueFrom/configMapKeyRef"))
        .filter(JsonNode::isObject)
        .filter(
            wanted ->
                manifests
                    .all("ConfigMap")
                    .filter(map -> Manifests.name(map).equals(wanted.path("name").asText()))
                    .noneMatch(map -> map.path("data").has(wanted.path("key").asText())))
        .map(wanted -> wanted.path("key").asText() + " of " + wanted.path("name").asText());
  }

  private static Stream<String> secrets(JsonNode deployment) {
    String paper = Project.text("deploy/README.md");
    return Stream.concat(
            texts(Manifests.container(deployment).path("env"), "/valueFrom/secretKeyRef/name"),
            texts(Manifests.pod(deployment).path("volumes"), "/secret/secretName"))
        .filter(name -> !paper.contains("`" + name + "`"))
        .map(name -> "Secret " + name);
  }

  private static Stream<String> addresses(Manifests manifests, JsonNode deployment) {
    return manifests.environment(deployment).entrySet().stream()
        .filter(entry -> entry.getKey().matches("CASGUARD_\\w+_URL"))
        .map(entry -> URI.create(entry.getValue()))
        .filter(
            address ->
                manifests
                    .all("Service")
                    .filter(service -> Manifests.name(service).equals(address.getHost()))
                    .flatMap(service -> Manifests.items(service.at("/spec/ports")))
                    .noneMatch(port -> port.path("port").asInt() == address.getPort()))
        .map(address -> "a Service at " + address);
  }

  private static Stream<String> account(Manifests manifests, JsonNode deployment) {
    return Stream.of(Manifests.pod(deployment).path("serviceAccountName").asText())
        .filter(name -> !manifests.has("ServiceAccount", name))
        .map(name -> "ServiceAccount " + name);
  }

  private static Stream<String> texts(JsonNode list, String pointer) {
    return Manifests.items(list)
        .map(item -> item.at(pointer))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }
}

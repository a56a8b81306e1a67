package io.casguard.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Rendered objects, in the order of the rendering. Tests change copies of them.
record Manifests(List<ObjectNode> objects) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LABEL = "app.kubernetes.io/name";

  static Manifests of(String yaml) {
    var load = new Load(LoadSettings.builder().build());
    var objects = new ArrayList<ObjectNode>();
    for (Object document : load.loadAllFromString(yaml)) {
      objects.add(JSON.valueToTree(document));
    }
    return new Manifests(objects);
  }

  Manifests copy() {
    return new Manifests(new ArrayList<>(objects.stream().map(ObjectNode::deepCopy).toList()));
  }

  Stream<ObjectNode> all(String kind) {
    return objects.stream().filter(object -> kind(object).equals(kind));
  }

  ObjectNode one(String kind, String name) {
    return all(kind)
        .filter(object -> name(object).equals(name))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no " + kind + " " + name));
  }

  boolean has(String kind, String name) {
    return all(kind).anyMatch(object -> name(object).equals(name));
  }

  /// The generated ConfigMap of that name, whose own name ends in a hash.
  ObjectNode generated(String name) {
    return all("ConfigMap")
        .filter(map -> name(map).matches(name + "-[a-z0-9]{10}"))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no generated ConfigMap " + name));
  }

  /// What the container of a Deployment finds in its environment. A value that comes from a Secret
  /// is empty.
  TreeMap<String, String> environment(JsonNode deployment) {
    var found = new TreeMap<String, String>();
    JsonNode container = container(deployment);
    items(container.path("envFrom"))
        .map(from -> from.at("/configMapRef/name").asText())
        .filter(name -> has("ConfigMap", name))
        .forEach(
            name ->
                one("ConfigMap", name)
                    .path("data")
                    .properties()
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue().asText())));
    items(container.path("env"))
        .forEach(variable -> found.put(variable.path("name").asText(), value(variable, found)));
    return found;
  }

  private static String value(JsonNode variable, TreeMap<String, String> before) {
    return variable.at("/valueFrom/configMapKeyRef").isMissingNode()
        ? variable.path("value").asText()
        : before.getOrDefault(variable.at("/valueFrom/configMapKeyRef/key").asText(), "");
  }

  static JsonNode pod(JsonNode deployment) {
    return deployment.at("/spec/template/spec");
  }

  static JsonNode container(JsonNode deployment) {
    return deployment.at("/spec/template/spec/containers/0");
  }

  static String kind(JsonNode object) {
    return object.path("kind").asText();
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }

  /// The service that a selector or a label means; empty where it is about none.
  static String service(JsonNode labels) {
    return labels.path(LABEL).asText();
  }

  static Stream<JsonNode> items(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}

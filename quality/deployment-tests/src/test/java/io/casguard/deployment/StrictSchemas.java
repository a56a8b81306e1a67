package io.casguard.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/// The schemas of Kubernetes' API, made strict: no key that they do not name, and quantities and
/// ports as the API server reads them.
final class StrictSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUANTITY = "^[0-9]+(\\.[0-9]+)?([numkMGTPE]|[KMGTPE]i|[eE][0-9]+)?$";

  private final ObjectNode definitions;
  private final Map<String, String> names;

  /// @param names of the definitions, by version and kind
  private StrictSchemas(ObjectNode definitions, Map<String, String> names) {
    this.definitions = definitions;
    this.names = names;
  }

  static StrictSchemas read(Path file) throws IOException {
    var definitions = (ObjectNode) JSON.readTree(file.toFile()).path("definitions");
    var names = new HashMap<String, String>();
    definitions
        .properties()
        .forEach(
            definition ->
                definition
                    .getValue()
                    .path("x-kubernetes-group-version-kind")
                    .forEach(is -> names.put(versionAndKind(is), definition.getKey())));
    tighten(definitions);
    for (var definition : definitions.properties()) {
      var schema = (ObjectNode) definition.getValue();
      if (definition.getKey().endsWith(".Quantity")) {
        schema.removeAll().put("type", "string").put("pattern", QUANTITY);
      } else if (definition.getKey().endsWith(".IntOrString")) {
        schema.removeAll().putArray("type").add("integer").add("string");
      }
    }
    return new StrictSchemas(definitions, names);
  }

  /// What the schema of the object's kind says against it.
  Stream<String> complaints(JsonNode object) {
    var whole = JSON.createObjectNode();
    whole.put("$ref", "#/definitions/" + definitionOf(object));
    whole.set("definitions", definitions);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(whole)
        .validate(object)
        .stream()
        .map(ValidationMessage::getMessage)
        .map(message -> Manifests.kind(object) + " " + Manifests.name(object) + ": " + message);
  }

  private String definitionOf(JsonNode object) {
    var known = object.path("apiVersion").asText() + " " + Manifests.kind(object);
    var name = names.get(known);
    if (name == null) {
      throw new NoSuchElementException("Kubernetes has no " + known);
    }
    return name;
  }

  private static String versionAndKind(JsonNode is) {
    var group = is.path("group").asText();
    var version = is.path("version").asText();
    return (group.isEmpty() ? version : group + "/" + version) + " " + is.path("kind").asText();
  }

  /// Kubernetes' own keywords leave, since no validator knows them.
  private static void tighten(JsonNode node) {
    if (node instanceof ObjectNode schema) {
      if (schema.path("properties").isObject()
          && !schema.has("additionalProperties")
          && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
        schema.put("additionalProperties", false);
      }
      schema
          .propertyStream()
          .map(Map.Entry::getKey)
          .filter(key -> key.startsWith("x-"))
          .toList()
          .forEach(schema::remove);
    }
    node.forEach(StrictSchemas::tighten);
  }
}

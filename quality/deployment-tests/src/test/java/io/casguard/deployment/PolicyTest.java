package io.casguard.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The manifests keep every policy, and no policy is so blind that a mistake passes it.
class PolicyTest {
  private static final String SERVICE = "rules-service";

  @ParameterizedTest
  @EnumSource
  void everyPolicyIsKept(Policy policy) {
    assertThat(policy.complaints(Rendered.place())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void aMistakeIsRefusedByItsPolicy(Policy policy, Consumer<Manifests> mistake) {
    // Given
    Manifests manifests = Rendered.place();
    mistake.accept(manifests);

    // When
    Stream<String> complaints = policy.complaints(manifests);

    // Then
    assertThat(complaints).isNotEmpty();
  }

  @Test
  void everyPolicyHasRefusedAMistake() {
    assertThat(aMistakeIsRefusedByItsPolicy().map(mistake -> mistake.get()[0]))
        .contains((Object[]) Policy.values());
  }

  // spotless:off
  static Stream<Arguments> aMistakeIsRefusedByItsPolicy() {
    return Stream.of(
        mistake("the namespace only warns", Policy.THE_NAMESPACE_ADMITS_ONLY_RESTRICTED_PODS,
            all -> labels(all.one("Namespace", "casguard")).remove("pod-security.kubernetes.io/enforce")),
        mistake("a root file system that can be written", Policy.PODS_ARE_RESTRICTED,
            all -> in(container(all), "securityContext").remove("readOnlyRootFilesystem")),
        mistake("capabilities are kept", Policy.PODS_ARE_RESTRICTED,
            all -> in(container(all), "securityContext").remove("capabilities")),
        mistake("no seccomp profile", Policy.PODS_ARE_RESTRICTED,
            all -> in(pod(all), "securityContext").remove("seccompProfile")),
        mistake("a folder of the node", Policy.PODS_ARE_RESTRICTED,
            all -> ((ArrayNode) pod(all).path("volumes")).addObject().put("name", "node").putObject("hostPath").put("path", "/")),
        mistake("a token in the pod", Policy.PODS_HAVE_NO_TOKEN,
            all -> pod(all).remove("automountServiceAccountToken")),
        mistake("liveness asks for readiness", Policy.PODS_ARE_PROBED_ON_THE_MANAGEMENT_PORT,
            all -> in(container(all), "livenessProbe", "httpGet").put("path", "/q/health/ready")),
        mistake("no limit of memory", Policy.PODS_HAVE_MEMORY_AND_NO_LIMIT_OF_CPU,
            all -> in(container(all), "resources").remove("limits")),
        mistake("replicas may share a node", Policy.PODS_ARE_SPREAD,
            all -> ((ArrayNode) pod(all).path("topologySpreadConstraints")).remove(1)),
        mistake("killed while it finishes", Policy.PODS_END_WITHIN_THEIR_GRACE,
            all -> pod(all).put("terminationGracePeriodSeconds", 35)),
        mistake("no sleep before the end", Policy.PODS_END_WITHIN_THEIR_GRACE,
            all -> container(all).remove("lifecycle")),
        mistake("one replica", Policy.ROLLOUTS_TAKE_NOTHING_AWAY,
            all -> in(deployment(all), "spec").put("replicas", 1)),
        mistake("latest", Policy.IMAGES_HAVE_THE_VERSION_OF_THE_PROJECT,
            all -> container(all).put("image", "casguard/rules-service:latest")),
        mistake("no tag", Policy.IMAGES_HAVE_THE_VERSION_OF_THE_PROJECT,
            all -> container(all).put("image", "casguard/rules-service")),
        mistake("a written password", Policy.NO_SECRET_IS_WRITTEN,
            all -> variable(all, "QUARKUS_DATASOURCE_PASSWORD", "opensesame")),
        mistake("a password among the settings", Policy.NO_SECRET_IS_WRITTEN,
            all -> in(all.generated("casguard"), "data").put("QUARKUS_DATASOURCE_PASSWORD", "opensesame")),
        mistake("a Secret in the tree", Policy.NO_SECRET_IS_WRITTEN,
            all -> all.objects().add(all.generated("casguard").deepCopy().put("kind", "Secret"))),
        mistake("a setting with a slip of the pen", Policy.EVERY_VARIABLE_IS_A_SETTING_OF_THE_PRODUCT,
            all -> variable(all, "CASGUARD_DATABSE", "casguard-database-rw:5432/rules")),
        mistake("the database of another", Policy.SERVICES_SHARE_NO_DATABASE,
            all -> variable(all, "CASGUARD_DATABASE", "casguard-database-rw:5432/inventory")),
        mistake("a Service at another port", Policy.WHAT_IS_REFERRED_TO_EXISTS,
            all -> in(all.generated("casguard"), "data").put("CASGUARD_INVENTORY_URL", "http://inventory-service:8081")),
        mistake("a place that forgot Kafka", Policy.WHAT_IS_REFERRED_TO_EXISTS,
            all -> in(all.generated("casguard"), "data").remove("KAFKA_BOOTSTRAP_SERVERS")),
        mistake("a Secret that no paper names", Policy.WHAT_IS_REFERRED_TO_EXISTS,
            all -> variable(all, "QUARKUS_DATASOURCE_USERNAME", "").putObject("valueFrom").putObject("secretKeyRef").put("name", "database-nobody")),
        mistake("a service without a budget", Policy.EACH_SERVICE_HAS_THE_SAME_FIVE,
            all -> all.objects().remove(all.one("PodDisruptionBudget", SERVICE))),
        mistake("a Service that finds another's pods", Policy.SELECTORS_FIND_THEIR_PODS,
            all -> in(all.one("Service", SERVICE), "spec", "selector").put("app.kubernetes.io/name", "inventory-service")),
        mistake("another port than is configured", Policy.PORTS_ARE_THOSE_OF_THE_SETTINGS,
            all -> in(all.generated("casguard"), "data").put("QUARKUS_MANAGEMENT_PORT", "9082")),
        mistake("heard by nobody", Policy.PORTS_ARE_THOSE_OF_THE_SETTINGS,
            all -> in(all.generated("casguard"), "data").remove("QUARKUS_HTTP_HOST")),
        mistake("a budget that blocks every drain", Policy.BUDGETS_GIVE_UP_ONE_POD,
            all -> in(all.one("PodDisruptionBudget", SERVICE), "spec").put("maxUnavailable", 0)),
        mistake("nothing denied", Policy.NOTHING_IS_OPEN_BY_DEFAULT,
            all -> all.objects().remove(all.one("NetworkPolicy", "default-deny"))),
        mistake("a port that is open to everybody", Policy.ONLY_KNOWN_FLOWS_ARE_ALLOWED,
            all -> in(all.one("NetworkPolicy", "inventory-service"), "spec").putArray("ingress").addObject().putArray("ports").addObject().put("port", "http")),
        mistake("a flow from every namespace", Policy.ONLY_KNOWN_FLOWS_ARE_ALLOWED,
            all -> ((ObjectNode) all.one("NetworkPolicy", "inventory-service").at("/spec/ingress/0/from/0")).putObject("namespaceSelector")),
        mistake("private addresses for webhooks", Policy.ONLY_KNOWN_FLOWS_ARE_ALLOWED,
            all -> in((ObjectNode) all.one("NetworkPolicy", "notification-service").at("/spec/egress/2/to/0"), "ipBlock").remove("except")));
  }
  // spotless:on

  private static Arguments mistake(String name, Policy policy, Consumer<Manifests> mistake) {
    return argumentSet(name, policy, mistake);
  }

  private static ObjectNode in(ObjectNode object, String... path) {
    JsonNode found = object.at("/" + String.join("/", path));
    return (ObjectNode) found;
  }

  private static ObjectNode deployment(Manifests all) {
    return all.one("Deployment", SERVICE);
  }

  private static ObjectNode pod(Manifests all) {
    return (ObjectNode) Manifests.pod(deployment(all));
  }

  private static ObjectNode container(Manifests all) {
    return (ObjectNode) Manifests.container(deployment(all));
  }

  private static ObjectNode labels(ObjectNode object) {
    return in(object, "metadata", "labels");
  }

  /// Gives the container a variable of that name, in place of the one that it had.
  private static ObjectNode variable(Manifests all, String name, String value) {
    var variables = (ArrayNode) container(all).path("env");
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).path("name").asText().equals(name)) {
        variables.remove(i);
      }
    }
    return variables.addObject().put("name", name).put("value", value);
  }
}

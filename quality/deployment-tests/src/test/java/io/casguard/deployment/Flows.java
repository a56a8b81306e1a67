package io.casguard.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What is asked of the network policies: the flows that they allow are the ones listed here.
final class Flows {
  private static final Set<String> BETWEEN_SERVICES =
      Set.of(
          "rules-service -> inventory-service http", "simulator-service -> inventory-service http");
  private static final Set<String> OF_EVERY_SERVICE =
      Set.of(
          "{\"matchLabels\":{\"strimzi.io/cluster\":\"casguard\"}} 9093",
          "{\"matchLabels\":{\"cnpg.io/cluster\":\"casguard-database\"}} 5432");
  private static final String DNS =
      "{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"kube-system\"}}"
          + " {\"matchLabels\":{\"k8s-app\":\"kube-dns\"}} 53";

  private Flows() {}

  static Stream<String> closed(Manifests manifests) {
    return manifests
            .all("NetworkPolicy")
            .anyMatch(
                policy ->
                    policy.at("/spec/podSelector").isEmpty()
                        && policy.at("/spec/policyTypes").size() == 2
                        && !policy.path("spec").has("ingress")
                        && !policy.path("spec").has("egress"))
        ? Stream.of()
        : Stream.of("no policy denies everything");
  }

  /// Each flow between services is let out and let in. Kafka and PostgreSQL have policies of their
  /// own, elsewhere. Only notification-service reaches the world, at 443.
  static Stream<String> known(Manifests manifests) {
    var wanted = new TreeSet<String>();
    BETWEEN_SERVICES.forEach(flow -> wanted.add("out " + flow));
    BETWEEN_SERVICES.forEach(flow -> wanted.add("in " + flow));
    Project.services()
        .forEach(from -> OF_EVERY_SERVICE.forEach(to -> wanted.add("out " + from + " -> " + to)));
    wanted.add("out notification-service -> world 443");
    wanted.add("out everybody -> " + DNS);

    var allowed = new TreeSet<String>();
    manifests
        .all("NetworkPolicy")
        .forEach(
            policy -> {
              var me = who(policy.at("/spec/podSelector"));
              rules(policy.at("/spec/egress"), "to")
                  .forEach(
                      other ->
                          allowed.add("out " + me + " -> " + other.peer() + " " + other.port()));
              rules(policy.at("/spec/ingress"), "from")
                  .forEach(
                      other ->
                          allowed.add("in " + other.peer() + " -> " + me + " " + other.port()));
            });
    return Stream.concat(
        allowed.stream().filter(flow -> !wanted.contains(flow)).map(flow -> "too much: " + flow),
        wanted.stream().filter(flow -> !allowed.contains(flow)).map(flow -> "too little: " + flow));
  }

  private record Other(String peer, String port) {}

  /// Every pair of a peer and a port; a rule that names none means all of them.
  private static Stream<Other> rules(JsonNode rules, String side) {
    return Manifests.items(rules)
        .flatMap(
            rule ->
                orAny(rule.path(side), "anybody", Flows::peer)
                    .flatMap(
                        peer ->
                            orAny(
                                    rule.path("ports"),
                                    "any port",
                                    port ->
                                        port.path("port").asText() + port.path("endPort").asText())
                                .map(port -> new Other(peer, port))));
  }

  private static Stream<String> orAny(JsonNode list, String any, Function<JsonNode, String> word) {
    return list.isEmpty() ? Stream.of(any) : Manifests.items(list).map(word);
  }

  private static String peer(JsonNode peer) {
    return peer.has("ipBlock")
        ? world(peer.path("ipBlock"))
        : (peer.has("namespaceSelector") ? peer.path("namespaceSelector") + " " : "")
            + who(peer.path("podSelector"));
  }

  /// Addresses of version 4 leave out what is private; those of version 6 are only the public ones.
  private static String world(JsonNode block) {
    var except = Manifests.items(block.path("except")).map(JsonNode::asText).toList();
    boolean open =
        block.path("cidr").asText().equals("0.0.0.0/0")
            && except.containsAll(
                Set.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "169.254.0.0/16",
                    "100.64.0.0/10",
                    "127.0.0.0/8"));
    return open || block.path("cidr").asText().equals("2000::/3") ? "world" : "addresses " + block;
  }

  /// A service by its name, everybody by that word, and others by what is asked of their labels.
  private static String who(JsonNode selector) {
    var service = Manifests.service(selector.path("matchLabels"));
    if (selector.isEmpty()) {
      return "everybody";
    }
    return service.isEmpty() || selector.size() > 1 || selector.path("matchLabels").size() > 1
        ? selector.toString()
        : service;
  }
}

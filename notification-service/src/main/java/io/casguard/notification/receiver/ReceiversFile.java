package io.casguard.notification.receiver;

import io.casguard.notification.webhook.AllowedPlace;
import io.casguard.notification.webhook.Network;
import io.casguard.notification.webhook.Secret;
import io.casguard.notification.webhook.WebhookUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a receivers.yaml, all of its errors at once:
///
///     allow:                                  # places inside that receivers may be at
///       - {host: 127.0.0.1, port: 9600}
///       - {host: hooks.corp.example, port: 8443, network: 10.20.0.0/16}
///     receivers:
///       - name: service-desk
///         url: https://hooks.example.com/casguard
///         secret: {env: SERVICE_DESK_SECRET}  # or {file: /run/secrets/service-desk}
final class ReceiversFile {
  /// Receivers, or the lines that are wrong.
  sealed interface Result {
    record Read(List<Receiver> receivers, List<AllowedPlace> allowed) implements Result {}

    record Unreadable(List<String> errors) implements Result {}
  }

  private static final int SHORTEST_KEY = 24;
  private static final int LONGEST_KEY = 64;

  private final String name;
  private final boolean inlineSecrets;
  private final Function<String, @Nullable String> environment;
  private final List<String> errors = new ArrayList<>();

  private ReceiversFile(
      String name, boolean inlineSecrets, Function<String, @Nullable String> environment) {
    this.name = name;
    this.inlineSecrets = inlineSecrets;
    this.environment = environment;
  }

  /// Reads the text of a file of that name.
  static Result read(
      String name,
      String text,
      boolean inlineSecrets,
      Function<String, @Nullable String> environment) {
    var file = new ReceiversFile(name, inlineSecrets, environment);
    var receivers = new ArrayList<Receiver>();
    var allowed = new ArrayList<AllowedPlace>();
    try {
      var settings = LoadSettings.builder().setLabel(name).build();
      new Compose(settings)
          .composeString(text)
          .ifPresent(root -> file.readRoot(root, receivers, allowed));
    } catch (MarkedYamlEngineException e) {
      file.error(e.getProblemMark(), "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      file.error(Optional.empty(), "not YAML: " + e.getMessage());
    }
    return file.errors.isEmpty()
        ? new Result.Read(List.copyOf(receivers), List.copyOf(allowed))
        : new Result.Unreadable(List.copyOf(file.errors));
  }

  private void readRoot(Node root, List<Receiver> receivers, List<AllowedPlace> allowed) {
    var keys = map(root, "the file", Set.of("allow", "receivers"));
    for (Node place : list(keys.get("allow"), "allow")) {
      allowedPlace(place).ifPresent(allowed::add);
    }
    var names = new HashSet<String>();
    for (Node item : list(keys.get("receivers"), "receivers")) {
      receiver(item)
          .ifPresent(
              receiver -> {
                if (!names.add(receiver.name())) {
                  error(item, "there is another receiver named " + receiver.name());
                }
                receivers.add(receiver);
              });
    }
  }

  private Optional<Receiver> receiver(Node item) {
    var keys = map(item, "a receiver", Set.of("name", "url", "secret"));
    var called = text(item, keys, "name");
    var url = text(item, keys, "url");
    var secret = secret(item, keys.get("secret"));
    if (url.isPresent() && WebhookUrl.parse(url.get()) instanceof WebhookUrl.Parsed.Odd(var why)) {
      error(keys.get("url"), "url: " + why);
    }
    return called.isPresent() && url.isPresent() && secret.isPresent()
        ? Optional.of(new Receiver(called.get(), url.get(), secret.get()))
        : Optional.empty();
  }

  private Optional<AllowedPlace> allowedPlace(Node item) {
    var keys = map(item, "an allowed place", Set.of("host", "port", "network"));
    var host = text(item, keys, "host");
    var port = text(item, keys, "port");
    if (host.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    if (!port.get().matches("[0-9]{1,5}") || Integer.parseInt(port.get()) > 65_535) {
      error(keys.get("port"), "port: " + port.get() + " is no port");
      return Optional.empty();
    }
    var written =
        keys.containsKey("network") ? text(item, keys, "network") : Optional.of(host.get());
    var network = written.flatMap(Network::parse);
    if (network.isEmpty()) {
      error(
          item,
          "network: say which addresses %s may have, such as 10.20.0.0/16".formatted(host.get()));
      return Optional.empty();
    }
    return Optional.of(new AllowedPlace(host.get(), Integer.parseInt(port.get()), network.get()));
  }

  private Optional<Secret> secret(Node item, @Nullable Node value) {
    if (value == null) {
      error(item, "secret is missing");
      return Optional.empty();
    }
    if (value instanceof ScalarNode inline) {
      if (!inlineSecrets) {
        error(value, "secret: a secret stands elsewhere: {env: NAME} or {file: PATH}");
        return Optional.empty();
      }
      return checked(value, inline.getValue());
    }
    var keys = map(value, "secret", Set.of("env", "file"));
    if (keys.size() != 1) {
      error(value, "secret: say either {env: NAME} or {file: PATH}");
      return Optional.empty();
    }
    return keys.containsKey("env")
        ? text(value, keys, "env").flatMap(variable -> ofEnvironment(value, variable))
        : text(value, keys, "file").flatMap(path -> ofFile(value, path));
  }

  private Optional<Secret> ofEnvironment(Node at, String variable) {
    var found = environment.apply(variable);
    if (found == null) {
      error(at, "secret: the environment has no " + variable);
      return Optional.empty();
    }
    return checked(at, found);
  }

  private Optional<Secret> ofFile(Node at, String path) {
    try {
      return checked(at, Files.readString(Path.of(path)).strip());
    } catch (IOException e) {
      error(at, "secret: " + path + " cannot be read");
      return Optional.empty();
    }
  }

  private Optional<Secret> checked(Node at, String secret) {
    if (secret.startsWith(Secret.PREFIX)) {
      try {
        int bytes = Base64.getDecoder().decode(secret.substring(Secret.PREFIX.length())).length;
        if (bytes >= SHORTEST_KEY && bytes <= LONGEST_KEY) {
          return Optional.of(new Secret(secret));
        }
      } catch (IllegalArgumentException e) {
        // it is told below, without the secret
      }
    }
    error(at, "secret: it is whsec_ and the base64 of 24 to 64 bytes");
    return Optional.empty();
  }

  private Map<String, Node> map(Node node, String what, Set<String> allowed) {
    var found = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode mapping)) {
      error(node, what + " is a map of " + String.join(", ", allowed.stream().sorted().toList()));
      return found;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!allowed.contains(key)) {
        error(
            tuple.getKeyNode(),
            "%s is no key of %s, which has %s"
                .formatted(key, what, String.join(", ", allowed.stream().sorted().toList())));
      } else {
        found.put(key, tuple.getValueNode());
      }
    }
    return found;
  }

  private List<Node> list(@Nullable Node node, String key) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    error(node, key + " is a list");
    return List.of();
  }

  private Optional<String> text(Node within, Map<String, Node> keys, String key) {
    var node = keys.get(key);
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue());
    }
    error(node == null ? within : node, key + " is missing");
    return Optional.empty();
  }

  private void error(@Nullable Node at, String what) {
    error(at == null ? Optional.empty() : at.getStartMark(), what);
  }

  private void error(Optional<Mark> at, String what) {
    errors.add(
        at.map(mark -> "%s:%d:%d: ".formatted(name, mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(name + ": ")
            + what);
  }
}

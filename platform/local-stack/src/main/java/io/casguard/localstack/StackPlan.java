package io.casguard.localstack;

import java.nio.file.Path;
import java.util.List;

/// What a stack is to be made of.
///
/// @param folder holds its data and logs; one stack at a time uses it
/// @param fresh whether the data of earlier runs are forgotten
/// @param services started together, once PostgreSQL and Kafka answer
public record StackPlan(
    Path folder,
    boolean fresh,
    List<String> databases,
    List<Topic> topics,
    List<ServicePart> services) {
  /// Keeps its own copies of the lists.
  public StackPlan {
    folder = folder.toAbsolutePath().normalize();
    databases = List.copyOf(databases);
    topics = List.copyOf(topics);
    services = List.copyOf(services);
  }

  Path log(String part) {
    return folder.resolve("logs").resolve(part + ".log");
  }
}

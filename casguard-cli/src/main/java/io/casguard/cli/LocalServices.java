package io.casguard.cli;

import io.casguard.localstack.Addresses;
import io.casguard.localstack.EmbeddedPostgres;
import io.casguard.localstack.ServicePart;
import io.casguard.localstack.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The services of the product as parts of the local stack.
///
/// @param home the folder of the project
/// @param receiversFile who is told
public record LocalServices(Path home, Path receiversFile) {
  public static final String INVENTORY = "inventory-service";
  public static final String RULES = "rules-service";
  public static final String SIMULATOR = "simulator-service";
  public static final String NOTIFICATION = "notification-service";

  /// Their names; the first listens at 8081, the others at the ports that follow.
  static final List<String> NAMES = List.of(INVENTORY, RULES, SIMULATOR, NOTIFICATION);

  /// A database each.
  public static final List<String> DATABASES = NAMES.stream().map(LocalServices::database).toList();

  private static final List<String> CHANNELS =
      List.of("casguard.topology-changes", "casguard.violations", "casguard.access-path-changes");
  private static final int PARTITIONS = 3;
  private static final int FIRST_PORT = 8081;
  private static final int FIRST_MANAGEMENT_PORT = 9081;

  /// The topics of their events, and of each service's dead letters.
  public static List<Topic> topics() {
    return Stream.concat(
            CHANNELS.stream().map(channel -> new Topic(channel, PARTITIONS)),
            NAMES.stream().map(service -> new Topic("casguard.dead-letters." + service, 1)))
        .toList();
  }

  /// The parts, in the order of their ports.
  ///
  /// @throws WrongInput where a service was not built
  List<ServicePart> parts() {
    return NAMES.stream().map(this::part).toList();
  }

  /// One of them.
  ///
  /// @throws WrongInput where the service was not built
  public ServicePart part(String name) {
    int place = NAMES.indexOf(name);
    return new ServicePart(
        name,
        FIRST_PORT + place,
        FIRST_MANAGEMENT_PORT + place,
        "/q/health/ready",
        command(name),
        addresses -> environment(name, addresses));
  }

  private List<String> command(String service) {
    Path jar = home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new WrongInput(service + " is not built: " + jar + " is missing; run ./casguard up");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xms32m",
        "-Xmx256m",
        "-XX:+ExitOnOutOfMemoryError",
        "-jar",
        jar.toString());
  }

  private Map<String, String> environment(String service, Addresses addresses) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("CASGUARD_LOCAL", "true");
    environment.put("QUARKUS_PROFILE", "local");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(addresses.port(service)));
    environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(addresses.managementPort(service)));
    environment.put(
        "CASGUARD_DATABASE",
        addresses.postgres().address().getHost()
            + ":"
            + addresses.postgres().address().getPort()
            + "/"
            + database(service));
    environment.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedPostgres.USER);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", addresses.postgres().password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.kafkaBootstrapServers());
    environment.put("CASGUARD_INVENTORY_URL", addresses.service(INVENTORY).toString());
    if (service.equals(NOTIFICATION)) {
      environment.put("CASGUARD_RECEIVERS_FILE", receiversFile.toString());
      environment.put("CASGUARD_INCIDENTS_LINK", addresses.service(NOTIFICATION) + "/incidents/");
    }
    return environment;
  }

  private static String database(String service) {
    return service.replace("-service", "");
  }
}

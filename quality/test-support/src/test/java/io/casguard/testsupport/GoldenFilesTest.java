package io.casguard.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFilesTest {
  @TempDir private Path folder;

  @Test
  void theTextOfTheFilePasses() throws IOException {
    // Given
    Files.writeString(folder.resolve("out.txt"), "PROXY\n");
    var files = new GoldenFiles(folder, false);

    // When
    files.check("out.txt", "PROXY\n");

    // Then
    files.assertAllUsed();
  }

  @Test
  void anotherTextFailsAndTheFileStays() throws IOException {
    // Given
    Files.writeString(folder.resolve("out.txt"), "PROXY\n");
    var files = new GoldenFiles(folder, false);

    // When // Then
    assertThatThrownBy(() -> files.check("out.txt", "LOCAL\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dupdate rewrites it");
    assertThat(folder.resolve("out.txt")).hasContent("PROXY\n");
  }

  @Test
  void aMissingFileFailsAndSaysHowToWriteIt() {
    // Given
    var files = new GoldenFiles(folder, false);

    // When // Then
    assertThatThrownBy(() -> files.check("out.txt", "LOCAL\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("run with -Dupdate to write it");
  }

  @Test
  void anUpdateWritesWhatIs() throws IOException {
    // Given
    var files = new GoldenFiles(folder, true);

    // When
    files.check("leeds/out.txt", "LOCAL\n");

    // Then
    assertThat(folder.resolve("leeds/out.txt")).hasContent("LOCAL\n");
  }

  @Test
  void aLeftOverFileFails() throws IOException {
    // Given
    Files.writeString(folder.resolve("in.txt"), "topology");
    Files.writeString(folder.resolve("old.txt"), "LOCAL");
    var files = new GoldenFiles(folder, false);

    // When
    files.read("in.txt");

    // Then
    assertThatThrownBy(files::assertAllUsed)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("old.txt");
  }
}

package io.casguard.formats.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.casguard.formats.Manifest;
import io.casguard.formats.ManifestWriter;
import io.casguard.formats.SourceFile;
import io.casguard.formats.shell.ExportFile;
import io.casguard.formats.shell.ExportLimits;
import io.casguard.formats.shell.ShellExports;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Whatever a file holds: it is read or refused in words, and what was read of it is a manifest
/// that reads back the same.
///
/// A usual run tries the kept inputs. `JAZZER_FUZZ=1` looks for new ones, for 20 seconds, in one
/// method at a time: `-Dtest=ShellExportsFuzzTest#clixml`.
class ShellExportsFuzzTest {
  private static final ExportLimits SMALL = new ExportLimits(1 << 20, 10_000, 30, 200, 20, 200);

  @FuzzTest(maxDuration = "20s")
  void anything(byte[] bytes) throws IOException {
    read(bytes);
  }

  @FuzzTest(maxDuration = "20s")
  void clixml(byte[] bytes) throws IOException {
    read(
        after(
            "<Objs Version=\"1.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">",
            bytes));
  }

  @FuzzTest(maxDuration = "20s")
  void csv(byte[] bytes) throws IOException {
    read(after("Name,Server,ServerRole,Site\n", bytes));
  }

  @FuzzTest(maxDuration = "20s")
  void json(byte[] bytes) throws IOException {
    read(after("[{\"Name\":", bytes));
  }

  @FuzzTest(maxDuration = "20s")
  void console(byte[] bytes) throws IOException {
    read(after("Name : TIDECAS1\n", bytes));
  }

  @FuzzTest(maxDuration = "20s")
  void archive(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("Get-ExchangeServer.xml"));
      zip.write(bytes);
    }
    read(packed.toByteArray());
    read(after("PK\u0003\u0004", bytes));
  }

  private static byte[] after(String start, byte[] bytes) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(start.getBytes(StandardCharsets.UTF_8));
    all.write(bytes);
    return all.toByteArray();
  }

  private static void read(byte[] bytes) throws IOException {
    // Given
    ShellImport shellImport = new ShellImport();
    ExportFile file = new ExportFile("export", true, () -> new ByteArrayInputStream(bytes));

    // When
    ShellExports.Reading reading = ShellExports.read(List.of(file), SMALL, shellImport);
    Imported imported = shellImport.finish("fuzzed");

    // Then
    assertThat(reading.problems())
        .allSatisfy(
            problem ->
                assertThat(problem.message()).isNotBlank().doesNotContainPattern("\\p{Cntrl}"));
    assertThat(readBack(imported)).isEqualTo(imported.topology());
  }

  private static Object readBack(Imported imported) {
    String written = ManifestWriter.write(imported.topology());
    return switch (Manifest.read(List.of(new SourceFile("topology.yaml", written)))) {
      case Manifest.Reading.Accepted(List<Manifest.Declared> declared, _) ->
          declared.getFirst().topology();
      case Manifest.Reading.Rejected(var problems) -> problems + "\n" + written;
    };
  }
}

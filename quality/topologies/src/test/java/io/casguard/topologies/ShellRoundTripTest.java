package io.casguard.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.formats.imports.Imported;
import io.casguard.formats.imports.ShellImport;
import io.casguard.formats.shell.ExportFile;
import io.casguard.formats.shell.ExportLimits;
import io.casguard.formats.shell.ShellExports;
import io.casguard.topology.Entity;
import io.casguard.topology.Known;
import io.casguard.topology.Topology;
import io.casguard.topology.Vocabulary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// What is printed as the shell prints it reads back as the same topology, in each format.
class ShellRoundTripTest {
  private static final int SEEDS = 200;

  @Test
  void everyFormatReadsBackAsTheSameTopology() throws IOException {
    for (long seed : seeds()) {
      // Given
      Topology topology = new ExportedOrganization(seed).topology();
      SortedMap<String, Integer> mailboxes =
          ExportedOrganization.mailboxes(topology, new Random(seed));
      ShellPrinter printer = new ShellPrinter(topology, mailboxes);
      Map<String, Map<String, String>> formats = new LinkedHashMap<>();
      formats.put("Format-List", printer.formatList());
      formats.put("CSV", printer.csv());
      formats.put("CLIXML", printer.clixml());
      formats.put("JSON", printer.json());

      for (Map.Entry<String, Map<String, String>> format : formats.entrySet()) {
        // When
        Charset charset = seed % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE;
        Imported imported = imported(files(format.getValue(), charset, seed % 3 == 0));

        // Then
        String told = "seed " + seed + ", " + format.getKey();
        assertThat(withoutUsers(imported.topology()).canonicalLines())
            .as("%s%n%s", told, format.getValue())
            .isEqualTo(topology.canonicalLines());
        assertThat(counted(imported.topology())).as(told).isEqualTo(mailboxes);
        assertThat(imported.contradictions()).as(told).isEmpty();
        assertThat(imported.remarks())
            .as(told)
            .allMatch(remark -> remark.message().endsWith("; the switch is taken"));
      }
    }
  }

  @Test
  void theSameExportInTwoFormatsContradictsNothing() throws IOException {
    for (long seed : seeds()) {
      // Given
      Topology topology = new ExportedOrganization(seed).topology();
      ShellPrinter printer = new ShellPrinter(topology, new TreeMap<>());
      Map<String, String> both = new LinkedHashMap<>(printer.clixml());
      both.putAll(printer.formatList());

      // When
      Imported imported = imported(files(both, StandardCharsets.UTF_8, false));

      // Then
      assertThat(imported.contradictions()).as("seed " + seed).isEmpty();
      assertThat(imported.topology()).as("seed " + seed).isEqualTo(topology);
    }
  }

  private static long[] seeds() {
    return LongStream.concat(
            LongStream.range(0, SEEDS), LongStream.of(ThreadLocalRandom.current().nextLong()))
        .toArray();
  }

  private static Topology withoutUsers(Topology topology) {
    return new Topology("exported", topology.spec().unsaying(Vocabulary.USERS));
  }

  /// Populations by server and switches, whatever they are called.
  private static SortedMap<String, Integer> counted(Topology topology) {
    SortedMap<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Entity population : topology.spec().parts(Vocabulary.USERS).values()) {
      String key =
          "%s %s %s"
              .formatted(
                  population
                      .stated(Vocabulary.MAILBOX_SERVER)
                      .flatMap(Known::toOptional)
                      .orElseThrow(),
                  capital(population, true),
                  capital(population, false));
      counts.put(key, population.stated(Vocabulary.COUNT).flatMap(Known::toOptional).orElseThrow());
    }
    return counts;
  }

  private static String capital(Entity population, boolean owa) {
    boolean on =
        population
            .stated(owa ? Vocabulary.OWA_ENABLED : Vocabulary.POP_ENABLED)
            .flatMap(Known::toOptional)
            .orElseThrow();
    return on ? "True" : "False";
  }

  private static List<ExportFile> files(Map<String, String> texts, Charset charset, boolean packed)
      throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    texts.forEach((name, text) -> files.put(name, ("\uFEFF" + text).getBytes(charset)));
    if (!packed) {
      return files.entrySet().stream()
          .map(
              file ->
                  new ExportFile(
                      file.getKey(), true, () -> new ByteArrayInputStream(file.getValue())))
          .toList();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("casguard-export/" + file.getKey()));
        zip.write(file.getValue());
      }
    }
    return List.of(
        new ExportFile("export.zip", true, () -> new ByteArrayInputStream(bytes.toByteArray())));
  }

  private static Imported imported(List<ExportFile> files) throws IOException {
    ShellImport shellImport = new ShellImport();
    ShellExports.Reading reading = ShellExports.read(files, ExportLimits.DEFAULT, shellImport);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.skipped()).isEmpty();
    assertThat(shellImport.problems()).isEmpty();
    return shellImport.finish("exported");
  }
}

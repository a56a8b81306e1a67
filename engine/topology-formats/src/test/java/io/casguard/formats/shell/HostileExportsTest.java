package io.casguard.formats.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bombs and traps: each is told in one sentence, and none is ever unpacked, resolved or obeyed.
class HostileExportsTest {
  private static final String OBJS =
      "<Objs Version=\"1.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";
  private static final String DTD_REFUSED =
      "a document type declaration, which Export-Clixml never writes: refused";

  @TempDir private Path folder;

  @Test
  void anExternalEntityIsNeverOpened() throws IOException {
    // Given
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (String target :
          List.of(
              secret.toUri().toString(), "http://127.0.0.1:" + listener.getLocalPort() + "/x")) {
        // When
        Exported general =
            Exported.of(
                "a.xml",
                "<!DOCTYPE Objs [<!ENTITY e SYSTEM \""
                    + target
                    + "\">]>"
                    + OBJS
                    + "<Obj><MS><S N=\"Name\">&e;</S></MS></Obj></Objs>");
        Exported parameter =
            Exported.of(
                "a.xml",
                "<!DOCTYPE Objs [<!ENTITY % e SYSTEM \"" + target + "\"> %e;]>" + OBJS + "</Objs>");
        Exported outside =
            Exported.of("a.xml", "<!DOCTYPE Objs SYSTEM \"" + target + "\">" + OBJS + "</Objs>");

        // Then
        for (Exported exported : List.of(general, parameter, outside)) {
          assertThat(exported.objects()).isEmpty();
          assertThat(exported.problems())
              .singleElement()
              .asString()
              .contains(DTD_REFUSED)
              .doesNotContain("secret");
        }
      }
      listener.setSoTimeout(1);
      assertThat(listener).matches(HostileExportsTest::wasNotCalled, "nobody connected");
    }
  }

  private static boolean wasNotCalled(ServerSocket listener) {
    try {
      listener.accept().close();
      return false;
    } catch (IOException nobody) {
      return true;
    }
  }

  @Test
  void billionsOfLaughsAreRefusedAtTheirDeclaration() throws IOException {
    // Given
    StringBuilder laughs = new StringBuilder("<!DOCTYPE Objs [<!ENTITY a0 \"ha\">");
    for (int at = 1; at < 20; at++) {
      laughs.append("<!ENTITY a" + at + " \"" + ("&a" + (at - 1) + ";").repeat(10) + "\">");
    }
    laughs.append("]>" + OBJS + "<Obj><MS><S N=\"Name\">&a19;</S></MS></Obj></Objs>");
    String quadratic =
        "<!DOCTYPE Objs [<!ENTITY a \""
            + "x".repeat(100_000)
            + "\">]>"
            + OBJS
            + "<S>"
            + "&a;".repeat(50_000)
            + "</S></Objs>";

    // When // Then
    assertThat(Exported.of("a.xml", laughs.toString()).problems())
        .singleElement()
        .asString()
        .contains(DTD_REFUSED);
    assertThat(Exported.of("a.xml", quadratic).problems())
        .singleElement()
        .asString()
        .contains(DTD_REFUSED);
  }

  @Test
  void depthIsRefused() throws IOException {
    assertThat(Exported.of("a.xml", OBJS + "<Obj><Props><Obj N=\"a\">".repeat(100_000)).problems())
        .containsExactly("a.xml:1:1: more than 60 levels of nesting");
    assertThat(Exported.of("a.json", "[{\"Name\":" + "[".repeat(100_000)).problems())
        .singleElement()
        .asString()
        .startsWith("a.json:1:1: ")
        .contains("nesting depth");
    assertThat(Exported.of("b.json", "[".repeat(100_000) + "{").problems())
        .singleElement()
        .asString()
        .contains("neither CLIXML, CSV, JSON nor Format-List");
  }

  @Test
  void aMillionAttributesAreRefused() throws IOException {
    // Given
    StringBuilder element = new StringBuilder(OBJS + "<Obj");
    for (int at = 0; at < 1_000_000; at++) {
      element.append(" a").append(at).append("=\"\"");
    }

    // When
    Exported exported = Exported.of("a.xml", element + "/></Objs>");

    // Then
    assertThat(exported.objects()).isEmpty();
    assertThat(exported.problems()).singleElement().asString().contains("a.xml:1:1: no CLIXML: ");
  }

  @Test
  void aMillionPropertiesOfOneObjectAreRefused() throws IOException {
    // Given
    String many = "<S N=\"p\">x</S>";
    StringBuilder xml = new StringBuilder(OBJS + "<Obj><MS>");
    StringBuilder json = new StringBuilder("{\"Name\": \"a\"");
    StringBuilder list = new StringBuilder("Name : a\n");
    StringBuilder csv = new StringBuilder("Name,Server");
    for (int at = 0; at < 1_000_000; at++) {
      xml.append(many.replace("p", "p" + at));
      json.append(",\"p").append(at).append("\":1");
      list.append("p").append(at).append(" : 1\n");
      csv.append(",p").append(at);
    }

    // When // Then
    for (Map.Entry<String, String> file :
        Map.of(
                "a.xml", xml.toString(),
                "a.json", json.toString(),
                "a.txt", list.toString())
            .entrySet()) {
      assertThat(Exported.of(file.getKey(), file.getValue()).problems())
          .singleElement()
          .asString()
          .contains("an object with more than 5000 properties");
    }
    assertThat(Exported.of("a.csv", "#TYPE x\n" + csv.substring(0, 900_000) + "\n").problems())
        .containsExactly("a.csv:2:1: more than 5000 columns");
  }

  @Test
  void aLineThatNeverEndsIsRefused() throws IOException {
    // Given
    String start = "Name : TIDECAS1\nSite : ";
    ExportFile endless = new ExportFile("a.txt", true, () -> endless(start, "x"));
    ExportFile endlessText =
        new ExportFile("a.xml", true, () -> endless(OBJS + "<Obj><MS><S N=\"Name\">", "x"));
    ExportFile endlessQuote =
        new ExportFile("a.csv", true, () -> endless("Name,Site\nTIDECAS1,\"", "x\n"));
    ExportFile endlessJson = new ExportFile("a.json", true, () -> endless("[{\"Name\":\"", "x"));
    ExportFile endlessList =
        new ExportFile(
            "b.xml", true, () -> endless(OBJS + "<Obj><MS><Obj N=\"a\"><LST>", "<S>x</S>"));

    // When // Then
    assertThat(Exported.of(endless).problems())
        .containsExactly("a.txt:2:1: a line longer than 1048576 characters");
    assertThat(Exported.of(endlessText).problems())
        .containsExactly("a.xml:1:1: a value longer than 1048576 characters");
    assertThat(Exported.of(endlessQuote).problems())
        .containsExactly("a.csv:2:1: a quoted cell begins here and never ends: close its quotes");
    assertThat(Exported.of(endlessJson).problems())
        .singleElement()
        .asString()
        .contains("a.json:1:1: String value length");
    assertThat(Exported.of(endlessList).problems())
        .containsExactly("b.xml:1:1: an object of more than 33554432 characters");
  }

  /// A stream that begins with a text and goes on with another for a hundred million characters.
  private static InputStream endless(String start, String again) {
    byte[] more = again.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    ByteArrayInputStream first = new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8));
    return new InputStream() {
      private long left = 100_000_000L;

      @Override
      public int read() {
        throw new UnsupportedOperationException("nobody reads single bytes");
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        int read = first.read(into, offset, length);
        if (read > 0) {
          return read;
        }
        int given = (int) Math.min(left, Math.min(length, more.length));
        System.arraycopy(more, 0, into, offset, given);
        left -= given;
        return given == 0 ? -1 : given;
      }
    };
  }

  @Test
  void anArchiveThatGrowsWithoutEndIsRefused() throws IOException {
    // Given
    byte[] bomb = zip(Map.of("servers.txt", "Name : TIDECAS1\n" + " ".repeat(50_000_000)));
    byte[] image = zip(Map.of("image.bin", "\0".repeat(50_000_000)));

    // When // Then
    assertThat(bomb).hasSizeLessThan(100_000);
    assertThat(Exported.of("a.zip", bomb).problems())
        .singleElement()
        .asString()
        .matches("a.zip:1:1: an archive that grows more than 200 times|.*a line longer than.*");
    assertThat(Exported.of("a.zip", image).problems())
        .containsExactly("a.zip:1:1: an archive that grows more than 200 times");
  }

  @Test
  void anArchiveInsideAnArchiveIsRefused() throws IOException {
    // Given
    ByteArrayOutputStream outer = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(outer)) {
      zip.putNextEntry(new ZipEntry("inner.zip"));
      zip.write(zip(Map.of("servers.txt", "Name : TIDECAS1\n")));
    }

    // When // Then
    assertThat(Exported.of("a.zip", outer.toByteArray()).problems())
        .containsExactly("a.zip!inner.zip:1:1: an archive inside an archive: unpack the outer one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../servers.txt",
        "a/../../servers.txt",
        "/servers.txt",
        "C:/servers.txt",
        "..\\servers.txt"
      })
  void aFileOutsideOfItsArchiveIsRefused(String name) throws IOException {
    assertThat(Exported.of("a.zip", zip(Map.of(name, "Name : TIDECAS1\n"))).problems())
        .singleElement()
        .asString()
        .startsWith("a.zip:1:1: an archive with a file outside of itself: ");
  }

  @Test
  void anArchiveOfTooManyFilesIsRefused() throws IOException {
    // Given
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int at = 0; at <= ExportLimits.DEFAULT.entries(); at++) {
        zip.putNextEntry(new ZipEntry(at + ".txt"));
        zip.closeEntry();
      }
    }

    // When // Then
    assertThat(Exported.of("a.zip", bytes.toByteArray()).problems())
        .containsExactly("a.zip:1:1: an archive of more than 10000 files");
  }

  @Test
  void aBrokenArchiveIsTold() throws IOException {
    // Given
    byte[] whole = zip(Map.of("servers.txt", "Name : TIDECAS1\nSite : " + "abcdefgh".repeat(99)));

    // When
    Exported exported = Exported.of("a.zip", Arrays.copyOf(whole, 60));

    // Then
    assertThat(exported.problems()).singleElement().asString().startsWith("a.zip:1:1: a broken");
  }

  @Test
  void exportsThatAreTooLargeTogetherAreRefused() throws IOException {
    // Given
    ExportLimits limits = new ExportLimits(100, 1000, 60, 100, 10, 100);
    byte[] text = "Name : TIDECAS1\n".repeat(4).getBytes(StandardCharsets.UTF_8);
    ExportFile one = new ExportFile("one.txt", true, () -> new ByteArrayInputStream(text));
    ExportFile two = new ExportFile("two.txt", true, () -> new ByteArrayInputStream(text));

    // When
    Exported exported = Exported.of(List.of(one, two), limits);

    // Then
    assertThat(exported.problems())
        .containsExactly("two.txt:1:1: the exports are larger than the limit of 100 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\0\0\0\0", "Name : a\0b", "\uFEFF", "", " \n\n", "+ADw-Objs+AD4-", "%PDF-1.4"})
  void whatIsNoExportIsTold(String text) throws IOException {
    assertThat(Exported.of("a.bin", text).problems())
        .singleElement()
        .asString()
        .startsWith("a.bin:1:1: n");
  }

  @Test
  void controlCharactersOfAFileReachNoTerminal() throws IOException {
    // When
    Exported exported = Exported.of("a.xml", OBJS.replace("Objs", "Objs\u001b[31m"));

    // Then
    assertThat(exported.problems()).singleElement().asString().doesNotContain("\u001b");
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}

package io.casguard.formats.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingsTest {
  private static final String SITE = "ad.tideway.example/Configuration/Sites/Großkoog";

  private static final Map<String, String> EXPORTS =
      Map.of(
          "list", "Name       : TIDECAS1\r\nSite       : " + SITE + "\r\n",
          "csv", "#TYPE Selected.X\r\n\"Name\",\"Site\"\r\n\"TIDECAS1\",\"" + SITE + "\"\r\n",
          "clixml",
              "<Objs Version=\"1.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">"
                  + "<Obj RefId=\"0\"><MS><S N=\"Name\">TIDECAS1</S><S N=\"Site\">"
                  + SITE
                  + "</S></MS></Obj></Objs>",
          "json", "[{\"Name\":\"TIDECAS1\",\"Site\":\"" + SITE + "\"}]");

  @ParameterizedTest
  @CsvSource({
    "list,UTF-8,",
    "list,UTF-8,EFBBBF",
    "list,UTF-16LE,FFFE",
    "list,UTF-16LE,",
    "list,UTF-16BE,FEFF",
    "csv,UTF-8,",
    "csv,UTF-8,EFBBBF",
    "csv,UTF-16LE,FFFE",
    "csv,UTF-16LE,",
    "csv,UTF-16BE,FEFF",
    "clixml,UTF-8,",
    "clixml,UTF-8,EFBBBF",
    "clixml,UTF-16LE,FFFE",
    "clixml,UTF-16LE,",
    "clixml,UTF-16BE,FEFF",
    "json,UTF-8,",
    "json,UTF-8,EFBBBF",
    "json,UTF-16LE,FFFE",
    "json,UTF-16LE,",
    "json,UTF-16BE,FEFF"
  })
  void eachFormatIsReadInEachEncoding(String format, String charset, @Nullable String mark)
      throws IOException {
    // When
    Exported exported =
        Exported.of("export", bytes(EXPORTS.getOrDefault(format, ""), charset, mark));

    // Then
    assertThat(exported.problems()).isEmpty();
    assertThat(exported.objects())
        .singleElement()
        .satisfies(
            object -> {
              assertThat(object.text("name")).contains("TIDECAS1");
              assertThat(object.text("SITE")).contains(SITE);
            });
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,EFBBBF,utf-16", "UTF-16LE,FFFE,utf-8", "UTF-16LE,FFFE,utf-16", "UTF-8,,x"})
  void whatADeclarationSaysOfTheEncodingDoesNotMatter(
      String charset, @Nullable String mark, String declared) throws IOException {
    // Given
    String text =
        "<?xml version=\"1.0\" encoding=\""
            + declared
            + "\"?>\n"
            + EXPORTS.getOrDefault("clixml", "");

    // When
    Exported exported = Exported.of("export.xml", bytes(text, charset, mark));

    // Then
    assertThat(exported.problems()).isEmpty();
    assertThat(exported.objects()).hasSize(1);
  }

  @Test
  void anEncodingThatNobodyTellsIsRefusedAndNotGuessed() throws IOException {
    // Given
    byte[] ansi = EXPORTS.getOrDefault("list", "").getBytes(Charset.forName("windows-1252"));

    // When
    Exported exported = Exported.of("servers.txt", ansi);

    // Then
    assertThat(exported.objects()).isEmpty();
    assertThat(exported.problems())
        .containsExactly(
            "servers.txt:1:1: neither UTF-8 nor UTF-16: save it anew, or export with Export-Clixml");
  }

  private static byte[] bytes(String text, String charset, @Nullable String mark)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; mark != null && at < mark.length(); at += 2) {
      bytes.write(Integer.parseInt(mark.substring(at, at + 2), 16));
    }
    bytes.write(text.getBytes(Charset.forName(charset)));
    return bytes.toByteArray();
  }
}

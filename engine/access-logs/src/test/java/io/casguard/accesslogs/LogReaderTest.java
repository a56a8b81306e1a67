package io.casguard.accesslogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rows and what is wrong with them. All logs here are synthetic.
class LogReaderTest {
  private static final String IIS_6 =
      "#Fields: date time s-sitename s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username"
          + " c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status \n";
  private static final String IIS_7 =
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
          + " cs(User-Agent) sc-status sc-substatus sc-win32-status time-taken\n";

  /// 2009-03-02 08:00:01 UTC.
  private static final long MORNING = 1_235_980_801;

  @Test
  void rowsAreReadByTheNamesOfTheirColumns() throws IOException {
    // Given
    String six =
        IIS_6
            + "2009-03-02 08:00:01 W3SVC1 10.1.0.10 GET /owa/ - 443 CONTOSO\\ann 198.51.100.7"
            + " Mozilla/4.0+(compatible;+MSIE+7.0) 200 0 0\n";
    String seven =
        IIS_7
            + "2009-03-02 08:00:01 10.1.0.10 GET /owa/ - 443 CONTOSO\\ann 198.51.100.7"
            + " Mozilla/4.0+(compatible;+MSIE+7.0) 200 0 0 31\r\n";

    // When
    ReadText ofSix = ReadText.of(six, Column.STEM, Column.USER, Column.CLIENT);
    ReadText ofSeven = ReadText.of(seven, Column.STEM, Column.USER, Column.CLIENT);

    // Then
    assertThat(ofSix.rows()).containsExactly(MORNING + " 200 /owa/ CONTOSO\\ann 198.51.100.7");
    assertThat(ofSeven.rows()).isEqualTo(ofSix.rows());
    assertThat(ofSix.unread().total()).isZero();
  }

  @Test
  void fieldsMayChangeInsideAFileAndHeadersComeInAnyOrder() throws IOException {
    // Given
    String text =
        """
        #Date: 2009-03-02 00:00:00
        #Software: Microsoft Internet Information Services 7.0

        #Fields: date time c-ip cs-uri-stem sc-status
        2009-03-02 08:00:01 10.0.0.1 /owa/ 200
        # a remark between rows
        #Fields: sc-status cs-uri-stem c-ip time date cs-username
        404 /ews/exchange.asmx 10.0.0.2 08:00:02 2009-03-02 -
        """;

    // When
    ReadText read = ReadText.of(text, Column.STEM, Column.CLIENT, Column.USER);

    // Then
    assertThat(read.rows())
        .containsExactly(
            MORNING + " 200 /owa/ 10.0.0.1 ", (MORNING + 1) + " 404 /ews/exchange.asmx 10.0.0.2 ");
  }

  @Test
  void aMissingDateIsThatOfTheHeaderAbove() throws IOException {
    // Given
    String fields = "#Fields: time c-ip cs-uri-stem sc-status\n";
    String text =
        fields
            + "08:00:00 10.0.0.1 /owa/ 200\n"
            + "#Date: 2009-03-02 00:00:00\n"
            + fields
            + "08:00:01 10.0.0.1 /owa/ 200\n";

    // When
    ReadText read = ReadText.of(text);

    // Then
    assertThat(read.rows()).containsExactly(MORNING + " 200");
    assertThat(read.malformed()).isEqualTo(Map.of(Malformed.TIME, 1L));
  }

  @Test
  void spacesInTheQueryAndEmptyNamesDoNotMoveWhatFollows() throws IOException {
    // Given
    String text =
        IIS_7
            + "2009-03-02 08:00:01 10.1.0.10 POST /ews/exchange.asmx a=b c d 443 - 10.0.0.1 UA 200 0 0 1\n"
            + "2009-03-02 08:00:01 ::1 POST /powershell x 444  random\\user ::1 WinRM 200 0 0 15\n";

    // When
    ReadText read = ReadText.of(text, Column.QUERY, Column.USER, Column.CLIENT);

    // Then
    assertThat(read.rows())
        .containsExactly(MORNING + " 200 a=b c d  10.0.0.1", MORNING + " 200 x random\\user ::1");
    assertThat(read.unread().repairedRows()).isEqualTo(1);
    assertThat(read.unread().total()).isZero();
  }

  @Test
  void whatCannotBeReadIsCountedAndItsFirstRowsAreKept() throws IOException {
    // Given
    String good = "2009-03-02 08:00:01 10.1.0.10 GET /owa/ - 443 - 10.0.0.1 UA 200 0 0 1\n";
    String text =
        good
            + IIS_7
            + good
            + "2009-03-02 08:00:01 10.1.0.10 GET /owa/\n"
            + good.replace(" 200 ", " OK ")
            + good.replace("10.0.0.1", "nowhere")
            + good.replace("08:00:01", "28:00:01")
            + good.replace("2009-03-02", "2009-02-30")
            + good.replace("UA", "a b c d e f g")
            + good;

    // When
    ReadText read = ReadText.of(text);

    // Then
    assertThat(read.rows()).hasSize(2);
    assertThat(read.malformed())
        .isEqualTo(
            Map.of(
                Malformed.NO_FIELDS, 1L,
                Malformed.SHORT, 1L,
                Malformed.STATUS, 1L,
                Malformed.ADDRESS, 1L,
                Malformed.TIME, 2L,
                Malformed.LONG, 1L));
    assertThat(read.unread().samples(Malformed.SHORT))
        .containsExactly(
            new UnreadRows.Sample("a.log", 4, "2009-03-02 08:00:01 10.1.0.10 GET /owa/"));
  }

  @Test
  void oddStatusesMethodsAddressesAndBytesAreNothingWrong() throws IOException {
    // Given
    String text =
        IIS_7
            + "2009-03-02 08:00:01 fe80::1%12 RPC_OUT_DATA /rpc/rpcproxy.dll m:6001 81 - ::1 MSRPC 0 0 70001 4\n"
            + "2009-03-02 08:00:01 10.0.0.1 POST /owa/proxyLogon.owa - 443 D\\C$ 10.0.0.2 UA 241 0 0 4\n"
            + "2009-03-02 08:00:01 10.0.0.1 POST /owa/ev.owa - 443 - 10.0.0.2 \u00e9\u00ff 440 0 214784354254 4\n"
            + "2009-03-02 08:00:01 10.0.0.1 GET /owa/ - 443 - 10.0.0.2 UA 503 3 0 4\n"
            + "2009-03-02 08:00:01 10.0.0.1 GET /owa/ - 443 - 10.0.0.2 UA 401 2 2148074254 4\n";

    // When
    ReadText read = ReadText.of(text, Column.METHOD, Column.CLIENT);

    // Then
    assertThat(read.rows())
        .extracting(row -> row.split(" ", -1)[1])
        .containsExactly("0", "241", "440", "503", "401");
    assertThat(read.unread().total()).isZero();
  }

  @Test
  void endlessLinesAndNulBytesArePassedOver() throws IOException {
    // Given
    byte[] good =
        "2009-03-02 08:00:01 10.1.0.10 GET /owa/ - 443 - 10.0.0.1 UA 200 0 0 1\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] text = new byte[5 * 1024 * 1024];
    byte[] head = IIS_7.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, text, 0, head.length);
    System.arraycopy(good, 0, text, head.length, good.length);
    Arrays.fill(text, head.length + good.length + 4096, 3 * 1024 * 1024, (byte) 'x');
    text[3 * 1024 * 1024] = '\n';
    System.arraycopy(good, 0, text, 3 * 1024 * 1024 + 1, good.length);

    // When
    ReadText read = ReadText.of(text);

    // Then
    assertThat(read.rows()).hasSize(2);
    assertThat(read.malformed()).isEqualTo(Map.of(Malformed.ENDLESS, 2L));
  }

  @Test
  void rowsThatLieAcrossTheEdgeOfTheBufferAreWhole() throws IOException {
    // Given
    StringBuilder text = new StringBuilder(IIS_7);
    int rows = 40_000;
    for (int at = 0; at < rows; at++) {
      text.append("2009-03-02 08:00:01 10.1.0.10 GET /owa/")
          .append("p".repeat(at % 17))
          .append(" - 443 - 10.0.0.1 UA 200 0 0 1\n");
    }

    // When
    ReadText read = ReadText.of(text.toString(), Column.STEM, Column.CLIENT);

    // Then
    assertThat(read.rows()).hasSize(rows);
    assertThat(read.rows()).allMatch(told -> told.matches("\\d+ 200 /owa/p* 10\\.0\\.0\\.1"));
  }

  @Test
  void theLastRowNeedsNoLineFeed() throws IOException {
    assertThat(
            ReadText.of(
                    "#Fields: date time c-ip cs-uri-stem sc-status\n"
                        + "2009-03-02 08:00:01 10.0.0.1 /owa/ 200")
                .rows())
        .containsExactly(MORNING + " 200");
  }
}

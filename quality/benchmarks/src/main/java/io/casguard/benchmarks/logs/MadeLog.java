package io.casguard.benchmarks.logs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Random;

/// A synthetic IIS 7 log of a first server, always the same of a size: browsers, devices, Outlook,
/// and one row in fifty of other services.
final class MadeLog {
  static final String COLUMNS =
      "date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent)"
          + " sc-status sc-substatus sc-win32-status time-taken";

  private static final String[] REQUESTS = {
    "GET /owa/ ae=Folder&t=IPF.Note&id=LgAAAAD 443 CONTOSO\\user%d %s"
        + " Mozilla/4.0+(compatible;+MSIE+8.0;+Windows+NT+6.1;+WOW64;+Trident/4.0;+SLCC2) 200 0 0",
    "POST /owa/ev.owa oeh=1&ns=HttpProxy&ev=Poll 443 CONTOSO\\user%d %s"
        + " Mozilla/4.0+(compatible;+MSIE+7.0;+Windows+NT+5.1;+.NET+CLR+2.0.50727) 200 0 0",
    "POST /Microsoft-Server-ActiveSync/default.eas"
        + " Cmd=Sync&User=user%d&DeviceId=Appl87941C1N3NS&DeviceType=iPhone"
        + "&Log=V121_LdapC1_LdapL16_RpcC32_RpcL50_Pk1234567_S1_ 443 - %s Apple-iPhone2C1/802.117"
        + " 200 0 0",
    "POST /EWS/Exchange.asmx - 443 CONTOSO\\user%d %s"
        + " Microsoft+Office/12.0+(Windows+NT+5.1;+Microsoft+Office+Outlook+12.0.6535;+Pro) 200 0 0",
    "RPC_IN_DATA /rpc/rpcproxy.dll lee-mbx1.contoso.com:6001 443 CONTOSO\\user%d %s MSRPC 200 0 64",
    "GET /owa/8.3.83.6/themes/base/logo.gif n=%d 443 - %s"
        + " Mozilla/4.0+(compatible;+MSIE+8.0;+Windows+NT+6.1) 200 0 0",
    "GET /owa/ - 443 - %2$s Mozilla/4.0+(compatible;+MSIE+8.0;+Windows+NT+6.1) 401 2 2148074254",
  };

  private static final int EVERY = 50;
  private static final int ROWS_OF_BLOCK = 50_000;
  private static final int SECONDS = 86_400;

  private MadeLog() {}

  /// Writes a log of at least so many bytes.
  static void write(Path file, long bytes) throws IOException {
    Random random = new Random(2007);
    byte[][] rows = new byte[ROWS_OF_BLOCK][];
    for (int at = 0; at < rows.length; at++) {
      rows[at] = row(random, at).getBytes(StandardCharsets.US_ASCII);
    }
    long written = 0;
    long number = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(("#Fields: " + COLUMNS + "\n").getBytes(StandardCharsets.US_ASCII));
      while (written < bytes) {
        int second = (int) (number * SECONDS / (bytes / 200 + 1) % SECONDS);
        byte[] time =
            "2009-03-02 %tT "
                .formatted(LocalTime.ofSecondOfDay(second))
                .getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < EVERY; at++) {
          byte[] row = rows[(int) (number++ % rows.length)];
          out.write(time);
          out.write(row);
          written += time.length + row.length;
        }
      }
    }
  }

  private static String row(Random random, int at) {
    String client = "198.51." + random.nextInt(100) + "." + (1 + random.nextInt(250));
    String request =
        at % EVERY == 0
            ? "GET /favicon.ico - 80 - " + client + " UA 404 0 2"
            : REQUESTS[random.nextInt(REQUESTS.length)].formatted(random.nextInt(5000), client);
    return "10.1.0.10 " + request + " " + random.nextInt(500) + "\n";
  }
}

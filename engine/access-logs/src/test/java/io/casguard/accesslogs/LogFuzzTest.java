package io.casguard.accesslogs;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.casguard.accesspaths.Assumptions;
import io.casguard.topology.Organization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whatever a log, a query or a page holds: it is read, or counted as what cannot be read.
///
/// A usual run tries the kept inputs. `JAZZER_FUZZ=1` looks for new ones, for 20 seconds, in one
/// method at a time: `-Dtest=LogFuzzTest#rows`.
class LogFuzzTest {
  private static final Organization CONTOSO = Organizations.contoso();

  @FuzzTest(maxDuration = "20s")
  void anything(byte[] bytes) throws IOException {
    read(bytes);
  }

  @FuzzTest(maxDuration = "20s")
  void rows(byte[] bytes) throws IOException {
    byte[] head =
        (LogTree.FIELDS
                + "2009-03-02 08:00:01 10.1.0.10 POST /Microsoft-Server-ActiveSync/default.eas ")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] text = new byte[head.length + bytes.length];
    System.arraycopy(head, 0, text, 0, head.length);
    System.arraycopy(bytes, 0, text, head.length, bytes.length);
    read(text);
  }

  @FuzzTest(maxDuration = "20s")
  void query(byte[] bytes) {
    SyncQuery query = new SyncQuery();
    query.read(bytes, 0, bytes.length);
    assertThat(query.version()).isBetween(0, 255);
  }

  @FuzzTest(maxDuration = "20s")
  void page(byte[] bytes) {
    AboutPage page = AboutPage.of(new String(bytes, StandardCharsets.UTF_8));
    assertThat(AboutReading.of(CONTOSO, page, Optional.empty(), Assumptions.DEFAULT)).isNotNull();
  }

  private static void read(byte[] bytes) throws IOException {
    Computers computers = new Computers(CONTOSO);
    Requests requests = new Requests(computers, 0, Requests.inside(computers));
    UnreadRows unread = new UnreadRows("any.log");
    new LogReader(requests, unread).read(new ByteArrayInputStream(bytes));
    long told =
        requests.tally.sightings().stream().mapToLong(Sighting::count).sum()
            + requests.other
            + requests.monitoring
            + requests.ownRequests;
    assertThat(told).isEqualTo(requests.rows);
  }
}

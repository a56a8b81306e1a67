package io.casguard.accesslogs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncQueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Cmd=Sync&User=ann&DeviceId=1&Log=PrxFrom:10.0.1.151_V141_HH:mail.example.com | 141 | 10.0.1.151 | -",
        "Cmd=Ping&Log=V121_Sst1_PrxTo:lee-cas1.example.com_LdapC1_ | 121 | - | lee-cas1.example.com",
        "User=u&Log=SC1:1_PrxFrom:fe80%3a%3a1%2512_Ver1:161_ | 161 | fe80::1%12 | -",
        "User=u&Log=PrxFrom:fe80%253a%253a2_V25 | 25 | fe80::2 | -",
        "User=u&DeviceType=iPhone&Cmd=Ping&Log=V4TNASNC:0A0C0D0FS:0A0C0D0SP:2C14I7546S161180R0S0L1740H0P | 0 | - | -",
        "User=Log&Backlog=PrxFrom:10.0.0.1_V121 | 0 | - | -",
        "Log=Unknown9_Xyz:1%5F2_V120 | 120 | - | -",
        "Log=V999999999_Prx_PrxFrom_PrxNo:1&V121 | 0 | - | -",
      })
  void elementsOfTheLogAreReadAndUnknownOnesPassedOver(
      String query, int version, String from, String to) {
    // Given
    byte[] bytes = query.getBytes(StandardCharsets.US_ASCII);
    SyncQuery read = new SyncQuery();

    // When
    read.read(bytes, 0, bytes.length);

    // Then
    assertThat(read.version()).isEqualTo(version);
    assertThat(read.from()).isEqualTo(from == null ? "" : from);
    assertThat(read.to()).isEqualTo(to == null ? "" : to);
  }
}

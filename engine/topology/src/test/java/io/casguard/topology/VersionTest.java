package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({
    "8.3.83.6, 8.3.83.6, 2007 SP3",
    "2007 SP3, 8.3.83.6, 2007 SP3",
    "2007sp2, 8.2.176.2, 2007 SP2",
    "Exchange Server 2007 Service Pack 1, 8.1.240.6, 2007 SP1",
    "2007, 8.0.685.25, 2007 RTM",
    "2007 RTM, 8.0.685.25, 2007 RTM",
    "Version 8.3 (Build 83.6), 8.3.83.6, 2007 SP3",
    "version 8.1 (build 240.6), 8.1.240.6, 2007 SP1",
    "8.1, 8.1.240.6, 2007 SP1",
    "8.10, 8.10.0.0, 2007 SP10",
    "2003 SP2, 6.5.7638.2, 2003",
    "Version 6.5 (Build 7638.2: Service Pack 2), 6.5.7638.2, 2003",
    "2003, 6.5.6944.4, 2003",
    "6.0, 6.0.6249.4, 2000",
    "2010 SP1, 14.1.218.15, 2010 SP1",
    "14.3.123.4, 14.3.123.4, 2010 SP3",
    "2013, 15.0.516.32, 15.0.516.32"
  })
  void everySpellingIsUnderstood(String text, String numbers, String title) {
    assertThat(Version.parse(text))
        .isInstanceOfSatisfying(
            Parsed.Understood.class,
            understood -> {
              assertThat(understood.value()).hasToString(numbers);
              assertThat(((Version) understood.value()).title()).isEqualTo(title);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "8.3.83", "2007 SP9", "0.1 (8.0.535.0)", "newest", "8.3.83.6.1"})
  void whatIsNoVersionIsRefused(String text) {
    assertThat(Version.parse(text)).isInstanceOf(Parsed.Refused.class);
  }
}

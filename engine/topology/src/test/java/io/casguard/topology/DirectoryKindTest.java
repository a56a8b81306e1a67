package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectoryKindTest {
  @ParameterizedTest
  @CsvSource({
    "Exchange (Default Web Site),true",
    "Exadmin (Second),true",
    "PUBLIC,true",
    "owa (Default Web Site),false",
    "Exchange2 (Default Web Site),false",
    "EWS (Default Web Site),false"
  })
  void directoriesOfOlderVersionsAreToldByTheirName(String name, boolean older) {
    assertThat(DirectoryKind.isOfOlderVersions(name)).isEqualTo(older);
  }
}

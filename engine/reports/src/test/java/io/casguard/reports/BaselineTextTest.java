package io.casguard.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.guidelines.Baseline;
import io.casguard.topology.Parsed;
import io.casguard.topology.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTextTest {
  private static final Baseline BASELINE =
      new Baseline(
          List.of(
              entry("contoso", "CAP-104", Path.SPEC.key("sites").key("a \"b\" \\ é"), "1"),
              entry("contoso", "CAP-103", Path.SPEC.key("publishing").key("mail.contoso.com"), "2"),
              entry("adatum", "CAP-104", Path.SPEC, "3")));

  @Test
  void anEntryIsALine() {
    assertThat(BaselineText.write(BASELINE))
        .isEqualTo(
            """
            {
              "apiVersion": "casguard.io/v1",
              "kind": "Baseline",
              "known": [
                {"organization":"adatum","guideline":"CAP-104","path":"spec","fingerprint":"33333333333333333333333333333333"},
                {"organization":"contoso","guideline":"CAP-103","path":"spec.publishing[\\"mail.contoso.com\\"]","fingerprint":"22222222222222222222222222222222"},
                {"organization":"contoso","guideline":"CAP-104","path":"spec.sites[\\"a \\\\\\"b\\\\\\" \\\\\\\\ é\\"]","fingerprint":"11111111111111111111111111111111"}
              ]
            }
            """);
  }

  @Test
  void whatIsWrittenIsRead() {
    for (Baseline baseline : List.of(BASELINE, Baseline.EMPTY)) {
      assertThat(BaselineText.read(BaselineText.write(baseline)))
          .isEqualTo(new Parsed.Understood<>(baseline));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "apiVersion: casguard.io/v1\nkind: Baseline\n",
        "{}",
        "{\"apiVersion\": \"casguard.io/v2\", \"kind\": \"Baseline\", \"known\": []}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Topology\", \"known\": []}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\"}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\", \"known\": {}}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\", \"known\": [], \"more\": 1}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\", \"known\": []} {}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\", \"known\": [",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\", \"known\": [1]}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\", \"known\": [{}]}",
        "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Baseline\", \"known\": [\n<<<<<<< ours\n]}",
        "{\"version\": \"2.1.0\", \"runs\": []}"
      })
  void whatIsNoBaselineIsRefused(String text) {
    assertThat(BaselineText.read(text))
        .isInstanceOfSatisfying(
            Parsed.Refused.class, refused -> assertThat(refused.why()).startsWith("line "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"organization\":\"Contoso\"",
        "\"organization\":7",
        "\"organization\":null",
        "\"organization\":[\"contoso\"]",
        "\"guideline\":\"104\"",
        "\"path\":\"\"",
        "\"path\":\"spec..\"",
        "\"fingerprint\":\"1\"",
        "\"line\":\"7\""
      })
  void anEntryThatCannotBeOneIsRefused(String field) {
    // Given
    String key = field.substring(0, field.indexOf(':'));
    String sound = BaselineText.write(new Baseline(List.of(BASELINE.entries().getFirst())));
    String text =
        sound.contains(key)
            ? sound.replaceFirst(key + ":\"[^\"]*\"", field)
            : sound.replace("{\"org", "{" + field + ",\"org");

    // When
    Parsed<Baseline> read = BaselineText.read(text);

    // Then
    assertThat(read).isInstanceOf(Parsed.Refused.class);
    assertThat(((Parsed.Refused<Baseline>) read).why()).startsWith("line 5: ");
  }

  private static Baseline.Entry entry(
      String organization, String guideline, Path path, String digit) {
    return new Baseline.Entry(organization, guideline, path, digit.repeat(32));
  }
}

package io.casguard.notification.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.notification.webhook.AllowedPlace;
import io.casguard.notification.webhook.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiversFileTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir private Path folder;

  @Test
  void receiversAndAllowedPlacesAreRead() throws Exception {
    // Given
    Files.writeString(folder.resolve("secret"), SECRET + "\n");

    // When
    var result =
        read(
            """
            allow:
              - {host: 127.0.0.1, port: 9600}
              - {host: hooks.corp.example, port: 8443, network: 10.20.0.0/16}
            receivers:
              - name: demo
                url: http://127.0.0.1:9600/webhooks
                secret: {env: DEMO_SECRET}
              - name: service-desk
                url: https://hooks.example.com/casguard
                secret: {file: %s/secret}
            """
                .formatted(folder),
            false);

    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            ReceiversFile.Result.Read.class,
            read -> {
              assertThat(read.receivers())
                  .extracting(Receiver::name)
                  .containsExactly("demo", "service-desk");
              assertThat(read.receivers())
                  .extracting(receiver -> receiver.secret().text())
                  .containsOnly(SECRET);
              assertThat(read.allowed())
                  .containsExactly(
                      new AllowedPlace("127.0.0.1", 9600, Network.parse("127.0.0.1").orElseThrow()),
                      new AllowedPlace(
                          "hooks.corp.example", 8443, Network.parse("10.20.0.0/16").orElseThrow()));
            });
  }

  @Test
  void everyErrorIsToldWithItsPlaceAndWithoutTheSecret() {
    // When
    var result =
        read(
            """
            allow:
              - {host: hooks.corp.example, port: 8443}
            receivers:
              - name: a
                uri: https://hooks.example.com/
                secret: {env: MISSING}
              - name: b
                url: https://127.1/
                secret: whsec_dG9vIHNob3J0
            """,
            true);

    // Then
    assertThat(result)
        .isEqualTo(
            new ReceiversFile.Result.Unreadable(
                List.of(
                    "receivers.yaml:2:5: network: say which addresses hooks.corp.example may have,"
                        + " such as 10.20.0.0/16",
                    "receivers.yaml:5:5: uri is no key of a receiver, which has name, secret, url",
                    "receivers.yaml:4:5: url is missing",
                    "receivers.yaml:6:13: secret: the environment has no MISSING",
                    "receivers.yaml:9:13: secret: it is whsec_ and the base64 of 24 to 64 bytes",
                    "receivers.yaml:8:10: url: the host is written oddly")));
  }

  @Test
  void aSecretInTheFileIsForOnePersonsMachine() {
    // Given
    var text =
        """
        receivers:
          - {name: demo, url: "https://hooks.example.com/", secret: %s}
        """
            .formatted(SECRET);

    // When // Then
    assertThat(read(text, true)).isInstanceOf(ReceiversFile.Result.Read.class);
    assertThat(read(text, false))
        .isInstanceOfSatisfying(
            ReceiversFile.Result.Unreadable.class,
            unreadable ->
                assertThat(unreadable.errors())
                    .singleElement()
                    .asString()
                    .contains("receivers.yaml:2:")
                    .doesNotContain(SECRET));
  }

  @Test
  void whatIsNoYamlIsToldWithItsPlace() {
    // When
    var result = read("receivers: [\n", true);

    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            ReceiversFile.Result.Unreadable.class,
            unreadable ->
                assertThat(unreadable.errors())
                    .singleElement()
                    .asString()
                    .startsWith("receivers.yaml:2:1: not YAML:"));
  }

  private static ReceiversFile.Result read(String text, boolean inlineSecrets) {
    return ReceiversFile.read(
        "receivers.yaml", text, inlineSecrets, Map.of("DEMO_SECRET", SECRET)::get);
  }
}

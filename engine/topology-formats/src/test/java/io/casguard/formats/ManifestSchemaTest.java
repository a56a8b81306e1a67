package io.casguard.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;

class ManifestSchemaTest {
  private static final JsonSchema SCHEMA = schema(ManifestSchema.text());
  private static final JsonSchema WAIVERS = schema(ManifestSchema.waivers());
  private static final JsonSchema ASSERTIONS = schema(ManifestSchema.assertions());

  @Test
  void aManifestConforms() {
    assertThat(
            SCHEMA.validate(
                manifest(
                    "{\"domain\": \"contoso.com\", \"sites\": {\"leeds\": {\"internetFacing\":"
                        + " false, \"servers\": {\"LEE1\": {\"roles\": [\"ClientAccess\"], \"os\":"
                        + " 2003, \"version\": 8.3, \"owa\": null, \"settings\":"
                        + " {\"allowCrossSiteSessions\": true}}}}}}"),
                InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void mistakesAreFound() {
    for (String spec :
        new String[] {
          "{\"domian\": \"contoso.com\"}",
          "{\"sites\": []}",
          "{\"defaults\": \"some\"}",
          "{\"users\": [{\"count\": 3}]}",
          "{\"users\": [{\"name\": \"a\", \"count\": -3}]}",
          "{\"siteLinks\": [{\"sites\": [\"a\"]}]}",
          "{\"sites\": {\"a\": {\"internetFacing\": \"yes\"}}}"
        }) {
      assertThat(SCHEMA.validate(manifest(spec), InputFormat.JSON)).as(spec).isNotEmpty();
    }
  }

  @Test
  void waiversConform() {
    assertThat(
            WAIVERS.validate(
                manifest(
                        "{\"waivers\": [{\"guideline\": \"CAP-104\", \"place\": \"spec.sites.leeds\","
                            + " \"reason\": \"r\", \"owner\": \"o\", \"ticket\": null, \"expires\":"
                            + " \"2027-03-31\"}]}")
                    .replace("Topology", "Waivers"),
                InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void mistakesInWaiversAreFound() {
    for (String waiver :
        new String[] {
          "{\"guideline\": \"CAP-104\", \"place\": \"spec\", \"reason\": \"r\", \"owner\": \"o\"}",
          "{\"guideline\": \"CAP-104\", \"place\": \"spec\", \"reason\": null, \"owner\": \"o\","
              + " \"expires\": \"2027-03-31\"}",
          "{\"guideline\": \"A4\", \"place\": \"spec\", \"reason\": \"r\", \"owner\": \"o\","
              + " \"expires\": \"2027-03-31\"}",
          "{\"guideline\": \"CAP-104\", \"place\": \"spec\", \"reason\": \"r\", \"owner\": \"o\","
              + " \"expires\": \"soon\"}"
        }) {
      assertThat(
              WAIVERS.validate(
                  manifest("{\"waivers\": [" + waiver + "]}").replace("Topology", "Waivers"),
                  InputFormat.JSON))
          .as(waiver)
          .isNotEmpty();
    }
  }

  @Test
  void assertionsConformAndMistakesInThemAreFound() {
    assertThat(assertions("{\"name\": \"a\", \"protocol\": \"owa\", \"reached\": \"yes\"}"))
        .isTrue();
    assertThat(assertions("{\"name\": \"a\", \"outcome\": \"LOCAL\"}")).isFalse();
    assertThat(assertions("{\"protocol\": \"owa\", \"outcome\": \"LOCAL\"}")).isFalse();
    assertThat(assertions("{\"name\": \"a\", \"protocol\": \"owa\", \"outcome\": \"PROXIED\"}"))
        .isFalse();
  }

  private static boolean assertions(String assertion) {
    return ASSERTIONS
        .validate(
            manifest("{\"assertions\": [" + assertion + "]}").replace("Topology", "PathAssertions"),
            InputFormat.JSON)
        .isEmpty();
  }

  private static JsonSchema schema(String text) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }

  private static String manifest(String spec) {
    return "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Topology\", \"metadata\": {\"name\":"
        + " \"contoso\"}, \"spec\": "
        + spec
        + "}";
  }
}

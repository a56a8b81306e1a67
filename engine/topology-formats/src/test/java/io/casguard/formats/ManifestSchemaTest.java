package io.casguard.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;

class ManifestSchemaTest {
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(ManifestSchema.text());

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

  private static String manifest(String spec) {
    return "{\"apiVersion\": \"casguard.io/v1\", \"kind\": \"Topology\", \"metadata\": {\"name\":"
        + " \"contoso\"}, \"spec\": "
        + spec
        + "}";
  }
}

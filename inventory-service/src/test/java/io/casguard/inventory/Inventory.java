package io.casguard.inventory;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/// The started inventory as its callers see it.
public final class Inventory {
  private Inventory() {}

  /// A name that no other test uses.
  public static String anOrganization() {
    return "org-" + UUID.randomUUID();
  }

  /// A small manifest; the cost is what changes from one to the next.
  public static String manifest(String organization, int cost) {
    return """
    apiVersion: casguard.io/v1
    kind: Topology
    metadata: {name: %s}
    spec:
      sites:
        seattle: {servers: {SEA-CAS1: {roles: [ClientAccess]}}}
        leeds: {servers: {LEE-MBX1: {roles: [Mailbox]}}}
      siteLinks:
        - {sites: [seattle, leeds], cost: %d}
    """
        .formatted(organization, cost);
  }

  /// A document of one waiver that lasts until a day.
  public static String waiver(String organization, String expires) {
    return """
    ---
    apiVersion: casguard.io/v1
    kind: Waivers
    metadata: {name: %s}
    spec:
      waivers:
        - {guideline: CAP-101, place: spec.sites.leeds, reason: agreed, owner: ann, expires: %s}
    """
        .formatted(organization, expires);
  }

  /// Puts a manifest as YAML.
  public static ValidatableResponse put(String organization, String manifest) {
    return put(given(), organization, manifest);
  }

  /// Puts a manifest as YAML, with what the request already says.
  public static ValidatableResponse put(
      RequestSpecification request, String organization, String manifest) {
    return request
        .contentType("application/yaml")
        .body(manifest.getBytes(UTF_8))
        .put("/organizations/{organization}/topology", organization)
        .then();
  }

  /// Asks for a path below the organization, such as `/revisions/1`.
  public static ValidatableResponse get(String organization, String below) {
    return given().get("/organizations/" + organization + below).then();
  }

  /// Deletes the organization.
  public static ValidatableResponse delete(String organization) {
    return given().delete("/organizations/{organization}", organization).then();
  }
}

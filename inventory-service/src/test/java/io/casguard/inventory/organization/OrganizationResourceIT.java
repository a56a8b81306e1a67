package io.casguard.inventory.organization;

import static io.casguard.inventory.Inventory.get;
import static io.casguard.inventory.Inventory.manifest;
import static io.casguard.inventory.Inventory.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.casguard.testsupport.WithKafka;
import io.casguard.testsupport.WithPostgres;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithPostgres(database = "inventory")
@WithKafka(topics = "casguard.topology-changes")
class OrganizationResourceIT {
  @Test
  void organizationsAreListedByNamePageByPage() {
    // Given
    var names = List.of("zz-page-1", "zz-page-2", "zz-page-3");
    names.forEach(name -> put(name, manifest(name, 100)));

    // When
    var listed = new ArrayList<String>();
    var next = "/organizations?after=zz-page-0&limit=2";
    while (next != null) {
      var page = given().get(next).then().statusCode(200);
      listed.addAll(page.extract().jsonPath().getList("organizations.organization"));
      next = next(page.extract().header("Link"));
    }

    // Then
    assertThat(listed)
        .filteredOn(name -> name.startsWith("zz-page"))
        .containsExactlyElementsOf(names);
  }

  @Test
  void theLastPageHasNoLink() {
    // Given
    put("zzz-last", manifest("zzz-last", 100));

    // When
    var answer = given().get("/organizations?after=zzz-lass").then();

    // Then
    answer
        .statusCode(200)
        .header("Link", nullValue())
        .body("organizations.organization", contains("zzz-last"))
        .body("organizations[0].revision", equalTo(1));
  }

  @Test
  void anUnknownOrganizationIsAProblem() {
    // When
    var answer = get("nobody", "");

    // Then
    answer
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unknown-organization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=501", "after=%00", "after=../x"})
  void aPageOutOfBoundsIsRefused(String query) {
    // When
    var answer = given().urlEncodingEnabled(false).get("/organizations?" + query).then();

    // Then
    answer.statusCode(400).body("type", equalTo("/problems/invalid-request"));
  }

  private static @Nullable String next(@Nullable String link) {
    return link == null ? null : link.substring(1, link.indexOf('>'));
  }
}

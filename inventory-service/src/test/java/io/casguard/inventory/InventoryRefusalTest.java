package io.casguard.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.inventory.InventoryRefusal.DeletedOrganization;
import io.casguard.inventory.InventoryRefusal.ManifestTooLarge;
import io.casguard.inventory.InventoryRefusal.NotCurrent;
import io.casguard.inventory.InventoryRefusal.UnfitFiles;
import io.casguard.inventory.InventoryRefusal.UnknownOrganization;
import io.casguard.inventory.InventoryRefusal.UnknownParameter;
import io.casguard.inventory.InventoryRefusal.UnknownRevision;
import io.casguard.inventory.InventoryRefusal.WrongOrganization;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InventoryRefusalTest {
  private static final Path PAGES = Path.of("../docs/problems");

  static Stream<InventoryRefusal> refusals() {
    return Stream.of(
        new UnknownOrganization("contoso"),
        new DeletedOrganization("contoso", 7),
        new UnknownRevision("contoso", 8, 7),
        new NotCurrent("contoso", "\"7\"", 7),
        new WrongOrganization("contoso", List.of("fabrikam")),
        new UnknownParameter("dryrun=true"),
        new ManifestTooLarge(64 << 20),
        new UnfitFiles("Two files are named a.yaml."));
  }

  @Test
  void everyRefusalIsHere() {
    // When // Then
    assertThat(refusals().map(Object::getClass))
        .containsExactlyInAnyOrder(InventoryRefusal.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyRefusalHasAPageThatNamesItsTitleAndStatus(InventoryRefusal refusal) {
    // When
    var problem = refusal.problem();

    // Then
    assertThat(PAGES.resolve(problem.slug() + ".md"))
        .content()
        .startsWith("# " + problem.title() + "\n")
        .contains("**Status** " + problem.status());
  }
}

package io.casguard.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The allowed directions of the house, and no others. A module that does not exist yet is skipped
/// by its name.
class DirectionsTest {
  @Test
  void everyModuleOfTheBuildIsARoomOfThePlan() {
    List<String> planned = Arrays.stream(Room.values()).map(room -> room.folder).toList();
    assertThat(planned).containsAll(House.modules());
  }

  @Test
  void thisModuleIsBuiltLast() {
    assertThat(House.modules()).endsWith(Room.ARCHITECTURE_TESTS.folder);
  }

  @ParameterizedTest
  @EnumSource
  void aRoomUsesOnlyWhatItsDirectionAllows(Room room) {
    assumeTrue(House.hasClasses(room), () -> room.folder + " has no classes yet");
    assertThat(House.classesOf(room)).as("%s was built", room.folder).isNotEmpty();

    classes().should().resideInAPackage(room.packages).check(House.classesOf(room));
    if (room.strangers().length > 0) {
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(room.strangers())
          .check(House.classesOf(room));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TOPOLOGY", "GUIDELINES", "ACCESS_PATHS", "ACCESS_LOGS", "CHANGE_IMPACT"})
  void aPureEngineKnowsNoFramework(Room room) {
    assumeTrue(House.hasClasses(room), () -> room.folder + " has no classes yet");

    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "io.casguard..")
        .check(House.classesOf(room));
  }
}

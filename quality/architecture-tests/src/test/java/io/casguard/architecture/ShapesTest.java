package io.casguard.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What every class of the house has in common, in every module that exists.
class ShapesTest {
  private static final Set<String> BANNED =
      Set.of(
          "impl",
          "util",
          "utils",
          "common",
          "core",
          "helper",
          "manager",
          "dto",
          "mapper",
          "model",
          "base",
          "abstract",
          "data");
  private static final Set<String> HTTP_METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

  private static final JavaClasses HOUSE = House.classes();

  @Test
  void noNameIsOneThatSaysNothing() {
    List<String> names =
        HOUSE.stream()
            .filter(type -> !type.isAnonymousClass())
            .flatMap(type -> Stream.of(type.getPackageName(), type.getSimpleName()))
            .distinct()
            .toList();

    assertThat(names).isNotEmpty();
    assertThat(names.stream().filter(ShapesTest::saysNothing)).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    List<JavaPackage> packages = HOUSE.stream().map(JavaClass::getPackage).distinct().toList();

    assertThat(packages).isNotEmpty();
    assertThat(packages.stream().filter(Predicate.not(ShapesTest::isNullMarked)))
        .as("packages whose package-info lacks @NullMarked")
        .isEmpty();
  }

  @Test
  void rulesAreFinalAndKnownToTheirCatalogOnly() {
    assumeTrue(House.hasClasses(Room.GUIDELINES), "engine/guidelines has no classes yet");
    List<JavaClass> rules =
        HOUSE.stream()
            .filter(type -> type.isAssignableTo("io.casguard.guidelines.Rule"))
            .filter(type -> !type.isInterface())
            .toList();

    assertThat(rules).isNotEmpty();
    assertThat(rules)
        .allSatisfy(
            rule -> {
              assertThat(rule.getModifiers()).contains(JavaModifier.FINAL);
              assertThat(rule.getModifiers())
                  .doesNotContain(JavaModifier.PUBLIC, JavaModifier.PROTECTED);
            });
  }

  @Test
  void resourceMethodsArePublicBecauseQuarkusIgnoresOthers() {
    assumeTrue(
        House.rooms().stream().anyMatch(room -> room.kind == Room.Kind.SERVICE),
        "no service has classes yet");
    List<JavaMethod> methods =
        HOUSE.stream()
            .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path"))
            .flatMap(type -> type.getMethods().stream())
            .filter(ShapesTest::answersRequests)
            .toList();

    assertThat(methods).isNotEmpty();
    assertThat(methods)
        .allSatisfy(method -> assertThat(method.getModifiers()).contains(JavaModifier.PUBLIC));
  }

  private static boolean saysNothing(String name) {
    return Arrays.stream(name.split("[.$_]|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
        .anyMatch(word -> BANNED.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean isNullMarked(JavaPackage named) {
    return named
        .tryGetPackageInfo()
        .filter(info -> info.isAnnotatedWith(NullMarked.class))
        .isPresent();
  }

  private static boolean answersRequests(JavaMethod method) {
    return method.isAnnotatedWith("jakarta.ws.rs.Path")
        || HTTP_METHODS.stream().anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb));
  }
}

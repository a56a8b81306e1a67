package io.casguard.servicekit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemPagesTest {
  private static final Path PAGES = Path.of("../../docs/problems");

  static Stream<Problem> problems() {
    var errors = List.of(Map.<String, Object>of("detail", "wrong"));
    return Stream.concat(
        Stream.<Refusal>of(
                new KitRefusal.NothingHere("/nowhere"),
                new KitRefusal.WrongMethod("PUT"),
                new KitRefusal.NotAcceptable(),
                new KitRefusal.TooLarge(1),
                new KitRefusal.UnsupportedMediaType(),
                new KitRefusal.UnreadableBody(errors),
                new KitRefusal.InvalidRequest(errors),
                new KitRefusal.BadRequest(400))
            .map(Refusal::problem),
        Stream.<Fault>of(new Fault.Bug(UUID.randomUUID()), new Fault.Outage(UUID.randomUUID()))
            .map(Fault::problem));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyProblemHasItsPage(Problem problem) throws IOException {
    // When
    var page = Files.readString(PAGES.resolve(problem.slug() + ".md"));

    // Then
    assertThat(page).startsWith("# " + problem.title() + "\n").contains("" + problem.status());
  }

  @Test
  void everyProblemIsTried() {
    // When
    var kinds =
        KitRefusal.class.getPermittedSubclasses().length
            + Fault.class.getPermittedSubclasses().length;

    // Then
    assertThat(problems().map(Problem::slug).distinct()).hasSize(kinds);
  }

  @Test
  void furtherMembersStandBesideTheStandardOnesAndDoNotReplaceThem() {
    // Given
    var problem = Problem.of("unknown-trial", "No such trial", 404, "There is no trial 7.");

    // When
    var json = problem.with("known", List.of(1, 2)).with("status", 200).toJson();

    // Then
    assertThat(json)
        .isEqualTo(
            "{\"type\":\"/problems/unknown-trial\",\"title\":\"No such trial\",\"status\":404,"
                + "\"detail\":\"There is no trial 7.\",\"known\":[1,2]}");
  }

  @Test
  void aSlugIsLowerCaseWords() {
    // When // Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Problem.of("Unknown Trial", "No such trial", 404, "none"));
  }
}

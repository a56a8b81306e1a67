package io.casguard.inventory.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.casguard.inventory.organization.Standing;
import io.casguard.servicekit.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionTest {
  private static final Standing UNKNOWN = new Standing.Unknown("contoso");
  private static final Standing DELETED = new Standing.Deleted("contoso", 4);
  private static final Standing PRESENT = new Standing.Present("contoso", 3, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          # If-Match    | If-None-Match | unknown | deleted | 3.2
                        |               | true    | true    | true
          *             |               | false   | false   | true
          "3.2"         |               | false   | false   | true
          "1", "3.2"    |               | false   | false   | true
          "3"           |               | false   | false   | false
          W/"3.2"       |               | false   | false   | false
          3.2           |               | false   | false   | false
          ''            |               | false   | false   | false
                        | *             | true    | true    | false
                        | "3.2"         | true    | true    | false
                        | W/"3.2"       | true    | true    | false
                        | "3"           | true    | true    | true
          "3.2"         | *             | false   | false   | true
          """)
  void thePresumptionDecides(
      @Nullable String ifMatch,
      @Nullable String ifNoneMatch,
      boolean onUnknown,
      boolean onDeleted,
      boolean onPresent) {
    // When
    var precondition = Precondition.of(ifMatch, ifNoneMatch);

    // Then
    assertHolds(precondition, UNKNOWN, onUnknown);
    assertHolds(precondition, DELETED, onDeleted);
    assertHolds(precondition, PRESENT, onPresent);
  }

  private static void assertHolds(Precondition precondition, Standing standing, boolean holds) {
    if (holds) {
      assertThatCode(() -> precondition.check(standing)).doesNotThrowAnyException();
    } else {
      assertThat(catchThrowable(() -> precondition.check(standing)))
          .isInstanceOf(RefusedException.class);
    }
  }
}

package io.casguard.accesspaths;

import static org.assertj.core.api.Assertions.assertThat;

import io.casguard.topology.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssumptionsTest {
  @Test
  void everyQuestionHasAtLeastTwoAnswersAndTheFirstHoldsByDefault() {
    for (OpenQuestion question : OpenQuestion.values()) {
      assertThat(question.answers()).as(question.name()).hasSizeGreaterThan(1);
      assertThat(question.answers()).extracting(Answer::word).doesNotHaveDuplicates();
      assertThat(Assumptions.DEFAULT.take(question.answers().getFirst())).isTrue();
      assertThat(Assumptions.DEFAULT.take(question.answers().getLast())).isFalse();
    }
  }

  @Test
  void anAnswerIsGivenInWords() {
    assertThat(Assumptions.parse(List.of("q11=FAIL", "Q5=direct")))
        .isInstanceOfSatisfying(
            Parsed.Understood.class,
            understood -> {
              Assumptions assumptions = (Assumptions) understood.value();
              assertThat(assumptions.take(Answer.MIXED_TARGETS_FAIL)).isTrue();
              assertThat(assumptions.take(Answer.CROSS_SITE_DIRECT_BEFORE_SP1)).isTrue();
              assertThat(assumptions.take(Answer.ANY_EQUAL)).isTrue();
            });
  }

  @Test
  void whatIsNoQuestionOrNoAnswerIsRefusedWithTheRightWords() {
    assertThat(refusal("Q2=yes"))
        .isEqualTo("Q2 is none of the open questions Q1, Q3, Q4, Q5, Q6, Q7, Q8, Q9, Q11, Q12");
    assertThat(refusal("Q11")).isEqualTo("Q11: Q11 is answered by integrated or fail");
    assertThat(refusal("Q3=404")).isEqualTo("Q3=404: Q3 is answered by 503 or 500 or 403");
  }

  private static String refusal(String text) {
    return Assumptions.parse(List.of(text)) instanceof Parsed.Refused<Assumptions>(String why)
        ? why
        : "";
  }
}

package io.casguard.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casguard.accesspaths.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TakenAnswersTest {
  @Test
  void theConfigurationAnswersOpenQuestions() {
    assertThat(new TakenAnswers(Optional.of(List.of("Q11=fail"))).assumptions())
        .matches(assumptions -> assumptions.take(Answer.MIXED_TARGETS_FAIL));
    assertThat(new TakenAnswers(Optional.empty()).assumptions())
        .matches(assumptions -> assumptions.take(Answer.THE_INTEGRATED_ONE_IS_USED));
  }

  @Test
  void anAnswerThatIsNoneStopsTheService() {
    assertThatThrownBy(() -> new TakenAnswers(Optional.of(List.of("Q11=perhaps"))))
        .hasMessage("casguard.assume: Q11=perhaps: Q11 is answered by integrated or fail");
  }
}

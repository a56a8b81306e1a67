package io.casguard.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Specification 10: what the shell cannot give has to be asked, and each question has the key
/// where its answer goes.
class QuestionnaireTest {
  private record Question(String asks, Shape shape, List<Key<?>> keys) {}

  // spotless:off
  private static final List<Question> QUESTIONS =
      List.of(
          asked("internetFacing per site", Vocabulary.SITE, Vocabulary.INTERNET_FACING),
          asked("intended layout per site and protocol", Vocabulary.SITE, Vocabulary.SITE_INTENT),
          asked("single-URL goal", Vocabulary.GOALS, Vocabulary.SINGLE_URL),
          asked("ISA in front, forms at ISA, delegation", Vocabulary.PUBLISHED, Vocabulary.THROUGH, Vocabulary.FORMS_AT_PUBLISHER, Vocabulary.DELEGATION),
          asked("certificate names per CAS", Vocabulary.CERTIFICATE, Vocabulary.SUBJECT, Vocabulary.ALTERNATIVE_NAMES),
          asked("names resolvable inside and outside", Vocabulary.PUBLISHED, Vocabulary.PUBLISHED_FROM),
          asked("SPN aliases", Vocabulary.SERVER, Vocabulary.SERVICE_PRINCIPAL_NAMES),
          asked("registry per CAS", Vocabulary.SETTINGS, Vocabulary.ALLOW_PROXYING_WITHOUT_SSL, Vocabulary.ALLOW_INTERNAL_UNTRUSTED_CERTS),
          asked("AllowCrossSiteSessions per CAS", Vocabulary.SETTINGS, Vocabulary.ALLOW_CROSS_SITE_SESSIONS),
          asked("BlockLegacyMailboxes", Vocabulary.SETTINGS, Vocabulary.BLOCK_LEGACY_MAILBOXES),
          asked("2003 back ends' HTTP settings", Vocabulary.LEGACY, Vocabulary.LEGACY_EXCHANGE, Vocabulary.LEGACY_ACTIVE_SYNC),
          asked("Forms, Integrated, SSL on the back end", Vocabulary.LEGACY_DIRECTORY, Vocabulary.FORMS_AUTHENTICATION, Vocabulary.WINDOWS_AUTHENTICATION, Vocabulary.REQUIRE_SSL),
          asked("hotfix 937031", Vocabulary.SERVER, Vocabulary.HOTFIXES),
          asked("POP and IMAP offered?", Vocabulary.SERVER, Vocabulary.POP3, Vocabulary.IMAP4),
          asked("RPC reachability between sites", Vocabulary.SITE_LINK, Vocabulary.RPC),
          asked("rollup levels", Vocabulary.SERVER, Vocabulary.ROLLUP),
          asked("IP addresses of servers", Vocabulary.SERVER, Vocabulary.ADDRESSES));
  // spotless:on

  @Test
  void everyQuestionHasAKey() {
    for (Question question : QUESTIONS) {
      assertThat(question.shape().keys().contains(question.keys().getFirst()))
          .as(question.asks())
          .isTrue();
      question
          .keys()
          .forEach(
              key ->
                  assertThat(question.shape().key(key.name()).isPresent())
                      .as(question.asks())
                      .isTrue());
    }
  }

  private static Question asked(String asks, Shape shape, Key<?>... keys) {
    return new Question(asks, shape, List.of(keys));
  }
}

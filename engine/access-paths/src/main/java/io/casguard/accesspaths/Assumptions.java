package io.casguard.accesspaths;

import io.casguard.topology.Parsed;
import io.casguard.topology.Word;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The open questions of the field, each with the answer that is taken for right.
public final class Assumptions {
  /// The answers that hold unless a person says otherwise.
  public static final Assumptions DEFAULT = new Assumptions(Map.of());

  private final Map<OpenQuestion, Answer> answers = new EnumMap<>(OpenQuestion.class);

  private Assumptions(Map<OpenQuestion, Answer> given) {
    for (OpenQuestion question : OpenQuestion.values()) {
      answers.put(question, question.answers().getFirst());
    }
    answers.putAll(given);
  }

  /// The default answers but for these.
  public static Assumptions of(Answer... given) {
    Map<OpenQuestion, Answer> changed = new EnumMap<>(OpenQuestion.class);
    Arrays.stream(given).forEach(answer -> changed.put(answer.question(), answer));
    return new Assumptions(changed);
  }

  /// The default answers but for those that texts such as `Q11=fail` give; refuses, with the right
  /// words, what is no question or no answer to it.
  public static Parsed<Assumptions> parse(Collection<String> texts) {
    Map<OpenQuestion, Answer> changed = new EnumMap<>(OpenQuestion.class);
    for (String text : texts) {
      int equals = text.indexOf('=');
      String key = equals < 0 ? text : text.substring(0, equals);
      Optional<OpenQuestion> question =
          Arrays.stream(OpenQuestion.values())
              .filter(one -> one.name().equalsIgnoreCase(key))
              .findFirst();
      if (question.isEmpty()) {
        return new Parsed.Refused<>(
            key
                + " is none of the open questions "
                + Arrays.stream(OpenQuestion.values())
                    .map(OpenQuestion::name)
                    .collect(Collectors.joining(", ")));
      }
      String word = equals < 0 ? "" : text.substring(equals + 1);
      Optional<Answer> answer =
          question.get().answers().stream()
              .filter(one -> one.word().equalsIgnoreCase(word))
              .findFirst();
      if (answer.isEmpty()) {
        return new Parsed.Refused<>(
            text
                + ": "
                + question.get()
                + " is answered by "
                + question.get().answers().stream()
                    .map(Word::word)
                    .collect(Collectors.joining(" or ")));
      }
      changed.put(question.get(), answer.get());
    }
    return new Parsed.Understood<>(new Assumptions(changed));
  }

  /// The same answers but for this one.
  public Assumptions with(Answer answer) {
    Map<OpenQuestion, Answer> changed = new EnumMap<>(answers);
    changed.put(answer.question(), answer);
    return new Assumptions(changed);
  }

  /// Whether this answer is taken for right.
  public boolean take(Answer answer) {
    return answers.get(answer.question()) == answer;
  }
}

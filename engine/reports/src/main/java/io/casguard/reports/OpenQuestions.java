package io.casguard.reports;

import io.casguard.guidelines.Verdict;
import io.casguard.topology.Place;
import io.casguard.topology.Server;
import io.casguard.topology.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What could not be checked, where the same is unsaid of several places told once.
final class OpenQuestions {
  private static final int SUBJECTS = 5;
  private static final String SUBJECT = "\u0000";

  /// What is unsaid, with a gap for the name that it is unsaid of.
  private record Gap(String template, Set<String> guidelines) {}

  private record Subject(String template, String name) {}

  private record Alike(String first, List<String> others) {}

  private OpenQuestions() {}

  /// A sentence for each thing that is unsaid, in the order of the verdicts.
  static List<String> of(List<Verdict.NotChecked> open) {
    Map<Subject, SortedSet<String>> guidelines = new LinkedHashMap<>();
    Map<Subject, String> sentences = new LinkedHashMap<>();
    for (Verdict.NotChecked one : open) {
      Subject subject = subject(one);
      guidelines.computeIfAbsent(subject, _ -> new TreeSet<>()).add(one.guideline());
      sentences.putIfAbsent(subject, one.why());
    }
    Map<Gap, Alike> alike = new LinkedHashMap<>();
    guidelines.forEach(
        (subject, numbers) -> {
          String sentence = sentences.getOrDefault(subject, "");
          alike
              .computeIfAbsent(
                  new Gap(subject.template(), numbers), _ -> new Alike(sentence, new ArrayList<>()))
              .others()
              .add(subject.name());
        });
    return alike.entrySet().stream()
        .map(entry -> sentence(entry.getValue(), entry.getKey().guidelines()))
        .distinct()
        .toList();
  }

  private static String sentence(Alike alike, Set<String> guidelines) {
    List<String> others = alike.others().subList(1, alike.others().size());
    return alike.first()
        + (others.isEmpty() ? "" : "; the same of " + some(others))
        + " ("
        + String.join(", ", guidelines)
        + ")";
  }

  private static String some(List<String> names) {
    return names.stream().limit(SUBJECTS).collect(Collectors.joining(", "))
        + (names.size() > SUBJECTS
            ? " and " + Prose.number(names.size() - SUBJECTS) + " more"
            : "");
  }

  /// The most exact name of the place that the sentence holds.
  private static Subject subject(Verdict.NotChecked open) {
    Place place = open.place();
    return Stream.of(
            Optional.of(Wording.named(place)),
            place.server().map(Server::name),
            place.site().map(Site::name))
        .flatMap(Optional::stream)
        .filter(name -> at(open.why(), name) >= 0)
        .findFirst()
        .map(
            name -> {
              int at = at(open.why(), name);
              return new Subject(
                  open.why().substring(0, at) + SUBJECT + open.why().substring(at + name.length()),
                  name);
            })
        .orElseGet(() -> new Subject(open.why(), ""));
  }

  /// Where a name stands in a sentence as a word of its own.
  private static int at(String sentence, String name) {
    for (int at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
      int end = at + name.length();
      if ((at == 0 || isBetweenWords(sentence.charAt(at - 1)))
          && (end == sentence.length() || isBetweenWords(sentence.charAt(end)))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isBetweenWords(char character) {
    return character == ' ' || character == ',' || character == ';' || character == '\\';
  }
}

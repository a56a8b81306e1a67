package io.casguard.accesspaths;

import io.casguard.topology.Path;
import java.util.ArrayList;
import java.util.List;

/// A trail while it is being walked: the clauses passed so far, and what the next decision would
/// rest on.
final class TrailDraft {
  private final List<Trail.Step> passed = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private List<String> oneOf = List.of();
  private String text = "";
  private List<Evidence> because = List.of();

  /// A clause was consulted and did not decide.
  void passes(Clause clause, String found, Evidence... evidence) {
    passed.add(new Trail.Passed(clause, found, List.of(evidence)));
  }

  /// Steps that were found before, for another request.
  void takes(List<Trail.Step> steps) {
    passed.addAll(steps);
  }

  int length() {
    return passed.size();
  }

  List<Trail.Step> since(int length) {
    return List.copyOf(passed.subList(length, passed.size()));
  }

  String text() {
    return text;
  }

  List<Evidence> because() {
    return because;
  }

  /// Clauses were consulted and did not decide.
  void passes(List<Trail.Passed> steps) {
    passed.addAll(steps);
  }

  /// What the decision rests on, should the table decide by what was gathered last.
  void restsOn(String found, Evidence... evidence) {
    restsOn(found, List.of(evidence));
  }

  /// What the decision rests on, should the table decide by what was gathered last.
  void restsOn(String found, List<Evidence> evidence) {
    text = found;
    because = evidence;
  }

  void remark(String remark) {
    remarks.add(remark);
  }

  /// One of these was chosen; reported where any of them may be (Q4).
  void choseAmong(List<String> equals, Assumptions assumptions) {
    oneOf = equals.size() > 1 && assumptions.take(Answer.ANY_EQUAL) ? equals : List.of();
  }

  /// The end of the walk.
  Ending end(Decision decision) {
    List<Trail.Step> steps = new ArrayList<>(passed);
    steps.add(new Trail.Decided(decision.clause(), text, because, decision.outcome()));
    return new Ending(new Trail(steps), oneOf, remarks);
  }

  /// The end of the walk by a step that was taken elsewhere.
  Ending end(Trail.Decided decided) {
    restsOn(decided.text(), decided.because());
    return end(new Decision(decided.clause(), decided.outcome()));
  }

  /// The end of the walk by what this very clause found.
  Ending end(Decision decision, String found, Evidence... evidence) {
    restsOn(found, evidence);
    return end(decision);
  }

  static Evidence at(Path path, String fact) {
    return new Evidence(fact, path);
  }
}

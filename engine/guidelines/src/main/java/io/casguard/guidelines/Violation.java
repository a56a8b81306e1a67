package io.casguard.guidelines;

import io.casguard.topology.Certainty;
import io.casguard.topology.Known;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// One guideline broken at one place.
///
/// @param guideline the guideline's number
/// @param check which of the guideline's checks; empty where it has one
/// @param asks whether it is a question: nobody said what is wanted
/// @param path the statement that offends
/// @param message what is wrong, without the place
/// @param because what it means for people
/// @param users how many people it hits, by protocol; unsaid where the topology does not count them
/// @param remedy the statements to change; empty where no cmdlet repairs it
/// @param steps what else must be done, or what is done where no cmdlet does it
/// @param source the short name of the text it rests on
public record Violation(
    String guideline,
    String check,
    Severity severity,
    boolean asks,
    Place place,
    Path path,
    String message,
    String because,
    Map<Protocol, Known<Integer>> users,
    List<Edit> remedy,
    List<String> steps,
    String source,
    Certainty certainty) {
  private static final int FINGERPRINT_DIGITS = 32;

  public Violation {
    users = users.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(users));
    remedy = List.copyOf(remedy);
    steps = List.copyOf(steps);
  }

  /// What stays the same while wording, counts and lines change: 32 hex digits of SHA-256 over
  /// guideline, check and path.
  public String fingerprint() {
    try {
      byte[] identity =
          String.join("\n", guideline, check, path.folded()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(identity))
          .substring(0, FINGERPRINT_DIGITS);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /// The remedy as lines of the Exchange Management Shell.
  public List<String> cmdlets() {
    return Cmdlets.of(remedy);
  }

  /// The verdict that says so.
  public Verdict departs() {
    return new Verdict.Departs(this);
  }

  /// The same violation as the finding of one of the guideline's checks.
  public Violation check(String id) {
    return new Violation(
        guideline, id, severity, asks, place, path, message, because, users, remedy, steps, source,
        certainty);
  }

  /// The same violation as a question.
  Violation asking() {
    return new Violation(
        guideline, check, severity, true, place, path, message, because, users, remedy, steps,
        source, certainty);
  }

  /// The same violation with another meaning for people than the guideline says.
  public Violation because(String consequence) {
    return new Violation(
        guideline,
        check,
        severity,
        asks,
        place,
        path,
        message,
        consequence,
        users,
        remedy,
        steps,
        source,
        certainty);
  }

  Violation remedy(Edit... edits) {
    return remedy(Arrays.asList(edits));
  }

  /// The same violation with the statements that repair it.
  public Violation remedy(List<Edit> edits) {
    return new Violation(
        guideline, check, severity, asks, place, path, message, because, users, edits, steps,
        source, certainty);
  }

  /// The same violation with one more step in words.
  public Violation step(String step) {
    List<String> more = new ArrayList<>(steps);
    more.add(step);
    return new Violation(
        guideline, check, severity, asks, place, path, message, because, users, remedy, more,
        source, certainty);
  }

  /// Resting on another text than the guideline's first.
  Violation source(Source.Text text, Certainty sure) {
    return new Violation(
        guideline, check, severity, asks, place, path, message, because, users, remedy, steps,
        text.id(), sure);
  }

  /// This violation and another that is repaired with it, told as one.
  Violation together(Violation other, String how) {
    List<Edit> edits = new ArrayList<>(remedy);
    other.remedy.stream().filter(edit -> !edits.contains(edit)).forEach(edits::add);
    List<String> all = new ArrayList<>(steps);
    other.steps.stream().filter(step -> !all.contains(step)).forEach(all::add);
    Severity worse = severity.compareTo(other.severity) >= 0 ? severity : other.severity;
    return new Violation(
        guideline,
        check,
        worse,
        asks,
        place,
        path,
        message + how,
        because,
        users,
        edits,
        all,
        source,
        certainty);
  }
}

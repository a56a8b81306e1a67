package io.casguard.guidelines;

import io.casguard.topology.Certainty;
import io.casguard.topology.Key;
import io.casguard.topology.Organization;
import io.casguard.topology.Path;
import io.casguard.topology.Place;
import io.casguard.topology.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// A numbered sentence that a topology should obey.
///
/// @param number permanent, `CAP-104`
/// @param sentence what should be so
/// @param because the reason
/// @param sources what it rests on, the decisive one first
/// @param examples topologies that keep it, then those that break it
/// @param consequence what happens to people where it is broken
/// @param verification how an administrator sees that the remedy worked
/// @param hits whom a violation hits
/// @param protocols the protocols that it hits
/// @param reads the keys of the topology whose values can change what it says; roles and versions,
///   which tell the servers that every guideline speaks of, only where its sentence is about them
public record Guideline(
    String number,
    String sentence,
    String because,
    List<Source> sources,
    List<Example> examples,
    String consequence,
    String verification,
    Hits hits,
    List<Protocol> protocols,
    List<Key<?>> reads) {
  public Guideline {
    sources = List.copyOf(sources);
    examples = List.copyOf(examples);
    protocols = List.copyOf(protocols);
    reads = List.copyOf(reads);
  }

  /// Begins a guideline.
  public static Draft numbered(String number) {
    return new Draft(number);
  }

  /// It is kept at a place.
  public Verdict conforms(Place place) {
    return new Verdict.Conforms(number, place);
  }

  /// It does not speak of a place. The reason is put into words only where somebody reads it, since
  /// most places are none of a guideline's business.
  public Verdict notApplicable(Place place, Supplier<String> why) {
    return new Verdict.NotApplicable(number, place, why);
  }

  Verdict notChecked(Place place, String why, Path... unsaid) {
    return notChecked(place, why, Arrays.asList(unsaid));
  }

  /// Not enough is said to tell.
  public Verdict notChecked(Place place, String why, List<Path> unsaid) {
    return new Verdict.NotChecked(number, place, unsaid.stream().distinct().toList(), why);
  }

  /// A violation without remedy yet, resting on the first source and hitting whom the guideline
  /// says.
  Violation violated(
      Organization organization, Place place, Path path, Severity severity, String message) {
    return violated(
        organization, place, path, severity, message, protocols.toArray(Protocol[]::new));
  }

  /// A violation that hits some of the guideline's protocols.
  public Violation violated(
      Organization organization,
      Place place,
      Path path,
      Severity severity,
      String message,
      Protocol... hitting) {
    Source first = sources.getFirst();
    return new Violation(
        number,
        "",
        severity,
        false,
        place,
        path,
        message,
        consequence,
        hits.count(organization, place, Arrays.asList(hitting)),
        List.of(),
        List.of(),
        first.text().id(),
        first.certainty());
  }

  /// A guideline in the making, in the order in which it is read.
  public static final class Draft {
    private final String number;
    private String sentence = "";
    private String because = "";
    private String consequence = "";
    private String verification = "";
    private final List<Source> sources = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final List<Key<?>> reads = new ArrayList<>();

    private Draft(String number) {
      this.number = number;
    }

    /// What should be so.
    public Draft says(String text) {
      sentence = text;
      return this;
    }

    /// The reason.
    public Draft because(String text) {
      because = folded(text);
      return this;
    }

    /// A text that states it.
    public Draft source(Source.Text text, String quote) {
      return source(text, quote, Certainty.FOUND);
    }

    /// A text, and how sure it makes us.
    public Draft source(Source.Text text, String quote, Certainty certainty) {
      sources.add(new Source(text, quote, certainty));
      return this;
    }

    /// A topology with its offending lines marked; one without a mark keeps the guideline.
    public Draft example(String title, String spec) {
      examples.add(new Example(title, spec));
      return this;
    }

    /// The keys it reads.
    public Draft reads(Key<?>... keys) {
      reads.addAll(Arrays.asList(keys));
      return this;
    }

    /// What happens to people where it is broken.
    public Draft consequence(String text) {
      consequence = folded(text);
      return this;
    }

    /// How to see that the remedy worked.
    public Draft verify(String text) {
      verification = folded(text);
      return this;
    }

    /// Ends the guideline with whom it hits.
    public Guideline hits(Hits hits, Protocol... protocols) {
      return new Guideline(
          number,
          sentence,
          because,
          sources,
          examples,
          consequence,
          verification,
          hits,
          Arrays.asList(protocols),
          reads);
    }

    private static String folded(String text) {
      return text.strip().replace("\n", " ");
    }
  }
}

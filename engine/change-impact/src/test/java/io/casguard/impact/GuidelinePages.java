package io.casguard.impact;

import io.casguard.guidelines.Catalog;
import io.casguard.guidelines.Example;
import io.casguard.guidelines.Guideline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The reference pages of the guidelines, made from the catalog.
final class GuidelinePages {
  private GuidelinePages() {}

  /// File name to text.
  static Map<String, String> all() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("README.md", index());
    Check.guidelines().forEach(it -> pages.put(it.number() + ".md", page(it)));
    return pages;
  }

  private static String index() {
    return """
        # Guidelines

        Made from the catalog. A line of an example that ends in `# CAP-nnn` breaks that guideline; no other line does.

        | number | sentence | hits | certainty |
        |---|---|---|---|
        """
        + Check.guidelines().stream()
            .map(
                it ->
                    "| [%s](%s.md) | %s | %s | %s |\n"
                        .formatted(
                            it.number(),
                            it.number(),
                            it.sentence(),
                            it.hits().words(),
                            it.sources().getFirst().certainty().word()))
            .collect(Collectors.joining())
        + Catalog.retired().stream()
            .map(it -> "| %s | retired: %s | | |\n".formatted(it.number(), it.why()))
            .collect(Collectors.joining());
  }

  private static String page(Guideline it) {
    return "# "
        + it.number()
        + "\n\n"
        + it.sentence()
        + "\n\n## Why\n\n"
        + it.because()
        + "\n\nWhere it is broken: "
        + it.consequence()
        + "\n\nHits "
        + it.hits().words()
        + ", by "
        + it.protocols().stream()
            .map(protocol -> protocol.title())
            .collect(Collectors.joining(", "))
        + ".\n\n## Sources\n\n"
        + it.sources().stream()
            .map(
                source ->
                    "- %s (%s), %s: \"%s\"\n"
                        .formatted(
                            source.text().id(),
                            source.text().title(),
                            source.certainty().word(),
                            source.quote()))
            .collect(Collectors.joining())
        + "\n## Reads\n\n"
        + it.reads().stream().map(key -> "`" + key.name() + "`").collect(Collectors.joining(", "))
        + "\n"
        + section("Kept", it, false)
        + section("Broken", it, true)
        + "\n## After the remedy\n\n"
        + it.verification()
        + "\n";
  }

  private static String section(String title, Guideline guideline, boolean broken) {
    List<Example> examples =
        guideline.examples().stream()
            .filter(it -> it.spec().contains("# " + guideline.number()) == broken)
            .toList();
    return "\n## "
        + title
        + "\n"
        + examples.stream()
            .map(
                it ->
                    "\n"
                        + it.title()
                        + ":\n\n```yaml\n"
                        + it.spec()
                        + "```\n"
                        + remedies(guideline, it))
            .collect(Collectors.joining());
  }

  private static String remedies(Guideline guideline, Example example) {
    String lines =
        Spec.of(example.spec()).violations(guideline.number()).stream()
            .map(
                it ->
                    "- **%s%s**, `%s` %s%s %s\n"
                            .formatted(
                                it.severity().word(),
                                it.asks() ? ", a question" : "",
                                it.place(),
                                it.message(),
                                it.message().endsWith("?") ? "" : ".",
                                it.because())
                        + it.cmdlets().stream()
                            .map("  - `%s`\n"::formatted)
                            .collect(Collectors.joining())
                        + it.steps().stream()
                            .map("  - %s\n"::formatted)
                            .collect(Collectors.joining()))
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : "\n" + lines;
  }
}

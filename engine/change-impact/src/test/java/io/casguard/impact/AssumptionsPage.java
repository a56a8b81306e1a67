package io.casguard.impact;

import io.casguard.accesspaths.Clause;
import io.casguard.accesspaths.OpenQuestion;
import io.casguard.guidelines.Guideline;
import io.casguard.guidelines.Source;
import io.casguard.topology.Certainty;
import io.casguard.topology.SetupDefaults;
import io.casguard.topology.Version;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of everything that no text was found for: what is inferred, and what is assumed.
final class AssumptionsPage {
  private AssumptionsPage() {}

  static String text() {
    return """
        # What is assumed

        Every sentence of casguard has a source and a certainty: found in a text, inferred from texts that say enough to derive it, or assumed from the practice of the field. Here is everything that is not found. Who knows better states the value in the topology, answers the open question, or tells us.

        ## Open questions

        The simulator takes the first answer; `--assume Q11=fail` and the like take another.

        | question | answers |
        |---|---|
        """
        + Arrays.stream(OpenQuestion.values())
            .map(AssumptionsPage::question)
            .collect(Collectors.joining())
        + """

        ## Guidelines

        | guideline | rests on | what it takes for granted | certainty |
        |---|---|---|---|
        """
        + Check.guidelines().stream()
            .flatMap(AssumptionsPage::sources)
            .collect(Collectors.joining())
        + """

        A guideline may rest on a text, and one of its findings on less:

        | guideline | finding | in the example | source | certainty |
        |---|---|---|---|---|
        """
        + Check.guidelines().stream()
            .flatMap(AssumptionsPage::findings)
            .distinct()
            .collect(Collectors.joining())
        + """

        ## Access paths

        | clause | sentence | source | certainty |
        |---|---|---|---|
        """
        + Arrays.stream(Clause.values())
            .filter(clause -> clause.certainty() != Certainty.FOUND)
            .map(
                clause ->
                    row(clause.id(), clause.sentence(), clause.source(), clause.certainty().word()))
            .collect(Collectors.joining())
        + """

        ## What Exchange Setup leaves

        | thing | key | of | value | certainty |
        |---|---|---|---|---|
        """
        + SetupDefaults.all().stream()
            .filter(row -> row.certainty() != Certainty.FOUND)
            .map(AssumptionsPage::left)
            .collect(Collectors.joining());
  }

  private static String question(OpenQuestion question) {
    return row(
        question.name() + ": " + question.sentence(),
        question.answers().stream()
            .map(answer -> "`" + answer.word() + "`")
            .collect(Collectors.joining(", ")));
  }

  private static Stream<String> sources(Guideline guideline) {
    return guideline.sources().stream()
        .filter(source -> source.certainty() != Certainty.FOUND)
        .map(
            source ->
                row(link(guideline), text(source), source.quote(), source.certainty().word()));
  }

  private static Stream<String> findings(Guideline guideline) {
    return guideline.examples().stream()
        .flatMap(
            example ->
                Spec.of(example.spec()).violations(guideline.number()).stream()
                    .filter(it -> it.certainty() != Certainty.FOUND)
                    .map(
                        it ->
                            row(
                                link(guideline),
                                it.check().isEmpty() ? "the guideline" : it.check(),
                                example.title(),
                                it.source(),
                                it.certainty().word())));
  }

  private static String link(Guideline guideline) {
    return "[%s](guidelines/%s.md)".formatted(guideline.number(), guideline.number());
  }

  private static String text(Source source) {
    return source.text() == Source.Text.NONE_FOUND ? source.text().title() : source.text().id();
  }

  private static String left(SetupDefaults.Row<?> row) {
    String products =
        row.products().size() == Version.Product.values().length
            ? "all"
            : row.products().stream()
                .sorted()
                .map(product -> product.name().replace("EXCHANGE_", ""))
                .collect(Collectors.joining(", "));
    return row(
        row.shape().name(),
        "`" + row.key().name() + "`",
        products + (row.from() > 0 ? " from SP" + row.from() : ""),
        row.says().contains("<") ? "`" + row.says() + "`" : row.says(),
        row.certainty().word());
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}

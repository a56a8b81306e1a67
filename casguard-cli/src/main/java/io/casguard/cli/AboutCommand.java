package io.casguard.cli;

import io.casguard.accesslogs.AboutPage;
import io.casguard.accesslogs.AboutReading;
import io.casguard.accesslogs.Verdict;
import io.casguard.formats.Manifest;
import io.casguard.reports.AboutReport;
import io.casguard.topology.Organization;
import io.casguard.topology.Parsed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `casguard about`: the About page of Outlook Web Access beside the prediction.
@Command(
    name = "about",
    mixinStandardHelpOptions = true,
    description = {
      "Says which servers serve a session, from its About page, and whether the simulator agrees.",
      "The page is what Outlook Web Access 2007 shows under Options, About, as pasted text."
    },
    footer = {
      "",
      "Examples:",
      "  casguard about topology/ --page about.txt --entry mail.contoso.com",
      "  casguard about contoso.yaml --entry SEA-CAS1      (then paste, and end with Ctrl+D)"
    })
final class AboutCommand implements Callable<Integer> {
  private static final int LONGEST = 256 * 1024;

  @Mixin private TopologyInput input = new TopologyInput();
  @Mixin private AssumedAnswers assumed = new AssumedAnswers();
  @Mixin private Output output = new Output();

  @Option(
      names = "--page",
      paramLabel = "FILE",
      description = "The pasted text (default: standard input).")
  private Path page = Path.of("-");

  @Option(
      names = "--entry",
      paramLabel = "NAME",
      description =
          "What the browser's address showed: a published name or a server. Not needed where the"
              + " page names a proxying server.")
  private String entry = "";

  @Override
  public Integer call() throws IOException {
    Manifest.Declared declared = input.readOne();
    AboutPage pasted = AboutPage.of(text());
    Organization organization = Organization.of(declared.topology());
    return switch (AboutReading.of(
        organization,
        pasted,
        Optional.of(entry).filter(name -> !name.isEmpty()),
        assumed.assumptions())) {
      case Parsed.Refused<AboutReading>(String why) -> throw new WrongInput("page: " + why);
      case Parsed.Understood<AboutReading>(AboutReading reading) -> {
        AboutReport report = new AboutReport(organization.name(), reading, declared.sources());
        output.print(
            switch (output.format) {
              case TEXT -> report.text(output.style());
              case JSON -> report.json();
            });
        yield reading.verdict() == Verdict.CONTRADICTED ? ExitCode.NO : ExitCode.FINE;
      }
    };
  }

  private String text() throws IOException {
    if (page.toString().equals("-")) {
      return text(System.in);
    }
    if (!Files.isRegularFile(page)) {
      throw new WrongInput("--page " + page + ": no such file");
    }
    try (InputStream in = Files.newInputStream(page)) {
      return text(in);
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
  }
}

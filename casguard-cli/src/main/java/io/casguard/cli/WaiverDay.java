package io.casguard.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/// The option that fixes the clock of waivers.
final class WaiverDay {
  @Option(
      names = "--at",
      paramLabel = "DATE",
      converter = Day.class,
      description = "The day by which waivers lapse, like 2027-03-31 (default: today, in UTC).")
  LocalDate at = LocalDate.now(ZoneOffset.UTC);
}

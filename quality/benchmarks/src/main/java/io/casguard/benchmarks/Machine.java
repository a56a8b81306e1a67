package io.casguard.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What else this machine has to do, without which no figure can be judged.
public final class Machine {
  private Machine() {}

  /// Its cores and its load.
  public static String told() throws IOException {
    String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ", -1);
    return Runtime.getRuntime().availableProcessors()
        + " cores, load "
        + String.join(" ", load[0], load[1], load[2]);
  }
}

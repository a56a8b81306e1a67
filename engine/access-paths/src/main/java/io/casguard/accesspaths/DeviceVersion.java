package io.casguard.accesspaths;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of the Exchange ActiveSync protocol that a device speaks: `12.1`.
public record DeviceVersion(int major, int minor) implements Comparable<DeviceVersion> {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})");

  /// The version of a text; empty where it is none.
  public static Optional<DeviceVersion> parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.matches()
        ? Optional.of(
            new DeviceVersion(
                Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(DeviceVersion other) {
    return Comparator.comparingInt(DeviceVersion::major)
        .thenComparingInt(DeviceVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

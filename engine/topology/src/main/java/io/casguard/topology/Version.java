package io.casguard.topology;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version of an Exchange server, as `AdminDisplayVersion` shows it.
///
/// Rollups do not show there, so two servers of one service pack compare as equal; what rollup they
/// have is stated by hand. Source: specification 1.2.
public record Version(int major, int minor, int build, int revision)
    implements Comparable<Version> {
  /// What `defaults: setup` takes a server to be whose version is left out: Exchange Server 2007
  /// SP3.
  public static final Version EXCHANGE_2007_SP3 = new Version(8, 3, 83, 6);

  /// A generation of the product.
  public enum Product {
    EXCHANGE_2000("2000"),
    EXCHANGE_2003("2003"),
    EXCHANGE_2007("2007"),
    EXCHANGE_2010("2010"),
    /// 2013 and later: never part of a decision, only named.
    LATER("later than 2010");

    private final String year;

    Product(String year) {
      this.year = year;
    }

    /// The year people call it by.
    public String year() {
      return year;
    }
  }

  @SuppressWarnings("ImmutableEnumChecker") // a version is a record of four numbers
  private enum Release {
    V2000("2000", 0, 6, 0, 4417, 5),
    V2000_SP3("2000", 3, 6, 0, 6249, 4),
    V2003("2003", 0, 6, 5, 6944, 4),
    V2003_SP1("2003", 1, 6, 5, 7226, 6),
    V2003_SP2("2003", 2, 6, 5, 7638, 2),
    V2007("2007", 0, 8, 0, 685, 25),
    V2007_SP1("2007", 1, 8, 1, 240, 6),
    V2007_SP2("2007", 2, 8, 2, 176, 2),
    V2007_SP3("2007", 3, 8, 3, 83, 6),
    V2010("2010", 0, 14, 0, 639, 21),
    V2010_SP1("2010", 1, 14, 1, 218, 15),
    V2010_SP2("2010", 2, 14, 2, 247, 5),
    V2010_SP3("2010", 3, 14, 3, 123, 4),
    V2013("2013", 0, 15, 0, 516, 32);

    private final String year;
    private final int servicePack;
    private final Version version;

    Release(String year, int servicePack, int major, int minor, int build, int revision) {
      this.year = year;
      this.servicePack = servicePack;
      this.version = new Version(major, minor, build, revision);
    }
  }

  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,5})\\.(\\d{1,5})(?:\\.(\\d{1,6})\\.(\\d{1,6}))?");
  private static final Pattern SHELL =
      Pattern.compile(
          "version (\\d{1,5})\\.(\\d{1,5}) \\(build (\\d{1,6})\\.(\\d{1,6})(?::[^)]*)?\\)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:exchange (?:server )?)?(20\\d\\d)(?: ?(?:rtm|(?:sp|service pack) ?(\\d)))?");

  /// Reads `8.3.83.6`, `2007 SP3`, `Version 8.3 (Build 83.6)` and `Version 6.5 (Build 7638.2:
  /// Service Pack 2)`.
  public static Parsed<Version> parse(String text) {
    String folded = text.strip().toLowerCase(Locale.ROOT);
    Matcher shell = SHELL.matcher(folded);
    if (shell.matches()) {
      return new Parsed.Understood<>(numbers(shell));
    }
    Matcher plain = NUMBERS.matcher(folded);
    if (plain.matches()) {
      return new Parsed.Understood<>(plain.group(3) == null ? released(plain) : numbers(plain));
    }
    Matcher named = NAMED.matcher(folded);
    if (named.matches()) {
      Optional<Version> release = release(named.group(1), named.group(2));
      if (release.isPresent()) {
        return new Parsed.Understood<>(release.get());
      }
    }
    return new Parsed.Refused<>(
        "not a version: write it like 8.3.83.6, \"2007 SP3\" or \"Version 8.3 (Build 83.6)\"");
  }

  /// The generation of the product that this is a version of.
  public Product product() {
    return switch (major) {
      case 0, 1, 2, 3, 4, 5 -> Product.EXCHANGE_2000;
      case 6 -> minor < 5 ? Product.EXCHANGE_2000 : Product.EXCHANGE_2003;
      case 7, 8 -> Product.EXCHANGE_2007;
      case 9, 10, 11, 12, 13, 14 -> Product.EXCHANGE_2010;
      default -> Product.LATER;
    };
  }

  /// True for 2000 and 2003, whose servers have neither roles nor a site.
  public boolean isLegacy() {
    return product() == Product.EXCHANGE_2000 || product() == Product.EXCHANGE_2003;
  }

  /// True for any service pack of Exchange Server 2007.
  public boolean is2007() {
    return product() == Product.EXCHANGE_2007;
  }

  /// The service pack of 2007 and later: the minor number. 0 is the version as first released.
  public int servicePack() {
    return minor;
  }

  /// Older or newer by generation and service pack only, which is what decides between Client
  /// Access servers.
  public int compareServicePack(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .compare(this, other);
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .thenComparingInt(Version::build)
        .thenComparingInt(Version::revision)
        .compare(this, other);
  }

  /// The version as people call it: `2007 SP3`.
  public String title() {
    return product() == Product.EXCHANGE_2007 || product() == Product.EXCHANGE_2010
        ? product().year() + (minor == 0 ? " RTM" : " SP" + minor)
        : product() == Product.LATER ? toString() : product().year();
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + build + "." + revision;
  }

  private static Version numbers(Matcher matcher) {
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)),
        Integer.parseInt(matcher.group(4)));
  }

  /// Two numbers name a release; where there is none of that name, the build stays 0.
  private static Version released(Matcher matcher) {
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    return Arrays.stream(Release.values())
        .map(release -> release.version)
        .filter(version -> version.major == major && version.minor == minor)
        .max(Comparator.naturalOrder())
        .orElse(new Version(major, minor, 0, 0));
  }

  private static Optional<Version> release(String year, @Nullable String servicePack) {
    int pack = servicePack == null ? 0 : Integer.parseInt(servicePack);
    return Arrays.stream(Release.values())
        .filter(release -> release.year.equals(year) && release.servicePack == pack)
        .map(release -> release.version)
        .findFirst();
  }
}

package io.casguard.topology;

import static io.casguard.topology.Type.Reference.NOTHING;

import io.casguard.topology.Parsed.Refused;
import io.casguard.topology.Parsed.Understood;
import io.casguard.topology.Type.Reference;
import io.casguard.topology.Type.Scalar;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The scalar types of the manifest.
final class Types {
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  static final Scalar<Boolean> FLAG =
      new Scalar<>(
          "boolean",
          List.of("true", "false"),
          "",
          NOTHING,
          text ->
              switch (text) {
                case "true" -> new Understood<>(true);
                case "false" -> new Understood<>(false);
                default -> new Refused<>("not a boolean: write true or false");
              },
          String::valueOf);

  static final Scalar<Integer> NUMBER =
      new Scalar<>(
          "number", List.of(), "^[0-9]{1,9}$", NOTHING, Types::readNumber, String::valueOf);

  static final Scalar<String> TEXT = text("text", NOTHING);
  static final Scalar<String> NAME = text("name", NOTHING);
  static final Scalar<String> OWN_NAME = text("name", Reference.ITSELF);
  static final Scalar<String> SERVER_NAME = text("name of a declared server", Reference.SERVER);
  static final Scalar<String> SITE_NAME = text("name of a declared site", Reference.SITE);
  static final Scalar<String> SITE_OR_INTERNET =
      text("name of a declared site, or internet", Reference.SITE_OR_INTERNET);

  static final Scalar<Url> URL =
      new Scalar<>("URL", List.of(), "", NOTHING, text -> readText(text).map(Url::new), Url::text);

  static final Scalar<Version> VERSION =
      new Scalar<>("version", List.of(), "", NOTHING, Version::parse, Version::toString);

  static final Scalar<String> ADDRESS_OF_HOST =
      new Scalar<>(
          "IP address",
          List.of(),
          "^[0-9a-fA-F:.]+$",
          NOTHING,
          Types::readAddress,
          Function.identity());

  static final Scalar<Duration> DURATION =
      new Scalar<>(
          "duration",
          List.of(),
          "^([0-9]{1,9}[smhd]|[Pp].+)$",
          NOTHING,
          Types::readDuration,
          Types::writeDuration);

  static final Scalar<Instant> TIME =
      new Scalar<>(
          "time",
          List.of(),
          "^[+-]?[0-9]{4,}-[0-9]{2}-[0-9]{2}T.+(Z|[+-][0-9:]+)$",
          NOTHING,
          Types::readTime,
          Instant::toString);

  static final Scalar<LocalDate> DATE =
      new Scalar<>(
          "date",
          List.of(),
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          NOTHING,
          Types::readDate,
          LocalDate::toString);

  static final Scalar<String> GUIDELINE =
      new Scalar<>(
          "number of a guideline",
          List.of(),
          "^[Cc][Aa][Pp]-[0-9]{3}$",
          NOTHING,
          text ->
              text.matches("(?i)CAP-[0-9]{3}")
                  ? new Understood<>(text.toUpperCase(Locale.ROOT))
                  : new Refused<>("no number of a guideline: write it like CAP-104"),
          Function.identity());

  static final Scalar<Path> PLACE =
      new Scalar<>(
          "place as reports print it", List.of(), "", NOTHING, Path::parse, Path::toString);

  /// A protocol by its key in the manifest, `webServices`; the command line's word, `ews`, is
  /// understood too.
  static final Scalar<Protocol> PROTOCOL =
      new Scalar<>(
          "protocol",
          Arrays.stream(Protocol.values()).map(Protocol::key).toList(),
          "",
          NOTHING,
          text ->
              Arrays.stream(Protocol.values())
                  .filter(p -> p.key().equalsIgnoreCase(text) || p.word().equalsIgnoreCase(text))
                  .findFirst()
                  .<Parsed<Protocol>>map(Understood::new)
                  .orElseGet(() -> new Refused<>("not a protocol")),
          Protocol::key);

  private Types() {}

  static <E extends Enum<E> & Word> Scalar<E> word(String name, Class<E> constants) {
    List<String> words = Arrays.stream(constants.getEnumConstants()).map(Word::word).toList();
    return new Scalar<>(
        name,
        words,
        "",
        NOTHING,
        text ->
            Arrays.stream(constants.getEnumConstants())
                .filter(constant -> constant.word().equalsIgnoreCase(text))
                .findFirst()
                .<Parsed<E>>map(Understood::new)
                .orElseGet(() -> new Refused<>("not one of " + String.join(", ", words))),
        Word::word);
  }

  /// One of these words, compared without case.
  static Scalar<String> words(String name, List<String> words) {
    return new Scalar<>(
        name,
        words,
        "",
        NOTHING,
        text ->
            words.stream()
                .filter(text::equalsIgnoreCase)
                .findFirst()
                .<Parsed<String>>map(Understood::new)
                .orElseGet(() -> new Refused<>("not one of " + String.join(", ", words))),
        Function.identity());
  }

  private static Scalar<String> text(String name, Reference reference) {
    return new Scalar<>(name, List.of(), "", reference, Types::readText, Function.identity());
  }

  private static Parsed<String> readText(String text) {
    if (text.isBlank()) {
      return new Refused<>("empty: write null where there is none");
    }
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      if (Character.isISOControl(point)) {
        return new Refused<>("a text with a control character");
      }
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return new Refused<>("a text with half a character (an unpaired surrogate)");
      }
    }
    return new Understood<>(text);
  }

  /// Literals only: no name is ever looked up. Every spelling of an address becomes the same text.
  private static Parsed<String> readAddress(String text) {
    Refused<String> refused = new Refused<>("not an IP address: write it like 10.1.0.10");
    if (!ADDRESS.matcher(text).matches()) {
      return refused;
    }
    try {
      return new Understood<>(InetAddress.ofLiteral(text).getHostAddress());
    } catch (IllegalArgumentException malformed) {
      return refused;
    }
  }

  private static Parsed<Integer> readNumber(String text) {
    return text.matches("[0-9]{1,9}")
        ? new Understood<>(Integer.parseInt(text))
        : new Refused<>("not a whole number between 0 and 999999999");
  }

  private static Parsed<Duration> readDuration(String text) {
    Matcher matcher = SHORT_DURATION.matcher(text);
    if (matcher.matches()) {
      long amount = Long.parseLong(matcher.group(1));
      return new Understood<>(
          switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
          });
    }
    try {
      Duration duration = Duration.parse(text);
      return duration.isNegative()
          ? new Refused<>("a negative duration")
          : new Understood<>(duration);
    } catch (DateTimeParseException unread) {
      return new Refused<>("not a duration: write it like 15m, 3h or P1D");
    }
  }

  private static String writeDuration(Duration duration) {
    return duration.toSeconds() % 60 == 0 && duration.toNanosPart() == 0
        ? duration.toMinutes() + "m"
        : duration.toString();
  }

  private static Parsed<LocalDate> readDate(String text) {
    try {
      return new Understood<>(LocalDate.parse(text));
    } catch (DateTimeParseException unread) {
      return new Refused<>("not a date: write it like 2027-03-31");
    }
  }

  private static Parsed<Instant> readTime(String text) {
    try {
      return new Understood<>(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException unread) {
      return new Refused<>("not a time: write it like 2009-01-26T14:47:08Z, with its offset");
    }
  }
}

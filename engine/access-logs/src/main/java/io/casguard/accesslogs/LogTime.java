package io.casguard.accesslogs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;

/// Dates, times and addresses in the bytes of a log.
final class LogTime {
  static final int SECONDS_OF_DAY = 86_400;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_ADDRESS = 64;

  private LogTime() {}

  /// Eight bytes, the first in the lowest place.
  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /// The days since 1970 of `2009-03-02`; -1 where it is no date.
  static long day(byte[] bytes, int at) {
    if (bytes[at + 4] != '-' || bytes[at + 7] != '-') {
      return -1;
    }
    int century = two(bytes, at);
    int year = two(bytes, at + 2);
    int month = two(bytes, at + 5);
    int day = two(bytes, at + 8);
    if (century < 19 || year < 0 || month < 0 || day < 0) {
      return -1;
    }
    try {
      return LocalDate.of(century * 100 + year, month, day).toEpochDay();
    } catch (DateTimeException noDay) {
      return -1;
    }
  }

  /// The second of the day of `08:00:01`; -1 where it is no time.
  static int secondOfDay(byte[] bytes, int at) {
    int hour = two(bytes, at);
    int minute = two(bytes, at + 3);
    int second = two(bytes, at + 6);
    boolean isTime =
        bytes[at + 2] == ':'
            && bytes[at + 5] == ':'
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second < 60;
    return isTime ? (hour * 60 + minute) * 60 + second : -1;
  }

  /// Whether bytes consist of what IPv4 and IPv6 addresses are written with. The zone of an IPv6
  /// address is not looked at.
  static boolean mayBeAddress(byte[] bytes, int from, int to) {
    if (to - from < 2 || to - from > LONGEST_ADDRESS) {
      return false;
    }
    boolean separated = false;
    for (int i = from; i < to; i++) {
      byte character = bytes[i];
      if (character == '%') {
        return separated;
      }
      if (character == '.' || character == ':') {
        separated = true;
      } else if (!isHexadecimal(character)) {
        return false;
      }
    }
    return separated;
  }

  private static boolean isHexadecimal(int character) {
    int letter = character | 0x20;
    return (character >= '0' && character <= '9') || (letter >= 'a' && letter <= 'f');
  }

  /// Two digits as a number; -1 where they are none.
  private static int two(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }
}

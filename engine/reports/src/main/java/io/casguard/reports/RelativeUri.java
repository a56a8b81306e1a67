package io.casguard.reports;

import java.nio.charset.StandardCharsets;

/// The name of a file as a relative reference of RFC 3986.
final class RelativeUri {
  private static final String UNRESERVED = "-._~/";

  private RelativeUri() {}

  static String of(String name) {
    StringBuilder uri = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if (isPlain(character)) {
        uri.append(character);
      } else {
        uri.append("%%%02X".formatted((int) character));
      }
    }
    return uri.toString();
  }

  private static boolean isPlain(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || UNRESERVED.indexOf(character) >= 0;
  }
}

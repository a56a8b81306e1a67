package io.casguard.notification.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// A short name that is made of others: the first 130 bits of their SHA-256, as 26 characters of
/// base32.
public final class Digest32 {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int LENGTH = 26;
  private static final int BITS = 5;

  private Digest32() {}

  /// Each part goes in with its length before it, so that no two lists of parts read the same.
  public static String of(List<String> parts) {
    var digest = sha256();
    for (String part : parts) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return letters(digest.digest());
  }

  private static String letters(byte[] bytes) {
    var text = new StringBuilder(LENGTH);
    int held = 0;
    int bits = 0;
    for (int i = 0; text.length() < LENGTH; i++) {
      held = held << Byte.SIZE | Byte.toUnsignedInt(bytes[i]);
      bits += Byte.SIZE;
      while (bits >= BITS && text.length() < LENGTH) {
        bits -= BITS;
        text.append(LETTERS.charAt(held >> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    return text.toString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package io.casguard.formats;

import io.casguard.topology.Parsed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// A file as it was sent.
///
/// @param name what people call it; evidence and errors point at it
/// @param text its whole content
public record SourceFile(String name, String text) {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /// Reads bytes as UTF-8, with or without a byte order mark. Anything else is refused, never
  /// guessed.
  public static Parsed<SourceFile> decode(String name, byte[] bytes) {
    int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString();
      return new Parsed.Understood<>(new SourceFile(name, text));
    } catch (CharacterCodingException notUtf8) {
      return new Parsed.Refused<>("the file is not UTF-8: save it as UTF-8");
    }
  }

  /// The text without a byte order mark.
  String withoutMark() {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == BYTE_ORDER_MARK[0]
        && bytes[1] == BYTE_ORDER_MARK[1]
        && bytes[2] == BYTE_ORDER_MARK[2];
  }
}

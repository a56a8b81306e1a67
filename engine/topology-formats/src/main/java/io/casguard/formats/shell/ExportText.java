package io.casguard.formats.shell;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The text of a file: UTF-8 or UTF-16, told by its byte order mark, else by the zeros that UTF-16
/// puts beside ASCII. Anything else is refused, never guessed.
final class ExportText {
  private static final int LOOK = 64;

  private ExportText() {}

  /// The characters after the byte order mark. A byte that is no text ends the reading with a
  /// [java.nio.charset.CharacterCodingException].
  static Reader open(InputStream bytes) throws IOException {
    BufferedInputStream input = new BufferedInputStream(bytes);
    input.mark(LOOK);
    byte[] start = input.readNBytes(LOOK);
    input.reset();
    Charset charset = charset(start);
    input.skipNBytes(markLength(start));
    return new BufferedReader(
        new InputStreamReader(
            input,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private static Charset charset(byte[] start) {
    if (begins(start, 0xFF, 0xFE) || (start.length > 1 && start[0] != 0 && start[1] == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(start, 0xFE, 0xFF) || (start.length > 1 && start[0] == 0 && start[1] != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    return StandardCharsets.UTF_8;
  }

  private static int markLength(byte[] start) {
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return begins(start, 0xFF, 0xFE) || begins(start, 0xFE, 0xFF) ? 2 : 0;
  }

  private static boolean begins(byte[] start, int... mark) {
    if (start.length < mark.length) {
      return false;
    }
    for (int at = 0; at < mark.length; at++) {
      if ((start[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}

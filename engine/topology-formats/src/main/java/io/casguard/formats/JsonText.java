package io.casguard.formats;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Maps, lists and scalars as indented JSON.
final class JsonText {
  private JsonText() {}

  static void write(Object value, int indent, StringBuilder text) {
    switch (value) {
      case Map<?, ?> map -> {
        text.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> at = map.entrySet().iterator(); at.hasNext(); ) {
          Map.Entry<?, ?> entry = at.next();
          newLine(indent + 2, text);
          string(entry.getKey().toString(), text);
          text.append(": ");
          write(entry.getValue(), indent + 2, text);
          text.append(at.hasNext() ? "," : "");
        }
        newLine(indent, text);
        text.append('}');
      }
      case List<?> list -> {
        text.append('[');
        for (Iterator<?> at = list.iterator(); at.hasNext(); ) {
          write(at.next(), indent, text);
          text.append(at.hasNext() ? ", " : "");
        }
        text.append(']');
      }
      case String string -> string(string, text);
      default -> text.append(value);
    }
  }

  private static void newLine(int indent, StringBuilder text) {
    text.append('\n').repeat(' ', indent);
  }

  private static void string(String value, StringBuilder text) {
    text.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
  }
}

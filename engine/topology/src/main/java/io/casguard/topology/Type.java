package io.casguard.topology;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;

/// The type of a key of the manifest: how its value is written, read and compared.
///
/// @param <T> what a stated value is in memory
public sealed interface Type<T> {
  /// What a scalar names, where it names something that must be declared elsewhere in the topology.
  enum Reference {
    NOTHING,
    /// The thing's own name: it compares without case, and paths carry it.
    ITSELF,
    SERVER,
    SITE,
    /// A declared site, or the word `internet`.
    SITE_OR_INTERNET
  }

  /// One word, number, address or time.
  ///
  /// @param name what it is, in words: "boolean", "duration"
  /// @param words the words it may be, where they are fixed; else empty
  /// @param pattern a regular expression of its spellings for the JSON Schema, empty where any text
  ///   will do
  record Scalar<T>(
      String name,
      List<String> words,
      String pattern,
      Reference reference,
      Function<String, Parsed<T>> reading,
      Function<T, String> writing)
      implements Type<T> {
    /// Reads the text of a scalar.
    public Parsed<T> read(String text) {
      return reading.apply(text);
    }

    /// The one canonical spelling.
    public String write(T value) {
      return writing.apply(value);
    }

    /// The canonical spelling of a value that an entity holds under a key of this type.
    @SuppressWarnings("unchecked") // an entity holds only values that this type has read
    public String writeStored(Object value) {
      return write((T) value);
    }
  }

  /// Several scalars without order or repetition.
  record SetOf<T>(Scalar<T> element) implements Type<SortedSet<T>> {}

  /// Words with a scalar each: `protocols: {owa: 900}`.
  ///
  /// @param words the words allowed; empty where any word is
  /// @param shorthand whether a scalar alone stands for the same value at every word
  record Table<V>(Scalar<V> value, List<String> words, boolean shorthand)
      implements Type<SortedMap<String, V>> {}

  /// One thing with keys of its own: `certificate: {subject: …}`.
  record Part(Shape shape) implements Type<Entity> {}

  /// Several things with keys of their own, each with what identifies it.
  record Parts(Shape shape, Form form) implements Type<SortedMap<String, Entity>> {
    /// How several things are written.
    public enum Form {
      /// A map from name to thing: `sites`.
      BY_NAME,
      /// A list whose items are identified by some of their keys: `users`, `siteLinks`.
      LIST,
      /// A virtual directory: a map, or a list of maps with `name` where a server has several.
      DIRECTORY
    }
  }
}

package io.casguard.topology;

/// One row of the table of keys: a property that a topology can state.
///
/// @param name the key as the manifest writes it, which is the shell's property name in lower camel
///   case
/// @param says what it means, for documents and editors
/// @param index its place among the keys of a thing, the same in every shape that has it
public record Key<T>(String name, Type<T> type, String says, int index)
    implements Comparable<Key<?>> {
  @Override
  public int compareTo(Key<?> other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}

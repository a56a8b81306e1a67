package io.casguard.formats.imports;

import io.casguard.formats.Position;
import java.util.List;
import java.util.Optional;

/// Keys that stay unsaid, and why: nothing is invented in their place.
///
/// @param keys their names in the manifest; empty where nothing at all was exported
/// @param of what they belong to at each place: `owa`, `outlookAnywhere`; empty for the place
///   itself
/// @param places the servers, sites or links, in alphabetical order
/// @param why in words that end a sentence
/// @param at where the first of them stands, where an export has it at all
public record NotSaid(
    List<String> keys, String of, List<String> places, String why, Optional<Position> at) {
  public NotSaid {
    keys = List.copyOf(keys);
    places = List.copyOf(places);
  }
}

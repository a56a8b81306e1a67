package io.casguard.topologies.oracle;

import io.casguard.guidelines.Edit;
import io.casguard.topology.Directory;
import io.casguard.topology.DirectoryKind;
import io.casguard.topology.Holds;
import io.casguard.topology.Key;
import io.casguard.topology.Known;
import io.casguard.topology.Part;
import io.casguard.topology.Place;
import io.casguard.topology.Population;
import io.casguard.topology.PublishedName;
import io.casguard.topology.Server;
import io.casguard.topology.SiteLink;
import io.casguard.topology.Url;
import io.casguard.topology.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads what is stated, and asks for what is not.
final class Said {
  private Said() {}

  static boolean on(Directory directory, Key<Boolean> key) {
    return flag(directory.get(key), directory, key);
  }

  static boolean on(Server server, Key<Boolean> key) {
    return flag(server.get(key), server, key);
  }

  static boolean on(Part part, Key<Boolean> key) {
    return flag(part.get(key), part, key);
  }

  static boolean on(Population population, Key<Boolean> key) {
    return flag(population.get(key), population, key);
  }

  static boolean on(SiteLink link, Key<Boolean> key) {
    return flag(link.get(key), link, key);
  }

  static boolean on(PublishedName name, Key<Boolean> key) {
    return flag(name.get(key), name, key);
  }

  /// One word of a setting that has a value for each of several services.
  static boolean setting(Server server, Key<SortedMap<String, Boolean>> key, String word) {
    Part settings = Part.of(server, Vocabulary.SETTINGS_KEY);
    SortedMap<String, Boolean> words = new TreeMap<>();
    if (settings.get(key) instanceof Known.Value<SortedMap<String, Boolean>>(var stated)) {
      words.putAll(stated);
      if (words.containsKey(word)) {
        return Boolean.TRUE.equals(words.get(word));
      }
    } else if (settings.get(key) instanceof Known.Absent<?>) {
      return false;
    }
    SortedMap<String, Boolean> on = new TreeMap<>(words);
    on.put(word, true);
    SortedMap<String, Boolean> off = new TreeMap<>(words);
    off.put(word, false);
    throw new NotSaid(List.of(Edit.set(settings, key, on), Edit.set(settings, key, off)));
  }

  static boolean integrated(Directory directory) {
    Holds accepts = directory.acceptsIntegrated();
    if (accepts == Holds.UNSAID) {
      throw new NotSaid(either(directory, Vocabulary.WINDOWS_AUTHENTICATION));
    }
    return accepts == Holds.YES;
  }

  static boolean forms(Directory directory) {
    Holds shows = directory.showsForm();
    if (shows == Holds.UNSAID) {
      throw new NotSaid(either(directory, Vocabulary.FORMS_AUTHENTICATION));
    }
    return shows == Holds.YES;
  }

  /// An address. Where it is unsaid there may be none, or one of several kinds.
  static Optional<Url> url(Directory directory, Key<Url> key) {
    return switch (directory.get(key)) {
      case Known.Value<Url>(Url url) -> Optional.of(url);
      case Known.Absent<Url>() -> Optional.empty();
      case Known.Unsaid<Url> _ -> {
        String own = directory.host().fqdn().toOptional().orElse(directory.host().name());
        String path = directory.kind().urlPath();
        throw new NotSaid(
            List.of(
                Edit.clear(directory, key),
                Edit.set(directory, key, new Url("https://" + own + path)),
                Edit.set(directory, key, new Url("http://" + own + path)),
                Edit.set(directory, key, new Url("https://192.0.2.77" + path))));
      }
    };
  }

  /// The directories of a kind; asked for only where it is known whether there are any.
  static List<Directory> directories(Server server, DirectoryKind kind) {
    return server.directories(kind).toOptional().orElse(List.of());
  }

  private static boolean flag(Known<Boolean> known, Place place, Key<Boolean> key) {
    return switch (known) {
      case Known.Value<Boolean>(Boolean value) -> value;
      case Known.Absent<Boolean>() -> false;
      case Known.Unsaid<Boolean> _ -> throw new NotSaid(either(place, key));
    };
  }

  private static List<Edit> either(Place place, Key<Boolean> key) {
    return List.of(Edit.set(place, key, true), Edit.set(place, key, false));
  }
}

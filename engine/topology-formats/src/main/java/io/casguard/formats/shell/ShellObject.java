package io.casguard.formats.shell;

import io.casguard.formats.Position;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One object of an export: a server, a virtual directory, a mailbox.
public final class ShellObject {
  private final Optional<Cmdlet> cmdlet;
  private final String type;
  private final Position at;
  private final Map<String, ShellProperty> properties;

  private ShellObject(
      Optional<Cmdlet> cmdlet, String type, Position at, Map<String, ShellProperty> properties) {
    this.cmdlet = cmdlet;
    this.type = type;
    this.at = at;
    this.properties = properties;
  }

  /// An object of these properties; of two with one name the first counts.
  ///
  /// @param type the .NET type where the export names it, else empty
  /// @param hint the cmdlet that the text around it names, where it does
  static ShellObject of(
      String type, Optional<Cmdlet> hint, Position at, List<ShellProperty> properties) {
    Map<String, ShellProperty> byName = new LinkedHashMap<>();
    properties.forEach(property -> byName.putIfAbsent(folded(property.name()), property));
    ShellObject unknown = new ShellObject(Optional.empty(), type, at, byName);
    return new ShellObject(Cmdlet.of(unknown, hint), type, at, byName);
  }

  /// The cmdlet that made it, told by its type or by its properties; empty where neither tells.
  public Optional<Cmdlet> cmdlet() {
    return cmdlet;
  }

  /// The .NET type where the export names it, else empty.
  public String type() {
    return type;
  }

  /// Where it begins.
  public Position at() {
    return at;
  }

  /// Its properties in the order of the export.
  public Collection<ShellProperty> properties() {
    return Collections.unmodifiableCollection(properties.values());
  }

  /// The property of a name, compared without case.
  public Optional<ShellProperty> property(String name) {
    return Optional.ofNullable(properties.get(folded(name)));
  }

  /// The text of a property, where it has one that reads in one way.
  public Optional<String> text(String name) {
    return property(name)
        .map(ShellProperty::value)
        .flatMap(
            value ->
                switch (value) {
                  case ShellValue.Text(String text) -> Optional.of(text);
                  case ShellValue.Wrapped(List<ShellValue> readings, _)
                      when readings.getFirst() instanceof ShellValue.Text(String text) ->
                      Optional.of(text);
                  default -> Optional.empty();
                });
  }

  /// Whether a property was exported, whatever its value.
  boolean has(String name) {
    return properties.containsKey(folded(name));
  }

  @Override
  public String toString() {
    return cmdlet.map(Cmdlet::command).orElse(type) + " " + properties.values();
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

package io.casguard.formats.shell;

import io.casguard.formats.Position;

/// A property of an exported object.
///
/// @param name as the export spells it
/// @param at where it stands
public record ShellProperty(String name, ShellValue value, Position at) {}

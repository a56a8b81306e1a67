package io.casguard.guidelines;

import io.casguard.topology.Path;
import java.time.LocalDate;

/// Somebody's decision to live with violations of a guideline at a place until a day.
///
/// @param guideline its number
/// @param place what it is about: everything in it is meant
/// @param reason why, in words
/// @param owner who answers for it
/// @param ticket where it was agreed
/// @param expires the last day on which it waives
public record Waiver(
    String guideline, Path place, String reason, String owner, String ticket, LocalDate expires) {}

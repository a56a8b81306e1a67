package io.casguard.accesslogs;

import io.casguard.topology.Protocol;
import io.casguard.topology.Server;
import java.util.Optional;

/// A pattern of failure that was seen.
///
/// @param first the server that clients reached
/// @param second the server that refused, where another one did
/// @param guideline the one that is likely broken; empty where none is about it
public record Failing(
    FailurePattern pattern,
    Protocol protocol,
    Server first,
    Optional<Server> second,
    Optional<String> guideline,
    Span span) {}

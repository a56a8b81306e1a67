package io.casguard.accesslogs;

import io.casguard.accesspaths.Clause;
import io.casguard.topology.Protocol;

/// How many requests speak for a deciding clause, and how many against it.
public record ClauseCount(Protocol protocol, Clause clause, long confirmed, long contradicted) {}

package io.casguard.accesslogs;

import io.casguard.topology.Server;
import java.util.Optional;

/// Which server a log belongs to, and how that is known.
///
/// @param file the log
/// @param server its server; empty where nothing tells
/// @param how a sentence
public record LogOwner(LogFile file, Optional<Server> server, String how) {}

package io.casguard.simulator.paths;

/// What identifies a change of access paths.
record AccessPathChangeId(String organization, long revision) {}

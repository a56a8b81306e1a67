package io.casguard.simulator.paths;

/// What identifies the access paths of a revision.
record MatrixId(String organization, long revision) {}

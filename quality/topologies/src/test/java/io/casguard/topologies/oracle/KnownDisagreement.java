package io.casguard.topologies.oracle;

/// Where this reading of the specification and the simulator's are known to differ. The test
/// demands that each still occurs, and that nothing else does.
enum KnownDisagreement {
  /// O-1: a user whom no method of the first server's owa directory lets log on is refused. The
  /// simulator takes for granted that a method of which nobody said anything is on.
  O_1_NO_LOGON
}

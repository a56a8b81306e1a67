package io.casguard.topologies.oracle;

/// Where this reading of the specification and the simulator's are known to differ. The test
/// demands that each still occurs, and that nothing else does.
enum KnownDisagreement {
  /// O-1: a user whom no method of the first server's owa directory lets log on is refused; the
  /// simulator does not look at the methods.
  O_1_NO_LOGON,

  /// 2.0 step 0: the user's own block comes before the door; the simulator looks at the door first.
  STEP_0_ORDER,

  /// O-9b: the version that is compared is that of the server picked from the mailbox's site; the
  /// simulator takes that of the server which the address leads to.
  O_9B_VERSION,

  /// A link or a 451 from the Internet into a site that is stated not to face it, where no names
  /// are published: such servers are no doors from there. The simulator takes the address for
  /// reachable.
  SHUT_SITE,

  /// A link or a 451 whose address is no published name leads to the server that publishes it;
  /// where that one does not answer, nobody gets there. The simulator does not ask whether it
  /// answers.
  SILENT_PUBLISHER,

  /// an InternalURL that leads to a server without an ActiveSync directory is refused there;
  /// the simulator calls the authentication of the missing directory unsaid.
  LANDING_WITHOUT_DIRECTORY
}

package io.casguard.topologies.oracle;

import java.util.Optional;

/// What the specification says of a request, as far as it does. What is empty here it leaves open,
/// and nothing is compared.
///
/// @param outcome the word of specification 1.5; empty where the whole is left open
/// @param server the server that the outcome names
/// @param host the host of the address that the outcome names
/// @param reached `yes`, `own-action` or `no`
/// @param why what tells one refusal from another: an event, a code, a status, a word of ours
record Verdict(
    Optional<String> outcome,
    Optional<String> server,
    Optional<String> host,
    Optional<String> reached,
    Optional<String> why) {
  /// The specification says several things, or nothing.
  ///
  /// @param question what it leaves open
  static Verdict open(String question) {
    return new Verdict(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(question));
  }

  /// An outcome by which the user gets to the mailbox.
  static Verdict served(String outcome, String server) {
    return new Verdict(
        Optional.of(outcome),
        Optional.of(server),
        Optional.empty(),
        Optional.of("yes"),
        Optional.empty());
  }

  /// An outcome that sends the client elsewhere.
  static Verdict sent(String outcome, String server, String host, String reached) {
    return new Verdict(
        Optional.of(outcome),
        Optional.of(server),
        Optional.of(host),
        Optional.of(reached),
        Optional.empty());
  }

  /// Free/busy from the public folder.
  static Verdict lookedUp() {
    return new Verdict(
        Optional.of("PUBLIC_FOLDER_LOOKUP"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("yes"),
        Optional.empty());
  }

  static Verdict fails(String why) {
    return refused("FAIL", why);
  }

  static Verdict blocked(String why) {
    return refused("BLOCKED", why);
  }

  private static Verdict refused(String outcome, String why) {
    return new Verdict(
        Optional.of(outcome),
        Optional.empty(),
        Optional.empty(),
        Optional.of("no"),
        Optional.of(why));
  }

  static Verdict undetermined() {
    return new Verdict(
        Optional.of("UNDETERMINED"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Verdict at(String address) {
    return new Verdict(outcome, server, Optional.of(address), reached, why);
  }

  /// A refusal at a server that was tried, at an address.
  Verdict tried(String name, String address) {
    return new Verdict(outcome, Optional.of(name), Optional.of(address), reached, why);
  }

  /// The same answer, where the mailbox server is silent: nobody gets to the mailbox.
  Verdict inVain() {
    return new Verdict(outcome, server, host, Optional.of("no"), why);
  }

  /// The same answer, of which nobody says why.
  Verdict anyWhy() {
    return new Verdict(outcome, server, host, reached, Optional.empty());
  }

  boolean isOpen() {
    return outcome.isEmpty();
  }
}

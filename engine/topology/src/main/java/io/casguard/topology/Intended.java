package io.casguard.topology;

/// What is wanted for the users of a site who arrive at another one, for one protocol.
public sealed interface Intended {
  /// The owner said so, in the site's `intent`.
  record Stated(Intent intent) implements Intended {}

  /// `internetFacing: false` was stated, which implies proxying for every protocol.
  record ImpliedProxy() implements Intended {}

  /// Nobody said.
  record Unset() implements Intended {}

  /// True where proxying is wanted, stated or implied.
  default boolean isProxy() {
    return this instanceof ImpliedProxy || this.equals(new Stated(Intent.PROXY));
  }

  /// True where redirection is wanted, which can only be stated.
  default boolean isRedirect() {
    return this.equals(new Stated(Intent.REDIRECT));
  }
}

package io.casguard.notification.webhook;

/// A place inside that the operator lets receivers be at, even by plain HTTP.
///
/// @param host as a receiver's URL spells it
/// @param network which its address must be in, whatever the name resolves to
public record AllowedPlace(String host, int port, Network network) {}

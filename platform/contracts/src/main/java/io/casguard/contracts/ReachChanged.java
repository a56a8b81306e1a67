package io.casguard.contracts;

import org.jspecify.annotations.Nullable;

/// One door, and the users of one site who come in there by one protocol: how many of them no
/// longer arrive.
///
/// A deleted organization has nobody who does not arrive.
public record ReachChanged(
    String protocol,
    String entry, // the server or published name they arrive at
    String mailboxSite, // the site of their mailboxes
    String network, // "internet" or "intranet"
    long lost, // users who were reached, if by an action of their own, at the revision before and
    // are not now
    long notReached, // users who are not reached now, the lost included; 0 when all are reached
    // again, or gone
    @Nullable CounterExample
        counterExample // one of the lost, or of those who are not reached; absent where nobody is
    ) {}

/// Events are received at least once, in order per organization, and take effect once.
///
/// A consumer passes each Kafka record to the [io.casguard.servicekit.inbox.Inbox]; what follows
/// revisions keeps its place by [io.casguard.servicekit.inbox.Progress], what follows single events
/// asks [io.casguard.servicekit.inbox.SeenEvents].
@NullMarked
package io.casguard.servicekit.inbox;

import org.jspecify.annotations.NullMarked;

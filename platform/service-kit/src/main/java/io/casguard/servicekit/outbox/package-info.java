/// Events wait in a table of the caller's database until Kafka has acknowledged them.
///
/// A service appends to the [io.casguard.servicekit.outbox.Outbox] inside its transaction; the
/// relay does the rest.
@NullMarked
package io.casguard.servicekit.outbox;

import org.jspecify.annotations.NullMarked;

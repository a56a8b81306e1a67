/// The events of the other services, taken in: incident, step, deliveries and inbox row in one
/// transaction.
@NullMarked
package io.casguard.notification.intake;

import org.jspecify.annotations.NullMarked;

/// Steps on their way to receivers, and the log of every attempt.
@NullMarked
package io.casguard.notification.delivery;

import org.jspecify.annotations.NullMarked;

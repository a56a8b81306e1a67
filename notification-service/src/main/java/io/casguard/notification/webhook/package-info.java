/// One way out: a signed request to an address that was checked.
@NullMarked
package io.casguard.notification.webhook;

import org.jspecify.annotations.NullMarked;

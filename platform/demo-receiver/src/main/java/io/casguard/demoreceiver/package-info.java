/// A receiver of webhooks for demonstrations: it shows what any receiver has to do, and what it is
/// told.
@NullMarked
package io.casguard.demoreceiver;

import org.jspecify.annotations.NullMarked;

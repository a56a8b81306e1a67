/// Steps as they happen, for whoever listens.
@NullMarked
package io.casguard.notification.feed;

import org.jspecify.annotations.NullMarked;

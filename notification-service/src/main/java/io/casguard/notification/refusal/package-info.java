/// What this service refuses, and why.
@NullMarked
package io.casguard.notification.refusal;

import org.jspecify.annotations.NullMarked;

/// Where notifications go, as the operator's file says.
@NullMarked
package io.casguard.notification.receiver;

import org.jspecify.annotations.NullMarked;

/// Incidents, and their delivery to those who want to know.
@NullMarked
package io.casguard.notification;

import org.jspecify.annotations.NullMarked;

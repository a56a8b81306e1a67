/// What is kept open for people: one incident for each thing that is wrong, an episode for each
/// time that it is.
@NullMarked
package io.casguard.notification.incident;

import org.jspecify.annotations.NullMarked;

/// Long lists, one page after the other.
@NullMarked
package io.casguard.notification.page;

import org.jspecify.annotations.NullMarked;

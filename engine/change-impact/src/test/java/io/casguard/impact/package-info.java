/// Tests of the door through which a topology is checked, and of the goals of a layout.
@NullMarked
package io.casguard.impact;

import org.jspecify.annotations.NullMarked;

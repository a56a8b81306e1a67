/// Guidelines and access paths together: the goals of a layout, and the one door through which a
/// topology is checked.
@NullMarked
package io.casguard.impact;

import org.jspecify.annotations.NullMarked;

/// What a topology says, leaves unsaid, and how two of them differ.
@NullMarked
package io.casguard.topology;

import org.jspecify.annotations.NullMarked;

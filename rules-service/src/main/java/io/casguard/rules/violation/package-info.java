/// Violations, from the revision that opens them to the one that resolves them.
@NullMarked
package io.casguard.rules.violation;

import org.jspecify.annotations.NullMarked;

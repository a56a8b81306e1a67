/// Refusals and faults, told as RFC 9457 problems.
@NullMarked
package io.casguard.servicekit.problem;

import org.jspecify.annotations.NullMarked;

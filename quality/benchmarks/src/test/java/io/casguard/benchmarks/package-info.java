/// What the drivers say of their figures is right.
@NullMarked
package io.casguard.benchmarks;

import org.jspecify.annotations.NullMarked;

/// What access paths cost, beside a table of outcomes that was computed beforehand.
@NullMarked
package io.casguard.benchmarks.accesspaths;

import org.jspecify.annotations.NullMarked;

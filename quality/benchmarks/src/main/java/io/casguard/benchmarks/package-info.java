/// Drivers that start the product, measure it beside a floor taken in the same run, and print.
@NullMarked
package io.casguard.benchmarks;

import org.jspecify.annotations.NullMarked;

/// The guidelines' engine beside a floor and a general rule engine: the same ten guidelines, the
/// same organizations, the same violations.
@NullMarked
package io.casguard.benchmarks.guidelines;

import org.jspecify.annotations.NullMarked;

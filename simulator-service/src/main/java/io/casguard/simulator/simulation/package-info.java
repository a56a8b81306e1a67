/// Single requests against manifests that are sent along with the question.
@NullMarked
package io.casguard.simulator.simulation;

import org.jspecify.annotations.NullMarked;

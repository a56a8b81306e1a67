/// Computes what happens to every class of user, and what a change does to people.
@NullMarked
package io.casguard.simulator;

import org.jspecify.annotations.NullMarked;

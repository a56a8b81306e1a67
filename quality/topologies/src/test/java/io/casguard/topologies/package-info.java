/// What must hold for every topology, tried on many.
@NullMarked
package io.casguard.topologies;

import org.jspecify.annotations.NullMarked;

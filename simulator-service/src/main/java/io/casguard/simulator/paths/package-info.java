/// The access paths of announced revisions, and what changed them.
@NullMarked
package io.casguard.simulator.paths;

import org.jspecify.annotations.NullMarked;

/// Keeps topologies and their revisions, and announces what changes.
@NullMarked
package io.casguard.inventory;

import org.jspecify.annotations.NullMarked;

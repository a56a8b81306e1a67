/// The revisions of an organization: numbered, and never changed.
@NullMarked
package io.casguard.inventory.revision;

import org.jspecify.annotations.NullMarked;

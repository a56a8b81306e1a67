/// What makes the next revision of an organization: a topology that is put, or a deletion.
@NullMarked
package io.casguard.inventory.capture;

import org.jspecify.annotations.NullMarked;

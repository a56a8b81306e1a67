/// The organizations, and what each is at now.
@NullMarked
package io.casguard.inventory.organization;

import org.jspecify.annotations.NullMarked;

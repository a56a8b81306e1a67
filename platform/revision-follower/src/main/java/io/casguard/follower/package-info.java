/// Follows the revisions that inventory-service announces: none is lost, none is processed twice,
/// each comes after the one before.
@NullMarked
package io.casguard.follower;

import org.jspecify.annotations.NullMarked;

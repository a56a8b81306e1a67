/// The newest revision of each organization that was checked, and what came of it.
@NullMarked
package io.casguard.rules.revision;

import org.jspecify.annotations.NullMarked;

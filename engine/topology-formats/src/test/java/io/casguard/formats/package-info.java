/// The manifest as people write it, right and wrong.
@NullMarked
package io.casguard.formats;

import org.jspecify.annotations.NullMarked;

/// The formats that a topology is read from and written to.
@NullMarked
package io.casguard.formats;

import org.jspecify.annotations.NullMarked;

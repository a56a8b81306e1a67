/// What the Exchange Management Shell prints and exports, read into objects with properties and not
/// yet understood.
@NullMarked
package io.casguard.formats.shell;

import org.jspecify.annotations.NullMarked;

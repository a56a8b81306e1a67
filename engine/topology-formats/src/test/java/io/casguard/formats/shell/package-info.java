/// Tests of the readers of exports.
@NullMarked
package io.casguard.formats.shell;

import org.jspecify.annotations.NullMarked;

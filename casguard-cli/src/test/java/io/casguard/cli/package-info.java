/// The command line as a user meets it.
@NullMarked
package io.casguard.cli;

import org.jspecify.annotations.NullMarked;

/// The commands that people type. Results go to standard output, everything else to standard error.
@NullMarked
package io.casguard.cli;

import org.jspecify.annotations.NullMarked;

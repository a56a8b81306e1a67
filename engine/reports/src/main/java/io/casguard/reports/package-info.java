/// Every output format: what the command line prints and what the services answer, from the same
/// code.
@NullMarked
package io.casguard.reports;

import org.jspecify.annotations.NullMarked;

/// The names under which log lines say to whom something happened.
@NullMarked
package io.casguard.servicekit.logging;

import org.jspecify.annotations.NullMarked;

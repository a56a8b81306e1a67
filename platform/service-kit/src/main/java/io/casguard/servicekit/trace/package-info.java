/// The W3C trace that a request starts and its events carry on.
@NullMarked
package io.casguard.servicekit.trace;

import org.jspecify.annotations.NullMarked;

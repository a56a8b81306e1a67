/// A service that does nothing but what the kit is for; the tests try the kit in it.
@NullMarked
package io.casguard.servicekit.trial;

import org.jspecify.annotations.NullMarked;

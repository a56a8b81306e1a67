/// Work that costs CPU time leaves the event loop here.
@NullMarked
package io.casguard.servicekit.work;

import org.jspecify.annotations.NullMarked;

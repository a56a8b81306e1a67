/// Something that a service needs is away for now: it waits or says 503, and gives nothing up.
@NullMarked
package io.casguard.servicekit.outage;

import org.jspecify.annotations.NullMarked;

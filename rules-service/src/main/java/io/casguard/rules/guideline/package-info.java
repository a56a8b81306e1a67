/// The catalog of guidelines, over HTTP.
@NullMarked
package io.casguard.rules.guideline;

import org.jspecify.annotations.NullMarked;

/// Checks each revision of each organization against the guidelines.
@NullMarked
package io.casguard.rules;

import org.jspecify.annotations.NullMarked;

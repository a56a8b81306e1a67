/// Tests of what a topology answers.
@NullMarked
package io.casguard.topology;

import org.jspecify.annotations.NullMarked;

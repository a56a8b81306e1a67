/// Tests of the guidelines: every example of every guideline is one.
@NullMarked
package io.casguard.guidelines;

import org.jspecify.annotations.NullMarked;

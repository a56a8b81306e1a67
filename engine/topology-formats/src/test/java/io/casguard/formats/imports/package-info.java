/// Tests of imports.
@NullMarked
package io.casguard.formats.imports;

import org.jspecify.annotations.NullMarked;

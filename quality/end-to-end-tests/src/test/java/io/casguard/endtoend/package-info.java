/// The product as it is started on somebody's machine, tried from outside.
@NullMarked
package io.casguard.endtoend;

import org.jspecify.annotations.NullMarked;

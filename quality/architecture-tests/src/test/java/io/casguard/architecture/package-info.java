/// The rules of the house, executed over the classes of every module.
@NullMarked
package io.casguard.architecture;

import org.jspecify.annotations.NullMarked;

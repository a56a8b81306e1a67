/// Tests of reading logs and of their comparison with the simulator. Every log here is synthetic:
/// written for casguard after the shapes that its specification describes.
@NullMarked
package io.casguard.accesslogs;

import org.jspecify.annotations.NullMarked;

<<<<<<< HEAD
/// Tests of what a topology answers.
=======
/// What a topology says, leaves unsaid, and how two of them differ.
>>>>>>> manifest
@NullMarked
package io.casguard.topology;

import org.jspecify.annotations.NullMarked;

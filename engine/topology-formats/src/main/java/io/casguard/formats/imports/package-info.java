/// From exports of the shell to a topology: what they say, what they leave unsaid, and where they
/// contradict each other.
@NullMarked
package io.casguard.formats.imports;

import org.jspecify.annotations.NullMarked;

/// Sites, servers and virtual directories of one Exchange organization: what was said of them, what
/// was said to be empty, and what was left unsaid.
@NullMarked
package io.casguard.topology;

import org.jspecify.annotations.NullMarked;

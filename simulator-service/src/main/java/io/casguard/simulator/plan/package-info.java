/// What a change does to guidelines and to people: of two manifests, of a revision and a manifest,
/// or of two revisions.
@NullMarked
package io.casguard.simulator.plan;

import org.jspecify.annotations.NullMarked;

/// Topologies made from a seed: any that can be stated, and ones that look like an organization.
@NullMarked
package io.casguard.topologies;

import org.jspecify.annotations.NullMarked;

/// How fast IIS logs are replayed, beside a floor and a peer.
@NullMarked
package io.casguard.benchmarks.logs;

import org.jspecify.annotations.NullMarked;

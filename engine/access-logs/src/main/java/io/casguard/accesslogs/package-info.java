/// IIS logs: rows read from bytes, requests told apart by first and second server, and their
/// comparison with what the simulator says.
@NullMarked
package io.casguard.accesslogs;

import org.jspecify.annotations.NullMarked;

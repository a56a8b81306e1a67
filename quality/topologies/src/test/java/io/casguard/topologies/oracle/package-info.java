/// The specification of client access read a second time, in the plainest style, and compared with
/// the simulator on random organizations.
@NullMarked
package io.casguard.topologies.oracle;

import org.jspecify.annotations.NullMarked;

/// The events that casguard's services announce, as records; an example of each lies in
/// `contracts/<type>.json`.
///
/// An event carries identities and small facts; the documents behind it are fetched. A published
/// record grows by optional fields only, anything else is a new type beside it. Words such as a
/// severity are strings: values may be added, and a reader shows what it does not know.
@NullMarked
package io.casguard.contracts;

import org.jspecify.annotations.NullMarked;

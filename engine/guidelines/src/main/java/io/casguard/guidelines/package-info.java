/// The guidelines of client access, each with its reason, its source and its examples, and the
/// verdicts on an organization.
@NullMarked
package io.casguard.guidelines;

import org.jspecify.annotations.NullMarked;

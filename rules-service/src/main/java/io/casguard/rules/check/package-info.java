/// Checking: of announced revisions, and of manifests that are sent along with the question.
@NullMarked
package io.casguard.rules.check;

import org.jspecify.annotations.NullMarked;

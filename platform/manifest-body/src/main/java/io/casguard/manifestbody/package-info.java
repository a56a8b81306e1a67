/// A topology manifest that comes in the body of a request.
@NullMarked
package io.casguard.manifestbody;

import org.jspecify.annotations.NullMarked;

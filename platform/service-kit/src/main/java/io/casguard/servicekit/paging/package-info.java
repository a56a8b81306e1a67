/// Lists that are read page by page.
@NullMarked
package io.casguard.servicekit.paging;

import org.jspecify.annotations.NullMarked;

/// What people and programs are told.
@NullMarked
package io.casguard.reports;

import org.jspecify.annotations.NullMarked;
